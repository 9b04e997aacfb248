import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDesk } from '../../core/desk.ts'
import { PASSWORD } from '../cast.ts'
import { codesAgainst } from '../refused.ts'
import { approved, application, at, back, carriedOut, going, permitted, readyToCarry } from './carryouts-cast.ts'
import { filing, step, walk } from './carryouts-model.ts'

test('whatever is tried in whatever order, desk and book agree: nothing is out without both approvals, and nothing is 完了 that was not counted back by another', async () => {
  await fc.assert(fc.asyncProperty(filing, fc.array(step, { minLength: 4, maxLength: 14 }), async (applied, steps) => { await walk(applied, steps) }), { numRuns: 16 })
})

test('the straight road ends', async () => {
  const applied = { applicant: 'yoshida' as const, mizunoCarries: false, eraseAfterUse: true }
  expect(await walk(applied, [{ do: 'approve', by: 'mizuno' }, { do: 'permit', by: 'yoshida' }, { do: 'go', by: 'yoshida' }, { do: 'erase', by: 'yoshida' }, { do: 'return', by: 'yoshida', checker: 'oba' }])).toBe('completed')
  expect(await walk(applied, [{ do: 'approve', by: 'mizuno' }, { do: 'permit', by: 'yoshida' }, { do: 'go', by: 'yoshida' }, { do: 'wait', minutes: 1500 }, { do: 'look', by: 'oba' }, { do: 'remind', by: 'oba' }, { do: 'return', by: 'yoshida', checker: 'oba' }, { do: 'erase', by: 'yoshida' }])).toBe('completed')
})

test('two desks at once: one of them carries it out, the other is told', async () => {
  const office = await readyToCarry()
  const carryOut = await permitted(office)
  office.world.set(at('13:00'))
  const other = openDesk(office.world)
  const both = await Promise.allSettled([office.desk.carryOuts.goOut(going(office, carryOut)), other.carryOuts.goOut(going(office, carryOut))])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await office.world.ledger.entries(0, 1000)).filter(({ type }) => type === 'carried-out')).toHaveLength(1)
})

test('two desks at once: approved and withdrawn is never both', async () => {
  const office = await readyToCarry()
  const { id } = await office.desk.carryOuts.apply(application(office))
  office.world.signInAs('mizuno')
  const other = openDesk(office.world)
  const both = await Promise.allSettled([office.desk.carryOuts.approve({ carryOutId: id, conditions: '' }), other.carryOuts.reject({ carryOutId: id, of: '乙', toldBy: '', reason: '不要' })])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const [now] = await office.desk.carryOuts.list({ contractId: office.contract.id })
  expect(now?.approval === null).toBe(now?.rejection !== null)
})

test('two applications at the same moment have two numbers, and one medium goes out once', async () => {
  const office = await readyToCarry()
  const other = openDesk(office.world)
  const [a, b] = await Promise.all([office.desk.carryOuts.apply(application(office)), other.carryOuts.apply(application(office))])
  expect([a.no, b.no].sort()).toEqual(['T-R8-017-001', 'T-R8-017-002'])
})

test('two desks count one return once', async () => {
  const office = await readyToCarry()
  const out = await carriedOut(office)
  const other = openDesk(office.world)
  const both = await Promise.allSettled([office.desk.carryOuts.confirmReturn(back(office, out)), other.carryOuts.confirmReturn(back(office, out, { checker: { loginId: 'mizuno', password: PASSWORD } }))])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('an approval survives the supervisor\'s absence, and a carry-out of another contract\'s package is none', async () => {
  const office = await readyToCarry()
  const carryOut = await approved(office)
  expect(carryOut.approval?.by).toBe(office.mizuno.id)
  expect(await codesAgainst(office.desk.carryOuts.apply(application(office, { packages: ['elsewhere' as never] })))).toEqual(['nothing-found'])
})
