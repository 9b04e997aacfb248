import { afterAll, expect, test, vi } from 'vitest'
import { sized } from '../campaign.ts'
import { keepFigures } from '../figures.ts'
import { figuresOf } from './figures-of.ts'
import { type Counted, counting } from './world-calls.ts'

/** The chapters that `slow-world-calls.test.ts` leaves, walked as it walks its own: in a process of their own, since two cores share them. */
const counted = vi.hoisted(() => ({ now: null as Counted | null }))
vi.mock('../../core/desk.ts', async (importOriginal) => {
  const real = await importOriginal<typeof import('../../core/desk.ts')>()
  const { counting: begin, everyCallFails } = await import('./world-calls.ts')
  const { sized: size } = await import('../campaign.ts')
  const here = counted.now ??= begin()
  return { ...real, openDesk: (world: Parameters<typeof real.openDesk>[0]) => everyCallFails(real.openDesk, world, here, size(1, 12)) }
})
// The models walk at random; here each is walked only as often as it takes to have been everywhere.
vi.mock('fast-check', async (importOriginal) => {
  const real = await importOriginal<typeof import('fast-check')>()
  return { ...real, default: { ...real.default, assert: (property: never, how?: object) => real.default.assert(property, { ...how, numRuns: sized(1, 40), seed: 7 }) } }
})

import.meta.glob([
  '../articles/03-demarcation-before-the-start.test.ts',
  '../articles/03-somebody-answers-for-the-work.test.ts',
  '../articles/04-critical-information-needs-a-certification.test.ts',
  '../articles/05-the-roster-remembers.test.ts',
  '../articles/06-places-before-handling.test.ts',
  '../articles/11-02-nothing-goes-out-unapproved.test.ts',
  '../articles/11-03-opened-and-verified.test.ts',
  '../articles/11-03-what-goes-onto-a-medium.test.ts',
  '../articles/11-05-media-are-counted.test.ts',
  '../articles/11-06-no-fax.test.ts',
  '../articles/11-07-mail-carries-sealed-attachments-only.test.ts',
  '../articles/11-08-no-copy-but-for-the-work.test.ts',
  '../articles/11-09-the-whole-way-is-known.test.ts',
  '../articles/15-erasing-is-planned-done-and-proved.test.ts',
  '../articles/15-certificates.test.ts',
  '../articles/15-nothing-passes-by-mistake.test.ts',
  '../articles/16-*.test.ts',
  '../articles/18-*.test.ts',
  '../articles/19-*.test.ts',
  '../articles/22-*.test.ts',
], { eager: true })

test('these chapters bring many operations to a good end, and then every call of them failed in turn', () => {
  expect((counted.now ?? counting()).operations.size).toBeGreaterThan(40)
})

test('whatever failed, nothing was swallowed, claimed too much or left in halves, and the same could be asked again', () => {
  expect([...counted.now?.contradictions ?? []]).toEqual([])
})

afterAll(() => {
  const all = counted.now ?? counting()
  if (all.contradictions.size === 0) keepFigures('world-calls-of-rooms', figuresOf(all))
})
