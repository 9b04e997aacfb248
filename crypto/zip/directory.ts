import type { Strength } from './ae2.ts'
import { type Bytes, requireInside } from './bytes.ts'
import { findEnd } from './end.ts'
import { decodeName } from './entry-name.ts'
import { parseExtra } from './extra.ts'
import { PackageProblem } from './problem.ts'
import { AES, CENTRAL, ENCRYPTED, FULL32, LOCAL, SIZES_FOLLOW, UTF8 } from './records.ts'
import { fromDosTime } from './when.ts'

/** One line of the directory, checked against the header that stands before the bytes. */
export interface Entry {
  name: string
  kind: 'file' | 'folder' | 'link'
  encryption: 'none' | 'zipcrypto' | { version: 1 | 2; strength: Strength }
  /** What is inside of any encryption: 0 stored, 8 deflated, others not supported. */
  method: number
  crc: number
  packedBytes: number
  bytes: number
  mtime: number
  /** Where the local header stands, and where the packed bytes (with salt and code) begin and end. */
  at: number
  dataAt: number
  dataEnd: number
}

interface Line extends Omit<Entry, 'dataAt' | 'dataEnd'> { rawName: Buffer; flags: number; rawMethod: number }

const MOST_ENTRIES = 2_000_000
const MOST_DIRECTORY_BYTES = 512 * 1024 * 1024

/**
 * The directory of a ZIP, in the order in which the entries lie. Insists on the end record (a truncated archive is refused,
 * not half read), on a directory that fills its place exactly, on local headers that say the same, and on entries that do not overlap.
 */
export async function readDirectory(bytes: Bytes): Promise<Entry[]> {
  const end = await findEnd(bytes)
  if (end.entries > MOST_ENTRIES || end.directoryBytes > MOST_DIRECTORY_BYTES) throw new PackageProblem('bomb', { entries: end.entries })
  const directory = Buffer.from(await bytes.read(end.directoryAt, end.directoryBytes))
  const lines: Line[] = []
  let at = 0
  while (at < directory.length) {
    const { line, next } = readLine(directory, at)
    lines.push(line)
    at = next
  }
  if (lines.length !== end.entries) throw damaged('directory')
  lines.sort((a, b) => a.at - b.at)
  const entries: Entry[] = []
  for (const [i, line] of lines.entries()) entries.push(await locate(bytes, line, lines[i + 1]?.at ?? end.directoryAt))
  return entries
}

function readLine(directory: Buffer, at: number): { line: Line; next: number } {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== CENTRAL) throw damaged('directory')
  const nameLength = directory.readUInt16LE(at + 28)
  const extraAt = at + 46 + nameLength
  const commentAt = extraAt + directory.readUInt16LE(at + 30)
  const next = commentAt + directory.readUInt16LE(at + 32)
  if (next > directory.length) throw damaged('directory')
  const rawName = directory.subarray(at + 46, extraAt)
  const flags = directory.readUInt16LE(at + 8)
  const rawMethod = directory.readUInt16LE(at + 10)
  const extra = parseExtra(directory.subarray(extraAt, commentAt))
  const sizes = { bytes: directory.readUInt32LE(at + 24), packedBytes: directory.readUInt32LE(at + 20), at: directory.readUInt32LE(at + 42) }
  if (directory.readUInt16LE(at + 34) !== 0) throw damaged('several disks')
  const name = decodeName(rawName, (flags & UTF8) !== 0)
  const line = {
    name, rawName, flags, rawMethod, kind: kindOf(name, directory.readUInt16LE(at + 4) >> 8, directory.readUInt32LE(at + 38)),
    ...encryptionOf(flags, rawMethod, extra.aes), crc: directory.readUInt32LE(at + 16),
    mtime: extra.mtime ?? fromDosTime(directory.readUInt32LE(at + 12)), ...widen(sizes, extra.zip64),
  }
  return { line, next }
}

