import type * as z from 'zod'
import type { AgreeDemarcation, ContractOfWork } from '../contracts/contract-of-work.ts'
import { activeContract, contractNamed } from '../contracts/use.ts'
import { deviceAt } from '../devices/use.ts'
import { look, record } from '../ledger/record.ts'
import { placesInForce } from '../places/rules.ts'
import { placeNamed } from '../places/use.ts'
import { type Objection, refusal, refuseIfAny } from '../refusal.ts'
import { dayOf } from '../time.ts'
import type { World } from '../world.ts'
import type { EmergencyPlan, RegisterEmergencyPlan } from './emergency-plan.ts'
import { placeOfWork } from './gate.ts'
import type { Here, SayPlace } from './here.ts'
import { objectionsToStart, type Readiness, readinessOf, type StartWork } from './start.ts'

/** 業務着手: refused with all that is still open; once started, a contract stays started. */
export async function startWork(world: World, { contractId }: z.output<typeof StartWork>): Promise<ContractOfWork> {
  return record(world, (reading) => {
    const contract = activeContract(reading, contractId)
    if (contract.startedAt !== null) throw refusal('work-started-already', '11(10)キ', null, { contractNo: contract.contractNo })
    refuseIfAny(objectionsToStart(reading, contract, world.now()))
    return { entries: [{ type: 'work-started', data: { contractId, at: world.now() } }], answer: (after) => contractNamed(after, contractId) }
  })
}

/** The same list for the screen, line by line. */
export const readiness = (world: World, { contractId }: z.output<typeof StartWork>): Promise<Readiness> =>
  look(world, (reading) => readinessOf(reading, contractNamed(reading, contractId), world.now()))

/** 緊急時対応計画 (Art. 18②): the version that holds from now on. */
export async function registerEmergencyPlan(world: World, order: z.output<typeof RegisterEmergencyPlan>): Promise<EmergencyPlan> {
  const plan: EmergencyPlan = { ...order, registeredAt: world.now() }
  return record(world, (reading) => {
    activeContract(reading, order.contractId)
    return { entries: [{ type: 'emergency-plan-registered', data: { plan } }], answer: () => plan }
  })
}

export const emergencyPlanOf = (world: World, { contractId }: { contractId: string }): Promise<EmergencyPlan | null> =>
  look(world, (reading) => reading.get('emergency-plan', contractNamed(reading, contractId).id) ?? null)

/** 責任分界点 (Art. 3②): the whole table, as agreed with the city. */
export async function agreeDemarcation(world: World, { contractId, rows }: z.output<typeof AgreeDemarcation>): Promise<ContractOfWork> {
  return record(world, (reading) => {
    activeContract(reading, contractId)
    refuseIfAny(rows.some(({ agreedOn }) => agreedOn > dayOf(world.now())) ? [{ code: 'time-in-future', article: '3②', rule: null, facts: { what: 'agreed' } }] : [])
    return { entries: [{ type: 'demarcation-agreed', data: { contractId, rows } }], answer: (after) => contractNamed(after, contractId) }
  })
}

/** 作業場所 of a device that is carried about: said by whoever sits down with it, for as long as they stay. */
export async function sayPlace(world: World, { placeIds }: z.output<typeof SayPlace>): Promise<Here> {
  const session = world.vault.session()
  if (!session) throw refusal('vault-locked', null, null, {})
  const machine = await world.workstation.identity()
  await record(world, (reading) => {
    const device = deviceAt(reading, machine)
    if (!device) throw refusal('machine-not-registered', '11(10)オ', 'R-25', { machine: machine.name })
    const today = dayOf(world.now())
    refuseIfAny([
      ...(device.portable ? [] : [{ code: 'device-not-portable', article: '6①', rule: 'R-40', facts: { device: device.name } } as const]),
      ...placeIds.map((id) => placeNamed(reading, id)).filter(({ id, contractId }) => !placesInForce(reading, contractId, today).some((place) => place.id === id))
        .map(({ name }): Objection => ({ code: 'place-not-usable', article: '6①', rule: 'R-40', facts: { place: name } })),
    ])
    const workAt = { personId: session.personId, deviceId: device.id, placeIds, at: world.now() }
    return { entries: [{ type: 'work-place-said', data: { workAt } }], answer: () => undefined }
  })
  return here(world)
}

/** This machine, and where it stands. */
export async function here(world: World): Promise<Here> {
  const session = world.vault.session()
  const machine = await world.workstation.identity()
  return look(world, (reading) => {
    const device = deviceAt(reading, machine)
    const seat = session && { session, machine, now: world.now() }
    const places = device && seat ? reading.list('contract').flatMap(({ id }) => {
      const place = placeOfWork(reading, id, device, seat)
      return place ? [{ contractId: id, placeId: place.id }] : []
    }) : []
    return { machine, deviceId: device?.id ?? null, places }
  })
}
