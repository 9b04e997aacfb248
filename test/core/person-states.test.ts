import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Desk } from '../../core/contract.ts'
import { objectionsToHandling } from '../../core/people/rules.ts'
import { type Person, type PersonId, standing } from '../../core/people/person.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Day } from '../../core/time.ts'
import { sized } from '../campaign.ts'
import { oba, PASSWORD, pledge, staffedOffice, training } from '../cast.ts'
import { codesAgainst } from '../refused.ts'

const day = '2026-12-07' as Day
type Act = (desk: Desk, personId: PersonId, i: number) => Promise<unknown>

/** Everything that a supervisor can do to somebody's place in the roster, in any order. */
const acts: Readonly<Record<string, Act>> = {
  train: (desk, id) => desk.people.recordTraining({ personIds: [id], training }),
  pledge: (desk, id) => desk.people.signPledge({ personId: id, pledge }),
  endPledge: (desk, personId) => desk.staffing.endPledge({ personId, how: '撤回', on: day, reason: '申出' }),
  stop: (desk, personId) => desk.people.stop({ personId, reason: '調査' }),
  resume: (desk, personId) => desk.people.resume({ personId, reason: '済' }),
  release: (desk, personId) => desk.people.release({ personId, reason: '退職' }),
  account: (desk, personId, i) => desk.people.giveAccount({ personId, loginId: `shinjin${i}`, password: PASSWORD }),
  suspend: (desk, personId) => desk.people.suspendAccount({ personId, reason: '調査' }),
  revoke: (desk, personId) => desk.people.revokeAccount({ personId, reason: '退職' }),
  card: (desk, personId, i) => desk.staffing.issueCard({ no: `HK-${i}`, personId, issuedOn: day, validTo: null }),
  cardBack: async (desk, personId) => { for (const card of await desk.staffing.cards()) if (card.personId === personId && card.state === '発行') await desk.staffing.returnCard({ cardId: card.id, on: day }) },
  roles: (desk, personId, i) => desk.people.changeRoles({ personId, roles: i % 2 ? ['worker'] : ['worker', 'administrator', 'supervisor'], reason: '担当替え' }),
}

test('no order of acts lets anybody handle information who is not trained, pledged and on duty, releases who still holds something, or leaves the office without an administrator and a supervisor', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(acts)), { maxLength: 24 }), async (names) => {
    const { desk, world } = await staffedOffice()
    const { id } = await desk.people.register({ ...oba, name: '髙﨑 𠮷', roles: ['worker'] })
    let releasedAt: Person | null = null
    for (const [i, name] of names.entries()) {
      await acts[name]!(desk, id, i).catch((error: unknown) => { if (!(error instanceof Refusal)) throw error })
      const people = await desk.people.list()
      const person = people.find((one) => one.id === id)!
      const free = objectionsToHandling(person, world.now()).length === 0
      expect(free).toBe(person.trainings.length > 0 && person.pledge !== null && standing(person) === '従事可')
      if (standing(person) === '解除') {
        expect(person.loginId).toBeNull()
        expect((await desk.staffing.cards()).some((card) => card.personId === id && card.state === '発行')).toBe(false)
        releasedAt ??= person
        expect(person.duty).toEqual(releasedAt.duty)
      }
      expect(people.some((one) => one.roles.includes('administrator') && one.loginId !== null && one.access.state === 'active' && one.duty.state === '従事')).toBe(true)
      expect(people.some((one) => one.roles.includes('supervisor') && one.access.state === 'active' && one.duty.state === '従事')).toBe(true)
    }
  }), { numRuns: sized(25, 300) })
})

test('of two who change the roster at the same moment one is told what the other did', async () => {
  const { desk, yoshida } = await staffedOffice()
  const outcomes = await Promise.allSettled([desk.people.stop({ personId: yoshida.id, reason: '一' }), desk.people.stop({ personId: yoshida.id, reason: '二' })])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const cards = await Promise.allSettled([1, 2].map(() => desk.staffing.issueCard({ no: 'HK-001', personId: yoshida.id, issuedOn: day, validTo: null })))
  expect(cards.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await codesAgainst(desk.people.stop({ personId: yoshida.id, reason: '三' }))).toEqual(['state-does-not-allow'])
})
