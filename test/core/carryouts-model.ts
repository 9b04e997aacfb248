import * as fc from 'fast-check'
import { expect } from 'vitest'
import type { CarryOut } from '../../core/carryouts/carry-out.ts'
import { watchDueTimes } from '../../core/home/watch.ts'
import { Refusal } from '../../core/refusal.ts'
import { MINUTE } from '../../core/time.ts'
import { PASSWORD } from '../cast.ts'
import { application, at, back, cityApproval, going, readyToCarry, type Carrying } from './carryouts-cast.ts'

/** Anything that anybody may try with one carry-out, in any order. Mizuno is the supervisor; Yoshida and Takahashi carry it; Oba keeps the media. */
export type Step =
  | { do: 'approve' | 'permit' | 'withdraw' | 'go' | 'remind' | 'erase' | 'lose' | 'look'; by: Who }
  | { do: 'reject'; by: Who; of: '甲' | '乙' }
  | { do: 'return'; by: Who; checker: Who }
  | { do: 'plain' | 'clean' }
  | { do: 'wait'; minutes: number }
export type Who = 'mizuno' | 'oba' | 'yoshida'

const who = fc.constantFrom<Who>('mizuno', 'oba', 'yoshida')
/** More of what goes somewhere, so that many runs come to the end of the road. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('approve' as const, 'permit' as const, 'go' as const), by: who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('return' as const), by: who, checker: who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('erase' as const, 'remind' as const, 'look' as const), by: who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('withdraw' as const, 'lose' as const), by: who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reject' as const), by: who, of: fc.constantFrom('甲' as const, '乙' as const) }) },
  { weight: 1, arbitrary: fc.constantFrom<Step>({ do: 'plain' }, { do: 'clean' }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(30, 60, 180, 600, 1500) }) },
)
export const filing = fc.record({ applicant: who, mizunoCarries: fc.boolean(), eraseAfterUse: fc.boolean() })
export type Applied = typeof filing extends fc.Arbitrary<infer T> ? T : never

/** What a clerk with a paper book would say: the state, and why a step is not to be. */
interface Book { state: CarryOut['state']; erased: boolean; plain: boolean; applied: Applied }

/** Walks the desk and the book side by side; they never disagree, and what is never to be is not. */
export async function walk(applied: Applied, steps: readonly Step[]): Promise<CarryOut['state']> {
  const office = await readyToCarry()
  const { world, desk } = office
  world.signInAs(applied.applicant)
  const persons = applied.mizunoCarries ? [office.yoshida.id, office.mizuno.id] : [office.yoshida.id, office.takahashi.id]
  const order = application(office, { persons, eraseAfterUse: applied.eraseAfterUse, outFrom: at('12:00') })
  const { id } = await desk.carryOuts.apply(order)
  let book: Book = { state: 'applied', erased: false, plain: false, applied }
  for (const one of steps) {
    const next = expected(book, one, world.now() < order.dueAt)
    const done = await attempt(office, id, one, persons)
    expect({ one, done }).toEqual({ one, done: next !== null })
    book = next ?? book
    const now = await theOne(office)
    expect(now.state).toBe(book.state)
    hold(now, (await desk.media.list()).find(({ no }) => no === now.medium)?.state)
  }
  return book.state
}

