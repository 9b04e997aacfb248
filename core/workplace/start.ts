import * as z from 'zod'
import { ContractId, type ContractOfWork } from '../contracts/contract-of-work.ts'
import { objectionsToOrganisation } from '../contracts/appointing.ts'
import { devicesOf, objectionsToDevice } from '../devices/rules.ts'
import type { Reading } from '../ledger/shelf.ts'
import { objectionsToHandling } from '../people/rules.ts'
import { objectionsToPlaces } from '../places/rules.ts'
import type { Objection } from '../refusal.ts'
import { type Filing, standingRequest } from '../requests/request.ts'
import { objectionsToCompany } from '../subcontracts/rules.ts'
import { dayOf, Instant } from '../time.ts'

/** What has to be in order before work on a contract starts, in the order in which an office does it. */
export const StartStep = z.enum(['supervisor', 'people', 'places', 'devices', 'demarcation', 'emergency-plan', 'filings'])
export type StartStep = z.infer<typeof StartStep>

/** 業務着手: whether work on a contract may start, line by line. A line without objections is done. */
export const Readiness = z.object({
  contractId: ContractId,
  startedAt: Instant.nullable(),
  lines: z.array(z.object({ step: StartStep, objections: z.array(z.custom<Objection>((value) => typeof value === 'object' && value !== null && 'code' in value)) })),
})
export type Readiness = z.infer<typeof Readiness>

export const StartWork = z.object({ contractId: ContractId })

/** Every line of the checklist, with all that still stands against it. */
export function readinessOf(reading: Reading, contract: ContractOfWork, now: Instant): Readiness {
  const against: Readonly<Record<StartStep, () => Objection[]>> = {
    supervisor: () => [...objectionsToSupervision(reading, now), ...objectionsToOrganisation(reading, contract, dayOf(now))],
    people: () => objectionsToRoster(reading, now),
    places: () => objectionsToPlaces(reading, contract, now),
    devices: () => objectionsToDevices(reading, contract),
    demarcation: () => objectionsToDemarcation(contract),
    'emergency-plan': () => (reading.get('emergency-plan', contract.id) ? [] : [{ code: 'emergency-plan-missing', article: '18②', rule: null, facts: { contractNo: contract.contractNo } }]),
    filings: () => [...objectionsToFiling(reading, contract, 'F-01', '5①'), ...objectionsToFiling(reading, contract, 'F-05', '6①')],
  }
  const steps = StartStep.options.filter((step) => step !== 'demarcation' || contract.isSystemOpsContract)
  return { contractId: contract.id, startedAt: contract.startedAt, lines: steps.map((step) => ({ step, objections: against[step]() })) }
}

/** All that stands against the start of work, at once (Art. 3②, 5①, 6①, 7, 8②, 11(10)キ, 18②). */
export function objectionsToStart(reading: Reading, contract: ContractOfWork, now: Instant): Objection[] {
  return readinessOf(reading, contract, now).lines.flatMap(({ objections }) => objections)
}

/** Art. 3①, 5①: a supervisor who may do the work themself. */
function objectionsToSupervision(reading: Reading, now: Instant): Objection[] {
  const ready = reading.list('person').some((person) => person.roles.includes('supervisor') && mayHandle(reading, person, now))
  return ready ? [] : [{ code: 'supervisor-missing', article: '3①', rule: null, facts: {} }]
}

/** R-01 (Art. 7, 8②): somebody has been educated and pledged. Each of them is looked at again at every handling. */
function objectionsToRoster(reading: Reading, now: Instant): Objection[] {
  const handlers = reading.list('person').filter(({ roles }) => roles.some((role) => role === 'worker' || role === 'supervisor' || role === 'mediaAdmin'))
  return handlers.some((person) => mayHandle(reading, person, now)) ? [] : [{ code: 'nobody-may-handle', article: '7', rule: 'R-01', facts: {} }]
}

const mayHandle = (reading: Reading, person: Parameters<typeof objectionsToHandling>[0], now: Instant): boolean => [...objectionsToHandling(person, now), ...objectionsToCompany(reading, person, now)].length === 0

/** R-25 (Art. 11(10)キ): every registered device of the contract has passed its check before the start. */
function objectionsToDevices(reading: Reading, contract: ContractOfWork): Objection[] {
  const devices = devicesOf(reading, contract.id)
  if (devices.length === 0) return [{ code: 'device-missing', article: '11(10)キ', rule: 'R-25', facts: { contractNo: contract.contractNo } }]
  return devices.flatMap((device) => objectionsToDevice(reading, device))
}

/** Art. 3②: who answers for what is agreed before a system-operation contract starts. */
function objectionsToDemarcation(contract: ContractOfWork): Objection[] {
  return !contract.isSystemOpsContract || contract.demarcation.length > 0 ? [] : [{ code: 'demarcation-missing', article: '3②', rule: null, facts: { contractNo: contract.contractNo } }]
}

/** Art. 5①, 6①: what the city asked for is handed in before the start. */
function objectionsToFiling(reading: Reading, contract: ContractOfWork, form: Filing, article: '5①' | '6①'): Objection[] {
  const request = standingRequest(reading, contract.id, form)
  return request && !request.submitted ? [{ code: 'filing-not-submitted', article, rule: null, facts: { form, requestedBy: request.requestedBy } }] : []
}
