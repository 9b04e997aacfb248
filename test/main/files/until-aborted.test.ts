import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { untilAborted } from '../../../main/files/until-aborted.ts'
import { writeWhole } from '../../../main/files/write-whole.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const PIECES = 200

/** Pieces that come one by one, and how many of those that passed are still held by somebody: asked while the stream is still under way. */
function stream(): { pieces: AsyncGenerator<Buffer>; held(): number } {
  const passed: WeakRef<Buffer>[] = []
  let atTheEnd = Infinity
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let n = 0; n < PIECES; n++) {
      const piece = Buffer.alloc(1000, n)
      passed.push(new WeakRef(piece))
      yield piece
    }
    // A turn of its own: what a WeakRef was asked for stays until the turn ends.
    await breathe()
    collect()
    atTheEnd = passed.filter((piece) => piece.deref() !== undefined).length
  }
  return { pieces: pieces(), held: () => atTheEnd }
}

test('a long stream passes piece by piece, and none is held once it has passed', async () => {
  const { pieces, held } = stream()

  let seen = 0
  for await (const piece of untilAborted(pieces, new AbortController().signal)) seen += piece.length

  expect(seen).toBe(PIECES * 1000)
  expect(held()).toBeLessThan(10)
})

test('a long file is written whole without being held whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-stream-'))
  const { pieces, held } = stream()

  await writeWhole(join(folder, 'long'), pieces, new AbortController().signal)

  expect(held()).toBeLessThan(10)
  rmSync(folder, { recursive: true })
})

test('a source that is silent, fails at once or only once it was given up holds nobody', async () => {
  const cancel = new AbortController()
  let fail: (why: Error) => void = () => {}
  const silent: AsyncIterable<string> = { [Symbol.asyncIterator]: () => ({ next: () => new Promise((_, reject) => { fail = reject }) }) }
  const reading = untilAborted(silent, cancel.signal).next()
  cancel.abort(new Error('locked'))
  await expect(reading).rejects.toThrow('locked')
  fail(new Error('too late for anybody'))
  await breathe()

  const broken: Iterable<string> = { [Symbol.iterator]: () => ({ next: () => { throw new Error('broken') } }) }
  await expect(untilAborted(broken, new AbortController().signal).next()).rejects.toThrow('broken')
  await expect(untilAborted(['a'], cancel.signal).next()).rejects.toThrow('locked')
})