/** The book's next page, or null where the step is refused. */
function expected(book: Book, one: Step, inTime: boolean): Book | null {
  const { state, applied, erased } = book
  const isIn = (...states: CarryOut['state'][]) => states.includes(state)
  switch (one.do) {
    case 'approve': return isIn('applied') && one.by === 'mizuno' && applied.applicant !== 'mizuno' && !applied.mizunoCarries ? { ...book, state: 'approved' } : null
    case 'permit': return isIn('approved') ? { ...book, state: 'permitted' } : null
    case 'reject': return one.by === 'mizuno' && (one.of === '乙' ? isIn('applied') : isIn('approved', 'permitted')) ? { ...book, state: 'rejected' } : null
    case 'withdraw': return isIn('applied', 'approved', 'permitted') ? { ...book, state: 'withdrawn' } : null
    case 'go': return isIn('permitted') && !book.plain && inTime ? { ...book, state: 'out' } : null
    case 'remind': return isIn('out') ? book : null
    case 'lose': return isIn('out') ? { ...book, state: 'lost' } : null
    case 'erase': return isIn('out', 'back') && !erased ? { ...book, erased: true, state: isIn('back') ? 'completed' : state } : null
    case 'return': {
      const carried = applied.mizunoCarries ? ['yoshida', 'mizuno'] : ['yoshida']
      return isIn('out') && !carried.includes(one.checker) ? { ...book, state: applied.eraseAfterUse && !erased ? 'back' : 'completed' } : null
    }
    case 'plain': return { ...book, plain: true }
    case 'clean': return { ...book, plain: false }
    case 'look': case 'wait': return book
  }
}

async function attempt(office: Carrying, id: CarryOut['id'], one: Step, persons: Carrying['yoshida']['id'][]): Promise<boolean> {
  const { desk: { carryOuts }, world } = office
  if ('by' in one) world.signInAs(one.by)
  const carryOut = await theOne(office)
  const now = world.now()
  const act = (): Promise<unknown> => {
    switch (one.do) {
      case 'approve': return carryOuts.approve({ carryOutId: id, conditions: '' })
      case 'permit': return carryOuts.permit({ carryOutId: id, ...cityApproval })
      case 'reject': return carryOuts.reject({ carryOutId: id, of: one.of, toldBy: '森川 奏', reason: '不要' })
      case 'withdraw': return carryOuts.withdraw({ carryOutId: id, reason: '中止' })
      case 'go': return carryOuts.goOut(going(office, carryOut, { persons }))
      case 'remind': return carryOuts.remind({ carryOutId: id, persons, how: '電話', at: now, note: '' })
      case 'lose': return carryOuts.reportLost({ carryOutId: id, foundAt: now, place: '駅', circumstances: '見当たらない' })
      case 'erase': return carryOuts.recordErasure({ carryOutId: id, outcome: 'done', at: now, by: office.yoshida.id, note: '' })
      case 'return': return carryOuts.confirmReturn(back(office, carryOut, { checker: { loginId: one.checker, password: PASSWORD } }))
      case 'look': return watchDueTimes(world)
      case 'wait': return Promise.resolve(world.pass(one.minutes * MINUTE))
      case 'plain': return Promise.resolve(world.disk.set('/medium/plain.csv', 'x'))
      case 'clean': return Promise.resolve(world.disk.delete('/medium/plain.csv'))
    }
  }
  return act().then(() => true, (error: unknown) => {
    if (error instanceof Refusal) return false
    throw error
  })
}

/** Never, whatever was tried before. */
function hold(carryOut: CarryOut, medium: string | undefined): void {
  const { state, approval, cityApproval: city, out, returned, erasure, appliedBy, eraseAfterUse, overdueSince, dueAt } = carryOut
  if (out !== null) {
    expect([approval?.by === appliedBy, out.persons.includes(approval?.by ?? appliedBy)], 'R-08').toEqual([false, false])
    expect([approval, city], 'R-07').not.toContain(null)
    expect(out.filesSeen, 'R-09').toBe(1)
  }
  if (state === 'completed') {
    expect(out?.persons).not.toContain(returned?.confirmedBy)
    expect(eraseAfterUse && erasure === null).toBe(false)
  }
  if (overdueSince !== null) expect(overdueSince).toBeGreaterThan(dueAt)
  expect(medium).toBe(state === 'out' ? '持出中' : state === 'lost' ? '紛失' : '保管')
}

async function theOne({ desk, contract }: Carrying): Promise<CarryOut> {
  const [carryOut] = await desk.carryOuts.list({ contractId: contract.id })
  if (!carryOut) throw new Error('there is one')
  return carryOut
}
