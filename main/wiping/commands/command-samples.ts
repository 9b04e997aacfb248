// What a drive does to itself cannot be watched. What it held before and holds afterwards can be looked at, at some places.
import { createHmac, randomBytes, randomInt } from 'node:crypto'
import type { Drive } from '../../../core/media/drive.ts'
import { alignedBuffer } from '../../packages/aligned.ts'
import { openTarget } from '../open-target.ts'
import { WipeProblem } from '../problem.ts'
import { readFully, type Target } from '../target.ts'

const BLOCK = 4096
const PLACES = 64
/** Where file systems begin, and where partition tables have their copy: something stands there on any drive that was in use. */
const EDGE = 16
const LOOKS = 512

type Open = (path: string) => Promise<Target>

/**
 * Reads up to 64 places that tell something (blocks of one value throughout would look the same erased), and keeps HMACs under a key that
 * leaves no trace. The answer looks at them again: `places` are those that could be compared. A drive that cannot be opened has none.
 */
export async function sampleDrive({ path }: Pick<Drive, 'path'>, open: Open = (at) => openTarget(at, 'read')): Promise<() => Promise<{ places: number; unchanged: number }>> {
  const key = randomBytes(32)
  const room = alignedBuffer(BLOCK).subarray(0, BLOCK)
  const before = await withTarget(path, open, async (target) => ({ codes: await take(target, key, room), insertion: target.insertion ?? null }))
  return async () => {
    const counted = { places: 0, unchanged: 0 }
    if (!before || before.codes.size === 0) return counted
    await withTarget(path, open, async (target) => {
      // A drive that begins anew may come back at another path, and another one at this: of that one, nothing is to be said.
      if ((target.insertion ?? null) !== before.insertion) return
      for (const [block, code] of before.codes) {
        const held = await blockAt(target, block, room)
        if (held === null) continue
        counted.places++
        if (codeOf(key, held) === code) counted.unchanged++
      }
    })
    return counted
  }
}

async function take(target: Target, key: Uint8Array, room: Uint8Array): Promise<Map<number, string>> {
  const blocks = Math.floor(target.bytes / BLOCK)
  const taken = new Map<number, string>()
  for (let look = 0; look < Math.min(LOOKS, blocks) && taken.size < PLACES; look++) {
    const block = placeOf(look, blocks)
    const held = await blockAt(target, block, room)
    if (held !== null && held.some((byte) => byte !== held[0])) taken.set(block, codeOf(key, held))
  }
  return taken
}

/** Both ends first, then anywhere; all of them, where there are few. */
function placeOf(look: number, blocks: number): number {
  if (blocks <= LOOKS) return look
  if (look < EDGE) return look
  return look < 2 * EDGE ? blocks - 1 - (look - EDGE) : randomInt(blocks)
}

async function blockAt(target: Target, block: number, room: Uint8Array): Promise<Uint8Array | null> {
  try {
    await readFully(target, room, block * BLOCK)
    return room
  } catch {
    // Unreadable before or after: nothing to compare, and so nothing to be said.
    return null
  }
}

async function withTarget<T>(path: string, open: Open, look: (target: Target) => Promise<T>): Promise<T | null> {
  let target: Target
  try {
    target = await open(path)
  } catch (error) {
    if (error instanceof WipeProblem) return null
    throw error
  }
  try {
    return await look(target)
  } finally {
    await target.close()
  }
}

const codeOf = (key: Uint8Array, block: Uint8Array): string => createHmac('sha256', key).update(block).digest('hex')
