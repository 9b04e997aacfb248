import { createHmac } from 'node:crypto'

/** A stretch of a medium, in bytes. */
export interface Place { offset: number; length: number }

export const SUBSECTIONS = 1000
const ENDS = 1 << 20

/**
 * Where a medium is read when not all of it is: after NIST SP 800-88 Rev. 1, 4.7, 1,000 equal subsections, in each two places that
 * do not overlap, drawn from the seed, each at least 5 % of the subsection; besides, the first and the last MiB, and `also` (where
 * something went wrong before). In order, overlaps merged. Where subsections would have fewer than ten sectors, everything is read.
 */
export function samplePlaces({ bytes, sectorBytes, seed, also = [] }: { bytes: number; sectorBytes: number; seed: Uint8Array; also?: readonly Place[] }): Place[] {
  const sectors = Math.ceil(bytes / sectorBytes)
  if (sectors < SUBSECTIONS * 10) return merged([{ offset: 0, length: bytes }], bytes)
  const drawn = Array.from({ length: SUBSECTIONS }, (_, n) => drawnFrom(n, sectors, seed)).flat()
  const ends = [{ offset: 0, length: ENDS }, { offset: Math.max(0, bytes - ENDS), length: ENDS }].map((place) => whole(place, sectorBytes))
  return merged([...drawn.map(([first, count]) => ({ offset: first * sectorBytes, length: count * sectorBytes })), ...ends, ...also.map((place) => whole(place, sectorBytes))], bytes)
}

/** The two places of subsection `n`, as [first sector, sectors]. */
function drawnFrom(n: number, sectors: number, seed: Uint8Array): [number, number][] {
  const from = Math.floor((n * sectors) / SUBSECTIONS)
  const size = Math.floor(((n + 1) * sectors) / SUBSECTIONS) - from
  const length = Math.ceil(size / 20)
  // Two points on a line shortened by both lengths: moved apart again, the places cannot overlap.
  const [a = 0, b = 0] = [0, 1].map((k) => drawn(seed, n, k, size - 2 * length + 1)).toSorted((x, y) => x - y)
  return [[from + a, length], [from + b + length, length]]
}

/** HMAC-SHA-256(seed, subsection as u32 and k as u8, big-endian), its first six bytes as a number, modulo the choices. */
function drawn(seed: Uint8Array, subsection: number, k: number, choices: number): number {
  const asked = Buffer.alloc(5)
  asked.writeUInt32BE(subsection)
  asked.writeUInt8(k, 4)
  return createHmac('sha256', seed).update(asked).digest().readUIntBE(0, 6) % choices
}

function whole({ offset, length }: Place, sectorBytes: number): Place {
  const from = Math.floor(offset / sectorBytes) * sectorBytes
  return { offset: from, length: Math.ceil((offset + length - from) / sectorBytes) * sectorBytes }
}

function merged(places: readonly Place[], bytes: number): Place[] {
  const out: Place[] = []
  for (const { offset, length } of places.toSorted((a, b) => a.offset - b.offset)) {
    const end = Math.min(bytes, offset + length)
    const last = out.at(-1)
    if (last && offset <= last.offset + last.length) last.length = Math.max(last.length, end - last.offset)
    else if (end > offset) out.push({ offset, length: end - offset })
  }
  return out
}
