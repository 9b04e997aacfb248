import type { OperationName } from '../contract.ts'
import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import { objectionsToSpecification } from '../contracts/specifying.ts'
import type { Device, MachineIdentity } from '../devices/device.ts'
import { objectionsToDevice } from '../devices/rules.ts'
import { deviceAt } from '../devices/use.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Place } from '../places/place.ts'
import { objectionsToHandling } from '../people/rules.ts'
import { placeNow, placesInForce } from '../places/rules.ts'
import type { Objection } from '../refusal.ts'
import { objectionsToIdCard } from '../staffing/id-cards.ts'
import { objectionsToCompany, objectionsToCompanyIn } from '../subcontracts/rules.ts'
import { dayOf, type Instant } from '../time.ts'
import type { Session } from '../vault/vault.ts'
import { permissions } from '../who-may.ts'
import { contractsOfOrder } from './contract-of-order.ts'

/** Who asks, at which machine, and when. */
export interface Seat { session: Session; machine: MachineIdentity; now: Instant }

/** Whether an operation is looked at here: it handles information, in a contractor's office. */
export function isGuarded(name: OperationName, reading: Reading): boolean {
  const { handles } = permissions[name]
  return (handles === true || handles === 'contractor') && reading.get('office', 'office')?.organisation.kind === 'contractor'
}

/**
 * Whether information may be handled here and now: work on the contract has started, this machine is a device that passed
 * its check, and it stands at a place in force. What belongs to no one contract may be done where work on any of them may.
 */
export function objectionsToWorkplace(name: OperationName, order: unknown, reading: Reading, seat: Seat): Objection[] {
  if (!isGuarded(name, reading)) return []
  const named = contractsOfOrder(order, reading)
  if (named.length > 0) return unique(named.flatMap((id) => objectionsToContract(reading, reading.get('contract', id), seat)))

  const anywhere = reading.list('contract').filter(({ state }) => state === 'active').map((contract) => objectionsToContract(reading, contract, seat))
  return anywhere.sort((a, b) => a.length - b.length)[0] ?? objectionsToContract(reading, undefined, seat)
}

function objectionsToContract(reading: Reading, contract: ContractOfWork | undefined, seat: Seat): Objection[] {
  const device = deviceAt(reading, seat.machine)
  return [
    ...(contract && contract.startedAt !== null ? [] : [{ code: 'work-not-started', article: '11(10)キ', rule: 'R-25', facts: { contractNo: contract?.contractNo ?? '' } } as const]),
    ...objectionsToMachine(reading, device, seat),
    ...(contract && device ? objectionsToPlace(reading, contract, device, seat) : []),
    ...(contract ? objectionsToCompanyHere(reading, contract, seat) : []),
    ...(contract ? objectionsToReader(reading, contract, seat) : []),
  ]
}

/** R-02 (Art. 9②): approved for another contract is not approved for this one. Whoever is approved for none has been told already. */
function objectionsToCompanyHere(reading: Reading, contract: ContractOfWork, { session, now }: Seat): Objection[] {
  const person = reading.get('person', session.personId)
  return !person || objectionsToCompany(reading, person, now).length > 0 ? [] : objectionsToCompanyIn(reading, contract.id, person, now)
}

/** R-39 (Art. 21): once work has started, whoever may handle has read the specification in force. Whoever may not has been told what comes first. */
function objectionsToReader(reading: Reading, contract: ContractOfWork, { session, now }: Seat): Objection[] {
  const person = reading.get('person', session.personId)
  const ready = person && [...objectionsToHandling(person, now), ...objectionsToCompany(reading, person, now)].length === 0
  return ready && contract.startedAt !== null ? objectionsToSpecification(reading, contract, person, now) : []
}

/** R-25 (Art. 11(10)オ, キ): nothing unregistered, nothing unchecked. */
function objectionsToMachine(reading: Reading, device: Device | null, { machine }: Seat): Objection[] {
  if (!device) return [{ code: 'machine-not-registered', article: '11(10)オ', rule: 'R-25', facts: { machine: machine.name } }]
  return objectionsToDevice(reading, device)
}

/** R-40 (Art. 6①): a device that is carried about is where its user said when they sat down; any other, where the register says. */
function objectionsToPlace(reading: Reading, contract: ContractOfWork, device: Device, seat: Seat): Objection[] {
  const place = placeOfWork(reading, contract.id, device, seat)
  if (place) return place.withinCityHall ? objectionsToCard(reading, seat) : []
  const said = device.portable && saidPlaces(reading, device, seat).length === 0
  return [said ? { code: 'place-not-said', article: '6①', rule: 'R-40', facts: { device: device.name } }
    : { code: 'place-not-in-force', article: '6①', rule: 'R-40', facts: { contractNo: contract.contractNo, device: device.name } }]
}

/** Art. 6②: inside the city hall the company's identity card is carried at all times. */
function objectionsToCard(reading: Reading, { session, now }: Seat): Objection[] {
  const person = reading.get('person', session.personId)
  return person ? objectionsToIdCard(reading, person, now) : []
}

/** The contract's place in force at which this device is now; null when it is at none. */
export function placeOfWork(reading: Reading, contractId: string, device: Device, seat: Seat): Place | null {
  const inForce = placesInForce(reading, contractId, dayOf(seat.now))
  const ids = device.portable ? saidPlaces(reading, device, seat) : device.placeIds
  for (const id of ids) {
    const place = placeNow(reading, inForce, id)
    if (place) return place
  }
  return null
}

/** Where someone said to be, since they came in, with this device. */
function saidPlaces(reading: Reading, device: Device, { session }: Seat): string[] {
  const said = reading.get('work-at', session.personId)
  return said && said.deviceId === device.id && said.at >= session.since ? said.placeIds : []
}

/** Two contracts of one order meet the same machine: its objection is said once. */
function unique(objections: readonly Objection[]): Objection[] {
  const seen = new Set<string>()
  return objections.filter((objection) => {
    const said = JSON.stringify(objection)
    return !seen.has(said) && seen.add(said)
  })
}
