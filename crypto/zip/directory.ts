import type { Strength } from './ae2.ts'
import { type Bytes, requireInside } from './bytes.ts'
import { type End, findEnd } from './end.ts'
import { decodeName } from './entry-name.ts'
import { parseExtra } from './extra.ts'
import { inMemory, type OpenSpill } from './pages.ts'
import { PackageProblem } from './problem.ts'
import { AES, CENTRAL, ENCRYPTED, FULL32, LOCAL, SIZES_FOLLOW, UTF8 } from './records.ts'
import { type Counted, type Form, Roll } from './roll.ts'
import { Sorter } from './sorter.ts'
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

/** All entries in the order in which they lie; who opened the spill closes it. */
export interface Directory { entries: Counted<Entry>; first: Entry | undefined; last: Entry | undefined }

/** As it stands in the directory. `rawName` as Latin-1: one letter a byte. */
interface Line extends Omit<Entry, 'name' | 'dataAt' | 'dataEnd'> { rawName: string; flags: number; rawMethod: number }

const MOST_ENTRIES = 2_000_000
const MOST_DIRECTORY_BYTES = 512 * 1024 * 1024
const WINDOW_BYTES = 64 * 1024
const FIXED_BYTES = 46

/**
 * The directory of a ZIP, in the order in which the entries lie. Insists on the end record (a truncated archive is refused,
 * not half read), on a directory that fills its place exactly, on local headers that say the same, and on entries that do not overlap.
 */
export async function readDirectory(bytes: Bytes, spill: OpenSpill = inMemory): Promise<Directory> {
  const end = await findEnd(bytes)
  if (end.entries > MOST_ENTRIES || end.directoryBytes > MOST_DIRECTORY_BYTES) throw new PackageProblem('bomb', { entries: end.entries })
  const lines = new Sorter<Line>(spill, lineForm, (a, b) => a.at - b.at)
  let count = 0
  for await (const line of linesOf(bytes, end)) {
    await lines.add(line)
    count++
  }
  if (count !== end.entries) throw damaged('directory')
  const entries = new Roll<Entry>(spill, entryForm)
  const found: Omit<Directory, 'entries'> = { first: undefined, last: undefined }
  for await (const [line, limit] of withLimits(lines.inOrder(), end.directoryAt)) {
    found.last = await locate(bytes, line, limit)
    found.first ??= found.last
    await entries.add(found.last)
  }
  return { entries, ...found }
}

/** The directory is read through a window; a line that reaches beyond it moves the window on. */
async function* linesOf(bytes: Bytes, { directoryAt, directoryBytes }: End): AsyncGenerator<Line> {
  let window = Buffer.alloc(0)
  let windowAt = 0
  const from = async (at: number, length: number): Promise<Buffer> => {
    if (at + length > directoryBytes) throw damaged('directory')
    if (at + length > windowAt + window.length) {
      window = Buffer.from(await bytes.read(directoryAt + at, Math.min(Math.max(length, WINDOW_BYTES), directoryBytes - at)))
      windowAt = at
    }
    return window.subarray(at - windowAt, at - windowAt + length)
  }
  for (let at = 0; at < directoryBytes;) {
    const fixed = await from(at, FIXED_BYTES)
    if (fixed.readUInt32LE(0) !== CENTRAL) throw damaged('directory')
    const length = FIXED_BYTES + fixed.readUInt16LE(28) + fixed.readUInt16LE(30) + fixed.readUInt16LE(32)
    yield readLine(await from(at, length))
    at += length
  }
}

/** Each with the place where the next begins: no entry may reach beyond it. */
async function* withLimits(lines: AsyncIterable<Line>, last: number): AsyncGenerator<[Line, number]> {
  let before: Line | undefined
  for await (const line of lines) {
    if (before) yield [before, line.at]
    before = line
  }
  if (before) yield [before, last]
}

