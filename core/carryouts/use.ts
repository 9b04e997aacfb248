import type * as z from 'zod'
import { activeContract, contractNamed } from '../contracts/use.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { noteUnregistered } from '../media/use.ts'
import type { Package } from '../packages/package.ts'
import type { Person } from '../people/person.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { objectionsToCarryingOut } from '../subcontracts/rules.ts'
import { dayOf } from '../time.ts'
import { signedIn } from '../vault/signed-in.ts'
import { objectionsToPerson } from '../who-may.ts'
import type { Act } from '../words/terms.ts'
import type { World } from '../world.ts'
import { INCIDENT_AFTER_HOURS, type Alarm, type ApplyCarryOut, type ApproveCarryOut, type CarryOut, type CarryOutId, type PermitCarryOut, type RejectCarryOut, type WithdrawCarryOut } from './carry-out.ts'
import { contentsOf } from './contents.ts'
import { objectionsToApprover, objectionsToContent, objectionsToPlan } from './rules.ts'

/**
 * 持出の申請 (Art. 11(2)): what, for what, where to, by whom and until when. Refuses what is not sealed, verified and written to that medium
 * (R-09), a medium that is not in the register or not here (R-17), carriers who may not handle information (R-01, R-02), and a time
 * without an end. How it is encrypted is read from the packages.
 */
export async function applyCarryOut(world: World, order: ApplyCarryOut): Promise<CarryOut> {
  const { personId } = signedIn(world)
  const judge = (reading: Reading): { packages: Package[]; objections: Objection[] } => {
    const { id } = activeContract(reading, order.contractId)
    const packages = order.packages.map((one) => packageNamed(reading, id, one))
    const persons = order.persons.map((one) => personNamed(reading, one))
    return { packages, objections: [...objectionsToContent(reading, order, packages), ...persons.flatMap((person) => objectionsToCarrier(world, reading, id, person)), ...objectionsToPlan(order, world.now())] }
  }
  await noteUnregistered(world, (await look(world, judge)).objections, '持出')

  const id = world.newId() as CarryOutId
  return record(world, (reading) => {
    const { packages, objections } = judge(reading)
    refuseIfAny(objections)
    const contract = activeContract(reading, order.contractId)
    const no = `T-${contract.shortNo}-${String((reading.get('series', `carry-out:${contract.id}`)?.last ?? 0) + 1).padStart(3, '0')}`
    const carryOut: CarryOut = {
      ...order, ...contentsOf(reading, contract, packages, order), persons: [...new Set(order.persons)], id, no, appliedBy: personId, appliedAt: world.now(),
      approval: null, cityApproval: null, rejection: null, withdrawal: null, out: null, overdueSince: null, reminders: [], erasure: null, returned: null, lost: null, state: 'applied',
    }
    return { entries: [{ type: 'carry-out-applied', data: { carryOut } }], answer: (after) => carryOutNamed(after, id) }
  })
}

/** 作業責任者の承認 (R-08): by a supervisor who neither applied for it nor carries it. */
export async function approveCarryOut(world: World, { carryOutId, conditions }: z.output<typeof ApproveCarryOut>): Promise<CarryOut> {
  const { personId } = signedIn(world)
  return change(world, carryOutId, ['applied'], 'approve-carry-out', (reading, carryOut) => {
    refuseIfAny(objectionsToApprover(carryOut, personNamed(reading, carryOut.appliedBy), personNamed(reading, personId)))
    return { type: 'carry-out-approved', data: { carryOutId, approval: { by: personId, at: world.now(), conditions } } }
  })
}

/** 甲の承認 (Art. 11(2)): the city found it necessary. Its number, its day and who there said so; what the city had decided beforehand counts too. */
export const permitCarryOut = (world: World, said: z.output<typeof PermitCarryOut>): Promise<CarryOut> =>
  change(world, said.carryOutId, ['approved'], 'permit-carry-out', () => permission(world, said))

