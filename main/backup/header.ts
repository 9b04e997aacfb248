import * as z from 'zod'
import type { BackupHeader } from '../../core/backup/backup.ts'
import type { Instant } from '../../core/time.ts'
import { canonicalBytes } from '../../crypto/canonical-json.ts'
import { sha256Hex } from '../../crypto/digest.ts'
import type { Disk } from '../files/disk.ts'
import { openFile } from '../files/open-file.ts'
import { type Keyring, keyringFrom, newerThanOurs } from '../vault/keyring.ts'
import { BackupProblem, onBackup } from './problem.ts'

const MAGIC = Buffer.from('AZKBACK\x01', 'latin1')
const LENGTH = 4
/** Ten thousand accounts fit. */
const MOST_BYTES = 16 << 20

const Written = z.strictObject({
  format: z.literal('azukari-backup/1'), generation: z.number().int().positive(), madeAt: z.iso.datetime({ precision: 3 }), checkpoint: z.string().max(4000), keyring: z.unknown(),
})

/** What lies in the clear before the sealed body (crypto/FORMAT.md, *The backup*). */
export interface Header extends BackupHeader { checkpoint: string; keyring: Keyring }
/** `about` names the key of the body: a body opens under its own header and under no other. */
export interface ReadHeader { header: Header; length: number; about: string }

/** The first bytes of a backup, and what the key of its body is called. Failures and the last sight of the ledger are no part of it. */
export function writeHeader({ generation, madeAt, checkpoint, keyring }: Pick<Header, 'generation' | 'madeAt' | 'checkpoint' | 'keyring'>): { bytes: Buffer; about: string } {
  const json = canonicalBytes({ format: 'azukari-backup/1', generation, madeAt: new Date(madeAt).toISOString(), checkpoint, keyring: { ...keyring, failures: [], lastSeen: null } })
  if (json.length > MOST_BYTES) throw new RangeError('a header of a backup that nobody could read')
  const length = Buffer.alloc(LENGTH)
  length.writeUInt32BE(json.length)
  const bytes = Buffer.concat([MAGIC, length, json])
  return { bytes, about: sha256Hex(bytes) }
}

/** The header of the file at `path`. Refuses what is no backup, or one of a newer program; believes nothing of it before the body is opened. */
export async function readHeader(path: string, disk: Disk): Promise<ReadHeader> {
  return onBackup(path, async () => {
    const file = await openFile(path, disk)
    try {
      const start = await readBytes(file, 0, MAGIC.length + LENGTH)
      if (start.length < MAGIC.length + LENGTH || !start.subarray(0, MAGIC.length - 1).equals(MAGIC.subarray(0, -1))) throw new BackupProblem('not-a-backup', path)
      if (start[MAGIC.length - 1] !== MAGIC.at(-1)) throw new BackupProblem('backup-newer', path)
      const size = start.readUInt32BE(MAGIC.length)
      if (size > MOST_BYTES) throw new BackupProblem('backup-damaged', path)
      // A size that the file does not have must not become memory.
      const json = await readBytes(file, start.length, Math.min(size, (await file.stat()).size))
      return { header: parsed(json, size, path), length: start.length + size, about: sha256Hex(start, json) }
    } finally {
      await file.close()
    }
  })
}

function parsed(json: Buffer, size: number, path: string): Header {
  try {
    if (json.length !== size) throw new SyntaxError('cut')
    const { generation, madeAt, checkpoint, keyring } = Written.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)))
    if (newerThanOurs(keyring) !== null) throw new BackupProblem('backup-newer', path)
    const slots = keyringFrom(keyring)
    const [vault = '', entries = ''] = checkpoint.split('\n')
    if (!slots || slots.slots.length === 0 || !/^azukari\/[0-9a-f]{16}$/.test(vault) || !/^(0|[1-9]\d{0,14})$/.test(entries)) throw new SyntaxError('header')
    return { vault, entries: Number(entries), generation, madeAt: Date.parse(madeAt) as Instant, checkpoint, keyring: slots }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof z.ZodError) throw new BackupProblem('backup-damaged', path, { cause: error })
    throw error
  }
}

async function readBytes(file: Awaited<ReturnType<Disk['open']>>, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, at + done)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return bytes.subarray(0, done)
}