/** The zip64 field carries exactly those of size, packed size and offset, in this order, that read FFFFFFFF (4.5.3). */
function widen(sizes: { bytes: number; packedBytes: number; at: number }, zip64: Buffer | undefined): typeof sizes {
  const wide = { ...sizes }
  let read = 0
  for (const part of ['bytes', 'packedBytes', 'at'] as const) {
    if (sizes[part] !== FULL32) continue
    if (!zip64 || zip64.length < read + 8) throw damaged('zip64')
    const value = zip64.readBigUInt64LE(read)
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged('zip64')
    wide[part] = Number(value)
    read += 8
  }
  return wide
}

function encryptionOf(flags: number, rawMethod: number, aes: ReturnType<typeof parseExtra>['aes']): Pick<Entry, 'encryption' | 'method'> {
  if ((flags & ENCRYPTED) === 0) {
    if (rawMethod === AES) throw damaged('encryption')
    return { encryption: 'none', method: rawMethod }
  }
  if (rawMethod !== AES) return { encryption: 'zipcrypto', method: rawMethod }
  if (!aes) throw damaged('encryption')
  return { encryption: { version: aes.version, strength: aes.strength }, method: aes.method }
}

function kindOf(name: string, system: number, attributes: number): Entry['kind'] {
  const type = system === 3 ? (attributes >>> 16) & 0o170000 : 0
  if (type === 0o120000) return 'link'
  return name.endsWith('/') ? 'folder' : 'file'
}

/** Reads the local header and compares: a reader that believed it and one that believed the directory would see two archives. */
async function locate(bytes: Bytes, line: Line, limit: number): Promise<Entry> {
  requireInside(line.at, 30, limit)
  const fixed = Buffer.from(await bytes.read(line.at, 30))
  const nameLength = fixed.readUInt16LE(26)
  const extraLength = fixed.readUInt16LE(28)
  requireInside(line.at + 30, nameLength + extraLength, limit)
  const rest = Buffer.from(await bytes.read(line.at + 30, nameLength + extraLength))
  const extra = parseExtra(rest.subarray(nameLength))
  const flags = fixed.readUInt16LE(6)
  const rawMethod = fixed.readUInt16LE(8)
  const same = fixed.readUInt32LE(0) === LOCAL && rest.subarray(0, nameLength).equals(line.rawName) && rawMethod === line.rawMethod
    && ((flags ^ line.flags) & (ENCRYPTED | SIZES_FOLLOW | UTF8)) === 0
    && sameEncryption(encryptionOf(flags, rawMethod, extra.aes), line)
  if (!same) throw damaged('local header')
  if ((flags & SIZES_FOLLOW) === 0) requireSameSizes(fixed, extra.zip64, line)
  const dataAt = line.at + 30 + nameLength + extraLength
  requireInside(dataAt, line.packedBytes, limit)
  const { rawName: _, flags: __, rawMethod: ___, ...entry } = line
  return { ...entry, dataAt, dataEnd: dataAt + line.packedBytes }
}

function requireSameSizes(fixed: Buffer, zip64: Buffer | undefined, line: Line): void {
  const local = widen({ bytes: fixed.readUInt32LE(22), packedBytes: fixed.readUInt32LE(18), at: 0 }, zip64)
  if (local.bytes !== line.bytes || local.packedBytes !== line.packedBytes || fixed.readUInt32LE(14) !== line.crc) throw damaged('local header')
}

function sameEncryption(a: Pick<Entry, 'encryption' | 'method'>, b: Pick<Entry, 'encryption' | 'method'>): boolean {
  if (a.method !== b.method) return false
  if (typeof a.encryption === 'string' || typeof b.encryption === 'string') return a.encryption === b.encryption
  return a.encryption.version === b.encryption.version && a.encryption.strength === b.encryption.strength
}

const damaged = (part: string): PackageProblem => new PackageProblem('damaged', { part })
