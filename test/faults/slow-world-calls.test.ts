import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sized } from '../campaign.ts'
import { keepFigures } from '../figures.ts'
import { figuresOf } from './figures-of.ts'
import { giveBack, keepWhatIsOpen } from './given-back.ts'
import { leftOut, notWalked } from './walked.ts'
import { type Counted, counting, everyOperation } from './world-calls.ts'

/**
 * Every test of the articles that follow is walked with a desk that, before each operation, tries it in a world like this one as often as
 * it asks anything of the world, each time with another call failing.
 */
const counted = vi.hoisted(() => ({ now: null as Counted | null }))
vi.mock('../../core/desk.ts', async (importOriginal) => {
  const real = await importOriginal<typeof import('../../core/desk.ts')>()
  const { counting: begin, everyCallFails } = await import('./world-calls.ts')
  const { noted } = await import('./given-back.ts')
  const { sized: size } = await import('../campaign.ts')
  const here = counted.now ??= begin()
  return { ...real, openDesk: (world: Parameters<typeof real.openDesk>[0]) => everyCallFails(real.openDesk, noted(world), here, size(1, 12)) }
})
// The models walk at random; here each is walked only as often as it takes to have been everywhere.
vi.mock('fast-check', async (importOriginal) => {
  const real = await importOriginal<typeof import('fast-check')>()
  const { eachRunGivesBack } = await import('./given-back.ts')
  const assert = (property: never, how?: object): unknown => real.assert(eachRunGivesBack(property), { ...how, numRuns: sized(1, 40), seed: 7 })
  return { ...real, assert, default: { ...real.default, assert } }
})

beforeEach(keepWhatIsOpen)
afterEach(() => { giveBack() })

import.meta.glob([
  '../core/sending-machines.test.ts',
  '../core/exception-machines.test.ts',
  '../articles/05-filings.test.ts',
  '../articles/11-02-what-went-out-comes-back.test.ts',
  '../core/subcontract-machine.test.ts',
  '../core/person-states.test.ts',
  '../articles/15-files-and-commands.test.ts',
  '../articles/07-a-session-has-its-test-and-its-absentees.test.ts',
  '../articles/17-what-was-issued-is-revised.test.ts',
  '../core/register-machines.test.ts',
  '../articles/11-04-until-the-city-has-it.test.ts',
  '../articles/06-a-card-inside-city-hall.test.ts',
  '../articles/08-a-pledge-outlasts-the-contract.test.ts',
  '../articles/11-10-ア-an-id-of-ones-own.test.ts',
  '../articles/15-nothing-is-left.test.ts',
  '../articles/05-a-supervisor-changes-beforehand.test.ts',
  '../articles/11-07-over-our-own-server.test.ts',
  '../articles/11-10-devices-are-checked-before-the-start.test.ts',
  '../articles/11-10-nothing-passes-unchecked-for-viruses.test.ts',
  '../articles/14-hand-over-and-receipt.test.ts',
  '../articles/21-nobody-works-by-an-old-specification.test.ts',
  '../core/flows-on-paper.test.ts',
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
  '../articles/17-an-audit-is-answered-to-its-end.test.ts',
  '../articles/18-*.test.ts',
  '../articles/19-*.test.ts',
  '../articles/22-*.test.ts',
], { eager: true })

test('every operation for which the articles answer came to a good end somewhere, and then every call of it failed in turn', () => {
  // The others are walked by the files beside this one; `walked.test.ts` holds all of them against the contract.
  expect(leftOut('articles', counted.now ?? counting())).toEqual([])
})

test('whatever failed, nothing was swallowed, claimed too much or left in halves, and the same could be asked again', () => {
  expect([...counted.now?.contradictions ?? []]).toEqual([])
})

afterAll(() => {
  const all = counted.now ?? counting()
  if (all.contradictions.size > 0) return
  keepFigures('world-calls', { ...figuresOf(all), contract: everyOperation().join(' '), 'not walked, and why': Object.entries(notWalked).map(([name, why]) => `${name} (${why})`).join(', ') || 'none' })
})
