import { EntryEncryption, deriveKeys } from '../../../crypto/zip/ae2.ts'
import { ZipWriter } from '../../../crypto/zip/writer.ts'
import { centralHeader, endRecords, type EntryFields, localHeader } from '../../../crypto/zip/records.ts'

export const PASSWORD = Buffer.from('Kd7mW-xR4nT-bQ9zF-hV3cP-yJ6sG')

/** A sound archive in memory, as our writer makes it. */
export async function sound(files: Record<string, string>, protection: 'encrypted' | 'plain' = 'encrypted'): Promise<Buffer> {
  const pieces: Buffer[] = []
  const writer = new ZipWriter({ write: async (bytes) => void pieces.push(Buffer.from(bytes)), patch: async () => {} }, protection === 'encrypted' ? PASSWORD : undefined)
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text)
    await writer.addWhole({ name, kind: 'file', method: 0, mtime: 1_775_000_000_000, mostBytes: content.length }, content, { crc: 0, bytes: Buffer.byteLength(text) })
  }
  await writer.end()
  return Buffer.concat(pieces)
}

export interface Lie { local?: Partial<EntryFields>; central?: Partial<EntryFields>; at?: number; salt?: Uint8Array; password?: Uint8Array }

/** An archive whose headers say what they are told to, around content that is encrypted soundly. */
export function lying(entries: { fields: Partial<EntryFields> & { name: string }; content: Uint8Array; lie?: Lie }[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { fields, content, lie = {} } of entries) {
    const body = encrypted(content, lie)
    const true_: EntryFields = { kind: 'file', method: 0, aes: 3, zip64: false, sizesFollow: false, crc: 0, packedBytes: body.length, bytes: content.length, ...fields }
    const local = localHeader({ ...true_, ...lie.local })
    directory.push(centralHeader({ ...true_, ...lie.central }, lie.at ?? at))
    pieces.push(local, body)
    at += local.length + body.length
  }
  const bytes = directory.reduce((sum, line) => sum + line.length, 0)
  return Buffer.concat([...pieces, ...directory, endRecords(entries.length, at, bytes)])
}

function encrypted(content: Uint8Array, { salt = Buffer.alloc(16, 5), password = PASSWORD }: Lie): Buffer {
  const keys = deriveKeys(password, salt, 3)
  const encryption = new EntryEncryption(keys)
  const body = Buffer.from(content)
  encryption.encrypt(body)
  return Buffer.concat([salt, keys.verifier, body, encryption.code()])
}
