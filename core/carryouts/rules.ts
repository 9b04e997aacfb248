import type { Reading } from '../ledger/shelf.ts'
import { objectionsToMedium } from '../media/use.ts'
import type { Package } from '../packages/package.ts'
import { partsWritten } from '../packages/write.ts'
import type { Person } from '../people/person.ts'
import { objectionsToSamePerson } from '../people/rules.ts'
import type { Objection } from '../refusal.ts'
import { dayOf, HOUR, type Instant } from '../time.ts'
import { warekiTime } from '../words/dates.ts'
import type { ApplyCarryOut, CarryOut } from './carry-out.ts'

/** R-09 (Art. 11(2)): on a medium only packages that are verified and were written to that very medium and read back there. Papers, which nobody can encrypt, say how they are kept shut. */
export function objectionsToContent(reading: Reading, { kind, medium, protection }: Pick<ApplyCarryOut, 'kind' | 'medium' | 'protection'>, packages: readonly Package[]): Objection[] {
  if (kind === 'document') {
    return [
      ...(medium !== null || packages.length > 0 ? [{ code: 'medium-with-document', article: '11(2)', rule: 'R-09', facts: { no: medium ?? packages[0]?.no ?? '' } } as const] : []),
      ...(protection === '' ? [{ code: 'papers-unprotected', article: '11(2)', rule: 'R-09', facts: {} } as const] : []),
    ]
  }
  if (medium === null) return [{ code: 'medium-not-named', article: '11(2)', rule: 'R-09', facts: {} }]
  return [
    ...objectionsToMedium(reading, medium),
    ...(packages.length === 0 ? [{ code: 'carry-out-of-plain', article: '11(2)', rule: 'R-09', facts: {} } as const] : []),
    ...packages.flatMap((sealed) => objectionsToPackage(reading, sealed, medium)),
  ]
}

function objectionsToPackage(reading: Reading, sealed: Package, medium: string): Objection[] {
  if (sealed.state !== 'verified' && sealed.state !== 'left') return [{ code: 'package-not-verified', article: '11(2)', rule: 'R-09', facts: { no: sealed.no } }]
  return partsWritten(reading, sealed, medium).length > 0 ? [] : [{ code: 'package-not-written-there', article: '11(2)', rule: 'R-09', facts: { no: sealed.no, medium } }]
}

/** A time to be back, after the time to go; and a word on what stays behind. */
export function objectionsToPlan({ outFrom, dueAt, eraseAfterUse, eraseNote }: Pick<ApplyCarryOut, 'outFrom' | 'dueAt' | 'eraseAfterUse' | 'eraseNote'>, now: Instant): Objection[] {
  return [
    ...(dueAt <= outFrom ? [{ code: 'before-its-time', article: '11(2)', rule: null, facts: { what: 'due-back', earlier: 'planned-out' } } as const] : []),
    ...(dueAt <= now ? [{ code: 'carry-out-period-over', article: '11(2)', rule: null, facts: { due: warekiTime(dueAt) } } as const] : []),
    ...(!eraseAfterUse && eraseNote === '' ? [{ code: 'erasure-unexplained', article: '11(2)', rule: null, facts: {} } as const] : []),
  ]
}

/** R-08 (Art. 11(2)): neither the applicant nor whoever carries it approves it. */
export function objectionsToApprover({ appliedBy, persons, no }: CarryOut, applicant: Person, approver: Person): Objection[] {
  if (appliedBy === approver.id) return objectionsToSamePerson('approve-carry-out', '11(2)', 'R-08', applicant, approver)
  return persons.includes(approver.id) ? [{ code: 'carrier-cannot-approve', article: '11(2)', rule: 'R-08', facts: { person: approver.name, no } }] : []
}

/** R-07 (Art. 11(2)): the supervisor's approval and the city's number, both, before anything goes out; and only within the time that was approved. */
export function objectionsToLeavingWith(carryOut: CarryOut, now: Instant): Objection[] {
  const { no, state, approval, cityApproval, outFrom, dueAt } = carryOut
  if (state !== 'applied' && state !== 'approved' && state !== 'permitted') return [{ code: 'state-does-not-allow', article: '11(2)', rule: null, facts: { is: state, act: 'carry-out' } }]
  return [
    ...(approval === null ? [{ code: 'carry-out-not-approved', article: '11(2)', rule: 'R-07', facts: { no } } as const] : []),
    ...(cityApproval === null ? [{ code: 'city-approval-missing', article: '11(2)', rule: 'R-07', facts: { no } } as const] : []),
    ...(dayOf(now) < dayOf(outFrom) ? [{ code: 'carry-out-too-early', article: '11(2)', rule: null, facts: { from: warekiTime(outFrom) } } as const] : []),
    ...(now >= dueAt ? [{ code: 'carry-out-period-over', article: '11(2)', rule: null, facts: { due: warekiTime(dueAt) } } as const] : []),
  ]
}

/** Only those carry it who were named when it was approved. */
export function objectionsToCarriers({ no, persons }: CarryOut, carriers: readonly Person[]): Objection[] {
  return carriers.filter(({ id }) => !persons.includes(id)).map(({ name }) => ({ code: 'carrier-not-approved', article: '11(2)', rule: 'R-07', facts: { person: name, no } }))
}

/** Art. 11(2): who carried it does not confirm that it is back. */
export function objectionsToConfirmer(out: { persons: readonly string[] }, returner: Person, checker: Person): Objection[] {
  const carried = out.persons.includes(checker.id) || returner.id === checker.id
  return carried ? [{ code: 'carrier-cannot-confirm', article: '11(2)', rule: null, facts: { person: checker.name } }] : []
}

/** What comes back is counted, and a medium is locked away again (Art. 11(5)). */
export function objectionsToWhatCameBack({ kind, quantity, medium }: CarryOut, back: { quantity: number; storagePlace: string; note: string }): Objection[] {
  return [
    ...(back.quantity !== quantity && back.note === '' ? [{ code: 'quantity-differs', article: '11(2)', rule: null, facts: { out: quantity, back: back.quantity } } as const] : []),
    ...(kind === 'medium' && back.quantity === 0 ? [{ code: 'medium-not-back', article: '11(2)', rule: null, facts: { no: medium ?? '' } } as const] : []),
    ...(back.storagePlace === '' ? [{ code: 'storage-place-missing', article: '11(5)', rule: null, facts: {} } as const] : []),
  ]
}

/** R-10 (Art. 11(2)): late since the due time, by the latest time that the desk has ever seen of it: a clock that goes back changes nothing. */
export const isOverdue = ({ state, dueAt, overdueSince }: CarryOut, now: Instant): boolean => state === 'out' && (overdueSince !== null || now > dueAt)

/** so late that an incident is drafted. */
export const isIncident = (carryOut: CarryOut, now: Instant, hours: number): boolean => carryOut.state === 'out' && now >= carryOut.dueAt + hours * HOUR
