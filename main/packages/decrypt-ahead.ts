import { codesAgree } from '../../crypto/zip/ae2.ts'
import type { Decrypt } from '../../crypto/zip/container.ts'
import { PackageProblem } from '../../crypto/zip/problem.ts'
import { ahead } from './ahead.ts'
import type { Crew } from './crew.ts'
import type { PackageFile } from './package-file.ts'
import { SlotStock } from './shared-memory.ts'

const CHUNK_BYTES = 1 << 20
const PAGE_BYTES = 4096
const DEPTH = 4

/** Reads the next pieces of an entry, and has the crew authenticate and decrypt them, while the one before is inflated and hashed here. */
export function decryptAhead(file: PackageFile, crew: Crew): Decrypt {
  // A piece begins anywhere in a page, and is read by whole pages.
  const stock = new SlotStock(DEPTH + 2, CHUNK_BYTES + 2 * PAGE_BYTES)
  return async function* decrypted(_, unlocked) {
    const lane = crew.lane({ decrypt: unlocked.keys }, stock)
    const offsets = Array.from({ length: Math.ceil(unlocked.length / CHUNK_BYTES) }, (_none, i) => i * CHUNK_BYTES)
    let reading: Promise<unknown> = Promise.resolve()
    const pieces = ahead(offsets, DEPTH, async (at) => {
      const slot = await stock.take()
      const length = Math.min(CHUNK_BYTES, unlocked.length - at)
      // One after the other: the lane works in the order in which it is asked, and a disk reads best in order too.
      const read = reading.then(() => file.readInto(slot, unlocked.at + at, length))
      const decryptedThere = read.then(async (piece) => lane.step(piece).then(() => piece))
      reading = read
      return { slot, piece: await decryptedThere }
    })
    for await (const { slot, piece } of pieces) {
      yield piece
      stock.give(slot)
    }
    if (!codesAgree(await lane.finish(), unlocked.code)) throw new PackageProblem('wrong-password-or-damaged', { path: unlocked.entry.name })
  }
}
