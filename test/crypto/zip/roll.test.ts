import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inMemory, type OpenSpill } from '../../../crypto/zip/pages.ts'
import { asJson, Roll } from '../../../crypto/zip/roll.ts'
import { Sorter } from '../../../crypto/zip/sorter.ts'

/** A spill that counts what it holds, and is empty once it is closed. */
function watched(): { open: OpenSpill; blocks: () => number; opened: () => number; closed: () => number } {
  let [blocks, opened, closed] = [0, 0, 0]
  const open: OpenSpill = () => {
    const spill = inMemory()
    opened++
    return { put: (block) => { blocks++; return spill.put(block) }, get: spill.get, close: async () => { closed++ } }
  }
  return { open, blocks: () => blocks, opened: () => opened, closed: () => closed }
}

async function linesOf<T>(lines: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const line of lines) all.push(line)
  return all
}

const byNumber = (a: { n: number }, b: { n: number }): number => a.n - b.n

test('a short roll touches no disk', async () => {
  const spill = watched()
  const roll = new Roll(spill.open, asJson<string>())
  for (let i = 0; i < 1000; i++) await roll.add(`受領 ${i}`)
  expect(await linesOf(roll)).toEqual(Array.from({ length: 1000 }, (_, i) => `受領 ${i}`))
  expect(spill.opened()).toBe(0)
})

test('a long roll keeps the same few pages in memory, however long it is, and can be read again and again', async () => {
  const spill = watched()
  const roll = new Roll(spill.open, asJson<string>())
  const lines = Array.from({ length: 9000 }, (_, i) => `${i} ${'届出'.repeat(i % 60)}`)
  for (const line of lines) await roll.add(line)
  const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0)
  expect(spill.blocks()).toBeGreaterThanOrEqual(Math.floor(bytes / 65_536) - 5)
  for (let time = 0; time < 2; time++) expect(await linesOf(roll)).toEqual(lines)
  expect(roll.count).toBe(9000)
})

test('two may read a roll at the same time', async () => {
  const roll = new Roll(inMemory, asJson<number>(), 0)
  for (let i = 0; i < 40_000; i++) await roll.add(i)
  const one = roll[Symbol.asyncIterator]()
  const other = roll[Symbol.asyncIterator]()
  for (let i = 0; i < 40_000; i++) expect([(await one.next()).value, i % 2 === 0 ? (await other.next()).value : i / 2]).toEqual([i, i / 2])
})

test('a line longer than a page is one line', async () => {
  const roll = new Roll(inMemory, asJson<string>())
  const lines = ['a', 'b'.repeat(200_000), 'c', '表'.repeat(70_000)]
  for (const line of lines) await roll.add(line)
  expect(await linesOf(roll)).toEqual(lines)
})

test('whatever order lines come in, they leave in order, and equal ones as they came', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 400 }), async (numbers) => {
    const sorter = new Sorter(inMemory, asJson<{ n: number; i: number; filling: string }>(), byNumber)
    // So long that some runs are spilled.
    const lines = numbers.map((n, i) => ({ n, i, filling: 'x'.repeat(9000) }))
    for (const line of lines) await sorter.add(line)
    expect((await linesOf(sorter.inOrder())).map(({ n, i }) => [n, i])).toEqual(lines.toSorted(byNumber).map(({ n, i }) => [n, i]))
  }), { numRuns: 30 })
})

test('many runs are merged, and their room is given back', async () => {
  const spill = watched()
  const sorter = new Sorter(spill.open, asJson<{ n: number; filling: string }>(), byNumber)
  const numbers = Array.from({ length: 12_000 }, (_, i) => (i * 7919) % 12_000)
  for (const n of numbers) await sorter.add({ n, filling: 'x'.repeat(1000) })
  expect((await linesOf(sorter.inOrder())).map(({ n }) => n)).toEqual(numbers.toSorted((a, b) => a - b))
  expect([spill.opened(), spill.closed()]).toEqual([1, 1])
})

test('a reader who leaves early gives the room back, too', async () => {
  const spill = watched()
  const sorter = new Sorter(spill.open, asJson<{ n: number; filling: string }>(), byNumber)
  for (let n = 3000; n > 0; n--) await sorter.add({ n, filling: 'x'.repeat(1000) })
  for await (const { n } of sorter.inOrder()) if (n === 2) break
  expect([spill.opened(), spill.closed()]).toEqual([1, 1])
})
