import type { Strength } from './ae2.ts'
import { fitsUnixTime, toDosTime } from './when.ts'

// PKWARE APPNOTE 6.3.10: 4.3.7 local header, 4.3.9 data descriptor, 4.3.12 central header, 4.3.14–16 end records.
export const LOCAL = 0x04034b50
export const CENTRAL = 0x02014b50
export const DESCRIPTOR = 0x08074b50
export const END = 0x06054b50
export const END64 = 0x06064b50
export const LOCATOR64 = 0x07064b50
export const FULL32 = 0xffff_ffff

export const ENCRYPTED = 1 << 0
export const SIZES_FOLLOW = 1 << 3
export const UTF8 = 1 << 11
export const STORED = 0
export const DEFLATED = 8
export const AES = 99

/** One entry as we write it. `zip64` is decided before the first byte, from the largest size it could reach. */
export interface EntryFields {
  name: string
  kind: 'file' | 'folder'
  method: typeof STORED | typeof DEFLATED
  aes?: Strength
  /** Milliseconds since 1970; none for the neutral outer entry. */
  mtime?: number
  zip64: boolean
  /** Sizes and CRC come in a descriptor after the bytes, because nothing can be patched any more (inner container). */
  sizesFollow: boolean
  crc: number
  packedBytes: number
  bytes: number
}

export function localHeader(entry: EntryFields): Buffer {
  const name = Buffer.from(entry.name, 'utf8')
  const extra = Buffer.concat([...(entry.zip64 ? [zip64Sizes(entry)] : []), ...timeField(entry), ...aesField(entry)])
  const header = Buffer.alloc(30)
  header.writeUInt32LE(LOCAL, 0)
  writeShared(header, 4, entry, entry.sizesFollow)
  header.writeUInt16LE(name.length, 26)
  header.writeUInt16LE(extra.length, 28)
  return Buffer.concat([header, name, extra])
}

export function centralHeader(entry: EntryFields, at: number): Buffer {
  const name = Buffer.from(entry.name, 'utf8')
  const sizes64 = entry.zip64 ? [u64(entry.bytes), u64(entry.packedBytes)] : []
  const at64 = at >= FULL32 ? [u64(at)] : []
  const wide = [...sizes64, ...at64]
  const extra = Buffer.concat([...(wide.length > 0 ? [field(0x0001, Buffer.concat(wide))] : []), ...timeField(entry), ...aesField(entry)])
  const header = Buffer.alloc(46)
  header.writeUInt32LE(CENTRAL, 0)
  // Made by Unix (3), so that readers believe the permissions below and take names for what they say.
  header.writeUInt16LE((3 << 8) | versionNeeded(entry), 4)
  writeShared(header, 6, entry, false)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(extra.length, 30)
  // Regular file rw-r--r-- or folder rwxr-xr-x; the low bytes are the DOS attribute "folder".
  header.writeUInt32LE(entry.kind === 'file' ? 0o100644 * 0x1_0000 : 0o040755 * 0x1_0000 + 0x10, 38)
  header.writeUInt32LE(Math.min(at, FULL32), 42)
  return Buffer.concat([header, name, extra])
}

export function descriptor(entry: EntryFields): Buffer {
  const sizes = entry.zip64 ? [u64(entry.packedBytes), u64(entry.bytes)] : [u32(entry.packedBytes), u32(entry.bytes)]
  return Buffer.concat([u32(DESCRIPTOR), u32(entry.crc), ...sizes])
}

/** The end of the archive; with its zip64 form in front when a number does not fit. */
export function endRecords(entries: number, directoryAt: number, directoryBytes: number): Buffer {
  const wide = entries >= 0xffff || directoryAt >= FULL32 || directoryBytes >= FULL32
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(Math.min(entries, 0xffff), 8)
  end.writeUInt16LE(Math.min(entries, 0xffff), 10)
  end.writeUInt32LE(Math.min(directoryBytes, FULL32), 12)
  end.writeUInt32LE(Math.min(directoryAt, FULL32), 16)
  return wide ? Buffer.concat([end64(entries, directoryAt, directoryBytes), end]) : end
}

function end64(entries: number, directoryAt: number, directoryBytes: number): Buffer {
  const versions = Buffer.from([45, 3, 45, 0])
  const record = [u32(END64), u64(44), versions, u32(0), u32(0), u64(entries), u64(entries), u64(directoryBytes), u64(directoryAt)]
  const locator = [u32(LOCATOR64), u32(0), u64(directoryAt + directoryBytes), u32(1)]
  return Buffer.concat([...record, ...locator])
}

/** The fields that local and central header have in common and in the same order: version to uncompressed size. */
function writeShared(header: Buffer, at: number, entry: EntryFields, unknownYet: boolean): void {
  const wide = entry.zip64 ? FULL32 : undefined
  header.writeUInt16LE(versionNeeded(entry), at)
  header.writeUInt16LE((entry.aes ? ENCRYPTED : 0) | (entry.sizesFollow ? SIZES_FOLLOW : 0) | UTF8, at + 2)
  header.writeUInt16LE(entry.aes ? AES : entry.method, at + 4)
  const dos = entry.mtime === undefined ? 0x0021_0000 : toDosTime(entry.mtime)
  header.writeUInt32LE(dos, at + 6)
  // AE-2 always carries CRC 0: the CRC of a short file would give the file away.
  header.writeUInt32LE(entry.aes || unknownYet ? 0 : entry.crc, at + 10)
  header.writeUInt32LE(wide ?? (unknownYet ? 0 : entry.packedBytes), at + 14)
  header.writeUInt32LE(wide ?? (unknownYet ? 0 : entry.bytes), at + 18)
}

const versionNeeded = (entry: EntryFields): number => (entry.aes ? 51 : entry.zip64 ? 45 : 20)

/** In a local header the zip64 field must carry both sizes (4.5.3); zeros when a descriptor follows. */
const zip64Sizes = (entry: EntryFields): Buffer =>
  field(0x0001, entry.sizesFollow ? Buffer.alloc(16) : Buffer.concat([u64(entry.bytes), u64(entry.packedBytes)]))

function timeField(entry: EntryFields): Buffer[] {
  if (entry.mtime === undefined || !fitsUnixTime(entry.mtime)) return []
  const body = Buffer.alloc(5)
  body.writeUInt8(1, 0)
  body.writeInt32LE(Math.floor(entry.mtime / 1000), 1)
  return [field(0x5455, body)]
}

/** Version 2 (AE-2), vendor "AE", strength, the method that is inside. */
function aesField(entry: EntryFields): Buffer[] {
  return entry.aes ? [field(0x9901, Buffer.from([2, 0, 0x41, 0x45, entry.aes, entry.method, 0]))] : []
}

function field(id: number, body: Uint8Array): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(id, 0)
  head.writeUInt16LE(body.length, 2)
  return Buffer.concat([head, body])
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}
