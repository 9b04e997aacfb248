import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, HOUR, type Instant, MINUTE } from '../../../core/time.ts'
import { type Failures, lockedUntil, oneMore, triesLeft } from '../../../main/vault/lock-out.ts'

const nine = Date.UTC(2026, 3, 1) as Instant
const after = (failures: number, now: Instant = nine): Failures => {
  let counted: Failures | undefined
  for (let n = 0; n < failures; n++) counted = oneMore(counted, now)
  return counted ?? { count: 0, lockedUntil: 0 }
}

test('each fifth failure locks, twice as long each time, up to a day', () => {
  const lengths = [5, 10, 15, 20, 25, 30, 35, 40, 45, 500].map((failures) => lockedUntil(after(failures), nine)! - nine)

  expect(lengths).toEqual([15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 16 * HOUR, DAY, DAY, DAY])
  expect([1, 2, 3, 4].map((failures) => triesLeft(after(failures)))).toEqual([4, 3, 2, 1])
})

test('an ID is locked until the moment and not beyond it', () => {
  const locked = after(5)

  expect(lockedUntil(locked, (nine + 15 * MINUTE - 1) as Instant)).toBe(nine + 15 * MINUTE)
  expect(lockedUntil(locked, (nine + 15 * MINUTE) as Instant)).toBeNull()
  expect(lockedUntil(undefined, nine)).toBeNull()
})

test('a clock that was set back makes no lock longer than it was meant to be', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: nine }), (failures, back) => {
    const until = lockedUntil(after(failures), (nine - back) as Instant)
    return until === null || until - (nine - back) <= DAY
  }))
})
