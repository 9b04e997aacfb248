import type { Pass } from '../../crypto/wipe/pattern.ts'
import type { Place } from '../../crypto/wipe/sampling.ts'
import { STAMPED, TILE } from '../../crypto/wipe/tile.ts'
import { type Course, type Findings, inChunks, inHalves, stopIfCalledOff } from './course.ts'
import { fourAtOnce } from './in-flight.ts'
import { readFully } from './target.ts'

/** Reads places, in order, and compares them with what a pass leaves. Notes what cannot be read, what differs, and whose content it is. */
export async function readBack(course: Course, pass: Pass, places: readonly Place[], found: Findings): Promise<void> {
  const { target, tally, standing, watch } = course
  const expected = new Uint8Array(TILE)
  pass.prime(expected)
  standing.reached = places[0]?.offset ?? 0
  await fourAtOnce(chunksOf(places), standing, async ({ offset, length }, lane) => {
    stopIfCalledOff(course)
    const room = course.lanes[lane] ?? new Uint8Array(0)
    const went = await inHalves(course, offset, length, async (at, bytes) => {
      const piece = room.subarray(at - offset, at - offset + bytes)
      await readFully(target, piece, at)
      tally.bytesRead += bytes
      const base = Math.floor(at / TILE) * TILE
      pass.turn(expected, base)
      compare(piece, expected.subarray(at - base, at - base + bytes), at, { pass, sectorBytes: target.sectorBytes, found })
    }, (at) => { found.bad.add('unreadable', at / target.sectorBytes, 1) })
    course.pace.did(length)
    if (!went) await watch.deadChunk()
  })
}

function* chunksOf(places: readonly Place[]): Generator<Place, void> {
  for (const { offset, length } of places) yield* inChunks(offset, offset + length)
}

function compare(piece: Uint8Array, expected: Uint8Array, offset: number, { pass, sectorBytes, found }: { pass: Pass; sectorBytes: number; found: Findings }): void {
  if (Buffer.compare(piece, expected) === 0) return
  for (let at = 0; at < piece.length; at += sectorBytes) {
    const sector = piece.subarray(at, at + sectorBytes)
    if (Buffer.compare(sector, expected.subarray(at, at + sectorBytes)) === 0) continue
    const lba = (offset + at) / sectorBytes
    found.bad.add('differs', lba, 1)
    const told = sector.length >= STAMPED ? pass.told(sector.subarray(0, STAMPED)) : null
    if (told !== null && told % sectorBytes === 0 && told !== offset + at) found.misplaced.add(told / sectorBytes - lba, lba, 1)
  }
}
