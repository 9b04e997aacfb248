import type { Strength } from './ae2.ts'
import { PackageProblem } from './problem.ts'
import { fromNtfsTime } from './when.ts'

export interface Extra {
  zip64?: Buffer
  aes?: { version: 1 | 2; strength: Strength; method: number }
  mtime?: number
}

/** The extra fields that mean something to us; others are skipped, broken ones refused. */
export function parseExtra(bytes: Buffer): Extra {
  const extra: Extra = {}
  let at = 0
  while (at + 4 <= bytes.length) {
    const id = bytes.readUInt16LE(at)
    const length = bytes.readUInt16LE(at + 2)
    const body = bytes.subarray(at + 4, at + 4 + length)
    if (body.length < length) throw damaged()
    readField(id, body, extra)
    at += 4 + length
  }
  // Some writers pad with up to three zero bytes; anything else in their place is damage.
  if (bytes.subarray(at).some((byte) => byte !== 0)) throw damaged()
  return extra
}

function readField(id: number, body: Buffer, extra: Extra): void {
  if (id === 0x0001) {
    if (extra.zip64) throw damaged()
    extra.zip64 = body
  }
  if (id === 0x9901) {
    if (extra.aes) throw damaged()
    extra.aes = readAes(body)
  }
  if (id === 0x5455 && body.length >= 5 && (body[0]! & 1) === 1) extra.mtime ??= body.readInt32LE(1) * 1000
  if (id === 0x000a && body.length >= 32 && body.readUInt16LE(4) === 1) extra.mtime = fromNtfsTime(body.readBigUInt64LE(8))
}

function readAes(body: Buffer): NonNullable<Extra['aes']> {
  if (body.length !== 7 || body.toString('latin1', 2, 4) !== 'AE') throw damaged()
  const version = body.readUInt16LE(0)
  const strength = body[4]
  if ((version !== 1 && version !== 2) || (strength !== 1 && strength !== 2 && strength !== 3)) throw damaged()
  return { version, strength, method: body.readUInt16LE(5) }
}

const damaged = (): PackageProblem => new PackageProblem('damaged', { part: 'extra field' })