function readLine(bytes: Buffer): Line {
  const extraAt = FIXED_BYTES + bytes.readUInt16LE(28)
  const rawName = bytes.toString('latin1', FIXED_BYTES, extraAt)
  const flags = bytes.readUInt16LE(8)
  const rawMethod = bytes.readUInt16LE(10)
  const extra = parseExtra(bytes.subarray(extraAt, extraAt + bytes.readUInt16LE(30)))
  const sizes = { bytes: bytes.readUInt32LE(24), packedBytes: bytes.readUInt32LE(20), at: bytes.readUInt32LE(42) }
  if (bytes.readUInt16LE(34) !== 0) throw damaged('several disks')
  return {
    rawName, flags, rawMethod, kind: kindOf(rawName, bytes.readUInt16LE(4) >> 8, bytes.readUInt32LE(38)),
    ...encryptionOf(flags, rawMethod, extra.aes), crc: bytes.readUInt32LE(16),
    mtime: extra.mtime ?? fromDosTime(bytes.readUInt32LE(12)), ...widen(sizes, extra.zip64),
  }
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

/** A slash is the same byte in every encoding, and never the second byte of a letter. */
function kindOf(rawName: string, system: number, attributes: number): Entry['kind'] {
  const type = system === 3 ? (attributes >>> 16) & 0o170000 : 0
  if (type === 0o120000) return 'link'
  return rawName.endsWith('/') ? 'folder' : 'file'
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
  const same = fixed.readUInt32LE(0) === LOCAL && rest.toString('latin1', 0, nameLength) === line.rawName && rawMethod === line.rawMethod
    && ((flags ^ line.flags) & (ENCRYPTED | SIZES_FOLLOW | UTF8)) === 0
    && sameEncryption(encryptionOf(flags, rawMethod, extra.aes), line)
  if (!same) throw damaged('local header')
  if ((flags & SIZES_FOLLOW) === 0) requireSameSizes(fixed, extra.zip64, line)
  const dataAt = line.at + 30 + nameLength + extraLength
  requireInside(dataAt, line.packedBytes, limit)
  const { rawName: _, flags: __, rawMethod: ___, ...entry } = line
  return { name: decodeName(rest.subarray(0, nameLength), (flags & UTF8) !== 0), ...entry, dataAt, dataEnd: dataAt + line.packedBytes }
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

const encode = ({ encryption }: Pick<Entry, 'encryption'>): unknown => (typeof encryption === 'string' ? encryption : [encryption.version, encryption.strength])
const decode = (encryption: EncodedEncryption): Entry['encryption'] => (typeof encryption === 'string' ? encryption : { version: encryption[0], strength: encryption[1] })
type EncodedEncryption = 'none' | 'zipcrypto' | [1 | 2, Strength]

const lineForm: Form<Line> = {
  write: (line) => JSON.stringify([line.rawName, line.flags, line.rawMethod, line.kind, encode(line), line.method, line.crc, line.packedBytes, line.bytes, line.mtime, line.at]),
  read: (text) => {
    const [rawName, flags, rawMethod, kind, encryption, method, crc, packedBytes, bytes, mtime, at] = JSON.parse(text) as [string, number, number, Entry['kind'], EncodedEncryption, number, number, number, number, number, number]
    return { rawName, flags, rawMethod, kind, encryption: decode(encryption), method, crc, packedBytes, bytes, mtime, at }
  },
}

const entryForm: Form<Entry> = {
  write: (entry) => JSON.stringify([entry.name, entry.kind, encode(entry), entry.method, entry.crc, entry.packedBytes, entry.bytes, entry.mtime, entry.at, entry.dataAt, entry.dataEnd]),
  read: (text) => {
    const [name, kind, encryption, method, crc, packedBytes, bytes, mtime, at, dataAt, dataEnd] = JSON.parse(text) as [string, Entry['kind'], EncodedEncryption, number, number, number, number, number, number, number, number]
    return { name, kind, encryption: decode(encryption), method, crc, packedBytes, bytes, mtime, at, dataAt, dataEnd }
  },
}

const damaged = (part: string): PackageProblem => new PackageProblem('damaged', { part })
