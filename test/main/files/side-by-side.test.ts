import { setImmediate as later } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { sideBySide } from '../../../main/files/side-by-side.ts'

test('things are done a few at a time, and answered in order', async () => {
  let running = 0
  let most = 0

  const { results } = await sideBySide([5, 1, 4, 2, 3], 2, async (n) => {
    most = Math.max(most, ++running)
    for (let turn = 0; turn < n; turn++) await later()
    running--
    return n * 10
  })

  expect(results).toEqual([50, 10, 40, 20, 30])
  expect(most).toBe(2)
})

test('after the first failure nothing new is begun, what is under way is called off and waited for', async () => {
  const begun: number[] = []
  let calledOff = false

  const done = await sideBySide([1, 2, 3, 4], 2, async (n, signal) => {
    begun.push(n)
    if (n === 1) throw new Error('broken')
    while (!signal.aborted) await later()
    await later()
    calledOff = true
    return n
  })

  expect(done).toMatchObject({ failure: { on: 1, error: new Error('broken') }, results: [2] })
  expect(begun).toEqual([1, 2])
  expect(calledOff).toBe(true)
})

test('of nothing comes nothing', async () => {
  expect(await sideBySide([], 4, () => Promise.reject(new Error('never')))).toEqual({ results: [] })
})
