import type { Bytes } from './bytes.ts'
import { PackageProblem } from './problem.ts'
import { END, END64, FULL32, LOCAL, LOCATOR64 } from './records.ts'

export interface End { entries: number; directoryAt: number; directoryBytes: number }

const END_BYTES = 22
const LOCATOR_BYTES = 20
const END64_BYTES = 56
const MOST_COMMENT_BYTES = 0xffff

/**
 * Finds the end record, which must end where the file ends, and there must be only one that could be meant.
 * Nothing may stand before the first entry, between directory and end record, or after it: what a lenient reader would
 * skip is where a second archive hides. `truncated` when it began as a ZIP; `not-a-zip` when not.
 */
export async function findEnd(bytes: Bytes): Promise<End> {
  const tailBytes = Math.min(bytes.size, END_BYTES + MOST_COMMENT_BYTES)
  const tail = Buffer.from(await bytes.read(bytes.size - tailBytes, tailBytes))
  const found: number[] = []
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) === END && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length) found.push(at)
  }
  if (found.length === 0) throw new PackageProblem(await beginsAsZip(bytes) ? 'truncated' : 'not-a-zip')
  if (found.length > 1) throw damaged()
  const record = tail.subarray(found[0])
  const endAt = bytes.size - tailBytes + found[0]!
  const small = { entries: record.readUInt16LE(10), directoryBytes: record.readUInt32LE(12), directoryAt: record.readUInt32LE(16) }
  const oneDisk = [0, 0xffff].includes(record.readUInt16LE(4)) && [0, 0xffff].includes(record.readUInt16LE(6)) && record.readUInt16LE(8) === small.entries
  if (!oneDisk) throw damaged()
  const wide = await findEnd64(bytes, endAt, small)
  const end = wide?.end ?? small
  if (end.directoryAt + end.directoryBytes !== (wide?.at ?? endAt)) throw damaged()
  return end
}

/** The zip64 end record, when its locator stands right before the end record. What the small record does say must agree. */
async function findEnd64(bytes: Bytes, endAt: number, small: End): Promise<{ at: number; end: End } | undefined> {
  const mustBe = small.entries === 0xffff || small.directoryAt === FULL32 || small.directoryBytes === FULL32
  if (endAt < LOCATOR_BYTES) return absent(mustBe)
  const locator = Buffer.from(await bytes.read(endAt - LOCATOR_BYTES, LOCATOR_BYTES))
  if (locator.readUInt32LE(0) !== LOCATOR64) return absent(mustBe)
  const at = safe(locator.readBigUInt64LE(8))
  // Only the plain form of 56 bytes: room for "extensible data" between records is room to hide in.
  if (at + END64_BYTES + LOCATOR_BYTES !== endAt) throw damaged()
  const record = Buffer.from(await bytes.read(at, END64_BYTES))
  if (record.readUInt32LE(0) !== END64 || record.readBigUInt64LE(4) !== 44n || record.readUInt32LE(16) !== 0 || record.readUInt32LE(20) !== 0) throw damaged()
  if (record.readBigUInt64LE(24) !== record.readBigUInt64LE(32)) throw damaged()
  const end = { entries: safe(record.readBigUInt64LE(32)), directoryBytes: safe(record.readBigUInt64LE(40)), directoryAt: safe(record.readBigUInt64LE(48)) }
  const agrees = [0xffff, end.entries].includes(small.entries) && [FULL32, end.directoryAt].includes(small.directoryAt) && [FULL32, end.directoryBytes].includes(small.directoryBytes)
  if (!agrees) throw damaged()
  return { at, end }
}

function absent(mustBe: boolean): undefined {
  if (mustBe) throw damaged()
  return undefined
}

async function beginsAsZip(bytes: Bytes): Promise<boolean> {
  return bytes.size >= 4 && Buffer.from(await bytes.read(0, 4)).readUInt32LE(0) === LOCAL
}

function safe(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged()
  return Number(value)
}

const damaged = (): PackageProblem => new PackageProblem('damaged', { part: 'end record' })
