import { createHmac, randomBytes, randomInt } from 'node:crypto'
import type { Pass } from '../../crypto/wipe/pattern.ts'
import { TILE } from '../../crypto/wipe/tile.ts'
import { alignedBuffer } from '../packages/aligned.ts'
import { readFully, type Target } from './target.ts'

const PLACES = 64
const BLOCK = 4096

/** What a medium held at some places before it was written over, so that afterwards it can be seen that it is not there any more. */
export interface BeforeSamples {
  /** How many places held something other than what is to be written. */
  taken: number
  /** Of these, how many still hold the same. Places that cannot be read are not among them: the reading back lists them. */
  unchanged(): Promise<number>
}

/**
 * Reads up to 64 places at random. Of their content nothing is kept but HMACs under a key that leaves no trace behind this run: what was on a
 * medium must not survive in its evidence.
 */
export async function takeSamples(target: Target, last: Pass): Promise<BeforeSamples> {
  const key = randomBytes(32)
  const blocks = Math.ceil(target.bytes / BLOCK)
  const chosen = blocks <= PLACES ? Array.from({ length: blocks }, (_, n) => n) : Array.from({ length: PLACES }, () => randomInt(blocks))
  const room = alignedBuffer(BLOCK)
  const held = async (block: number) => {
    const piece = room.subarray(0, Math.min(BLOCK, target.bytes - block * BLOCK))
    try {
      await readFully(target, piece, block * BLOCK)
    } catch {
      return null
    }
    return { piece, code: createHmac('sha256', key).update(piece).digest('hex') }
  }

  const expected = new Uint8Array(TILE)
  last.prime(expected)
  const before = new Map<number, string>()
  for (const block of chosen) {
    const found = await held(block)
    const base = Math.floor((block * BLOCK) / TILE) * TILE
    last.turn(expected, base)
    if (found && Buffer.compare(found.piece, expected.subarray(block * BLOCK - base, block * BLOCK - base + found.piece.length)) !== 0) before.set(block, found.code)
  }
  return {
    taken: before.size,
    unchanged: async () => {
      let same = 0
      for (const [block, code] of before) if ((await held(block))?.code === code) same++
      return same
    },
  }
}
