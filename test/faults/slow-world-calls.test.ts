import { afterAll, expect, test, vi } from 'vitest'
import { sized } from '../campaign.ts'
import { keepFigures } from '../figures.ts'
import { type Counted, counting, everyOperation } from './world-calls.ts'

/**
 * Every test of the articles that follow is walked with a desk that, before each operation, tries it in a world like this one as often as
 * it asks anything of the world, each time with another call failing.
 */
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
  '../articles/18-*.test.ts',
  '../articles/19-*.test.ts',
  '../articles/22-*.test.ts',
], { eager: true })

test('most operations of the contract came to a good end somewhere, and then every call of them failed in turn', () => {
  // The others are walked by the files beside this one; what none of them walks stands in the figures.
  expect((counted.now ?? counting()).operations.size).toBeGreaterThan(200)
})

test('whatever failed, nothing was swallowed, claimed too much or left in halves, and the same could be asked again', () => {
  expect([...counted.now?.contradictions ?? []]).toEqual([])
})

afterAll(() => {
  const { operations, rounds, contradictions, ...rest } = counted.now ?? counting()
  if (contradictions.size > 0) return
  const unwalked = everyOperation().filter((name) => !operations.has(name))
  keepFigures('world-calls', {
    operations: operations.size, 'operations not walked': unwalked.join(' ') || 'none', 'operations of the contract': everyOperation().length, ways: [...operations.values()].reduce((sum, { size }) => sum + size, 0),
    'failed before': rounds.before, 'answers lost': rounds.after, 'another came first': rounds['came first'],
    'left as it was': rest.unchanged, 'asked again': rest.askedAgain, 'stood already': rest.standing, 'questions settled': rest.settled, 'done twice': rest.twice, contradictions: 0,
  })
})
