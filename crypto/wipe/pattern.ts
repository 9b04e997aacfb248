import { offsetTold, stamp, tileOf } from './tile.ts'

export type PatternName = 'zero' | 'ones' | 'complement' | 'tile'

/** What is written over everything in one pass. Chunks are of 1 MiB (`TILE`), begin at its multiples, and the last one may be shorter. */
export interface Pass {
  /** Makes a whole chunk hold what belongs to offset 0. Once for every piece of memory. */
  prime(chunk: Uint8Array): void
  /** Makes a primed chunk hold what belongs to this offset. */
  turn(chunk: Uint8Array, offset: number): void
  /** The offset that found bytes (512) were written for, where a pattern tells; else null. */
  told(found: Uint8Array): number | null
}

/** The passes of a pattern, in their order. `complement`: 0x55 and then 0xAA (NIST SP 800-88 Rev. 1, table A-9: a pattern and its complement). Only `tile` wants the seed. */
export function passesOf(pattern: PatternName, seed: Uint8Array | null): Pass[] {
  switch (pattern) {
    case 'zero': return [constant(0x00)]
    case 'ones': return [constant(0xff)]
    case 'complement': return [constant(0x55), constant(0xaa)]
    case 'tile': {
      if (seed === null) throw new RangeError('the tile needs its seed')
      return [stamped(tileOf(seed))]
    }
  }
}

const constant = (byte: number): Pass => ({ prime: (chunk) => { chunk.fill(byte) }, turn: () => {}, told: () => null })

const stamped = (tile: Uint8Array): Pass => ({
  prime: (chunk) => { chunk.set(tile) },
  turn: stamp,
  told: (found) => offsetTold(found, tile),
})
