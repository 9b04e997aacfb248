import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sized } from '../campaign.ts'
import { keepFigures } from '../figures.ts'
import { figuresOf } from './figures-of.ts'
import { giveBack, keepWhatIsOpen } from './given-back.ts'
import { type Counted, counting } from './world-calls.ts'

/** The models of core, which try anything in any order, with every call of what comes to a good end failing in its turn: ways through the world that no test of an article takes. */
const counted = vi.hoisted(() => ({ now: null as Counted | null }))
vi.mock('../../core/desk.ts', async (importOriginal) => {
  const real = await importOriginal<typeof import('../../core/desk.ts')>()
  const { counting: begin, everyCallFails } = await import('./world-calls.ts')
  const { noted } = await import('./given-back.ts')
  const { sized: size } = await import('../campaign.ts')
  const here = counted.now ??= begin()
  return { ...real, openDesk: (world: Parameters<typeof real.openDesk>[0]) => everyCallFails(real.openDesk, noted(world), here, size(2, 12)) }
})
vi.mock('fast-check', async (importOriginal) => {
  const real = await importOriginal<typeof import('fast-check')>()
  const { eachRunGivesBack } = await import('./given-back.ts')
  const assert = (property: never, how?: object): unknown => real.assert(eachRunGivesBack(property), { ...how, numRuns: sized(3, 100), seed: 7 })
  return { ...real, assert, default: { ...real.default, assert } }
})

beforeEach(keepWhatIsOpen)
afterEach(() => { giveBack() })

import.meta.glob([
  '../core/carryouts.test.ts',
  '../core/city-office-machine.test.ts',
  '../core/incident-machine.test.ts',
  '../core/revision-machines.test.ts',
], { eager: true })

test('whatever failed in whatever order, nothing was swallowed, claimed too much or left in halves, and the same could be asked again', () => {
  expect([...counted.now?.contradictions ?? []]).toEqual([])
  expect(counted.now?.operations.size ?? 0).toBeGreaterThan(40)
})

afterAll(() => {
  const all = counted.now ?? counting()
  if (all.contradictions.size === 0) keepFigures('world-calls-models', figuresOf(all))
})