/** The same as an entry, whether the city told it or signed it. */
export function permission(world: World, { carryOutId, ...said }: z.output<typeof PermitCarryOut>): EntryBody {
  if (said.on > dayOf(world.now())) throw refusal('time-in-future', '11(2)', null, { what: 'city-approval' })
  return { type: 'carry-out-permitted', data: { carryOutId, cityApproval: { ...said, recordedBy: signedIn(world).personId, recordedAt: world.now() } } }
}

/** 却下: by the supervisor before the approval, by the city until it has gone out. */
export async function rejectCarryOut(world: World, { carryOutId, of, toldBy, reason }: z.output<typeof RejectCarryOut>): Promise<CarryOut> {
  const { personId } = signedIn(world)
  return change(world, carryOutId, of === '乙' ? ['applied'] : ['approved', 'permitted'], 'reject-carry-out', () => {
    if (of === '甲' && toldBy === '') throw refusal('city-person-missing', '11(2)', null, {})
    return { type: 'carry-out-rejected', data: { carryOutId, rejection: { of, toldBy, reason, by: personId, at: world.now() } } }
  })
}

/** 取下げ: of what has not gone out. */
export async function withdrawCarryOut(world: World, { carryOutId, reason }: z.output<typeof WithdrawCarryOut>): Promise<CarryOut> {
  const { personId } = signedIn(world)
  return change(world, carryOutId, ['applied', 'approved', 'permitted'], 'withdraw-carry-out', () =>
    ({ type: 'carry-out-withdrawn', data: { carryOutId, withdrawal: { reason, by: personId, at: world.now() } } }))
}

/** 事故の下書きまでの時間 (R-10), for one contract. */
export const setAlarm = (world: World, alarm: Alarm): Promise<Alarm> => record(world, (reading) => {
  activeContract(reading, alarm.contractId)
  return { entries: [{ type: 'alarm-set', data: { alarm } }], answer: () => alarm }
})

export const incidentAfterHours = (reading: Reading, contractId: string): number => reading.get('alarm', contractId)?.incidentAfterHours ?? INCIDENT_AFTER_HOURS

export const listCarryOuts = (world: World, contractId: string): Promise<CarryOut[]> =>
  look(world, (reading) => reading.list('carry-out', contractNamed(reading, contractId).id).sort((a, b) => a.appliedAt - b.appliedAt))

export const alarmOf = (world: World, contractId: string): Promise<Alarm> =>
  look(world, (reading) => { const { id } = contractNamed(reading, contractId); return { contractId: id, incidentAfterHours: incidentAfterHours(reading, id) } })

/** Whoever carries information handles it: roster, role, education and pledge (R-01), company (R-02), and no condition of the city's approval that forbids it. */
export const objectionsToCarrier = (world: World, reading: Reading, contractId: string, person: Person): Objection[] =>
  [...objectionsToPerson('carryOuts.goOut', person, reading, world.now()), ...objectionsToCarryingOut(reading, contractId, person, world.now())]

export function carryOutNamed(reading: Reading, id: string): CarryOut {
  const carryOut = reading.get('carry-out', id)
  if (!carryOut) throw refusal('nothing-found', null, null, { what: 'carry-out', id })
  return carryOut
}

export function packageNamed(reading: Reading, contractId: string, id: string): Package {
  const found = reading.get('package', id)
  if (!found || found.contractId !== contractId) throw refusal('nothing-found', null, null, { what: 'package', id })
  return found
}

export function inState(carryOut: CarryOut, states: readonly CarryOut['state'][], act: Act): CarryOut {
  if (!states.includes(carryOut.state)) throw refusal('state-does-not-allow', '11(2)', null, { is: carryOut.state, act })
  return carryOut
}

/** One step of a carry-out that is in one of these states, with whatever else has to be written with it. */
export function change(world: World, id: CarryOutId, states: readonly CarryOut['state'][], act: Act, entry: (reading: Reading, carryOut: CarryOut) => EntryBody | readonly EntryBody[]): Promise<CarryOut> {
  return record(world, (reading) => {
    const entries = entry(reading, inState(carryOutNamed(reading, id), states, act))
    return { entries: Array.isArray(entries) ? entries : [entries as EntryBody], answer: (after) => carryOutNamed(after, id) }
  })
}

