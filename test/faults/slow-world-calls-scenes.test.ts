import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepFigures } from '../figures.ts'
import { figuresOf } from './figures-of.ts'
import { giveBack, keepWhatIsOpen } from './given-back.ts'
import { scenes } from './scenes.ts'
import { leftOut } from './walked.ts'
import { type Counted, counting } from './world-calls.ts'

/** What no test of the articles asks at a desk of paper, with every call of it failing in its turn. */
const counted = vi.hoisted(() => ({ now: null as Counted | null }))
vi.mock('../../core/desk.ts', async (importOriginal) => {
  const real = await importOriginal<typeof import('../../core/desk.ts')>()
  const { counting: begin, everyCallFails } = await import('./world-calls.ts')
  const { noted } = await import('./given-back.ts')
  const here = counted.now ??= begin()
  return { ...real, openDesk: (world: Parameters<typeof real.openDesk>[0]) => everyCallFails(real.openDesk, noted(world), here, 1) }
})

beforeEach(keepWhatIsOpen)
afterEach(() => { giveBack() })

test.each(Object.entries(scenes))('whichever call fails, nothing is swallowed, claimed too much or left in halves: %s', async (_, scene) => {
  await scene()
  expect([...counted.now?.contradictions ?? []]).toEqual([])
})

test('nothing is left out for which the scenes answer', () => {
  expect(leftOut('scenes', counted.now ?? counting())).toEqual([])
})

afterAll(() => {
  const all = counted.now ?? counting()
  if (all.contradictions.size === 0) keepFigures('world-calls-scenes', figuresOf(all))
})
