import type { ContractOfWork, Recipient } from '../contracts/contract-of-work.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Person } from '../people/person.ts'
import type { Objection } from '../refusal.ts'
import { sameWords } from '../text.ts'
import { DAY, dayOf, type Day, type Instant } from '../time.ts'
import type { Moment } from '../words/terms.ts'
import { SIX_FACTS, type Condition, type Subcontract, type SubcontractFacts } from './subcontract.ts'

/** Art. 9④: how long an approval may stand without the copy of its contract. */
const AGREEMENT_WITHIN = 7

/** Art. 9②: an application states all six. */
export function objectionsToFacts(facts: Pick<SubcontractFacts, (typeof SIX_FACTS)[number]>): Objection[] {
  const missing = SIX_FACTS.filter((fact) => facts[fact].trim() === '')
  return missing.length === 0 ? [] : [{ code: 'subcontract-facts-missing', article: '9②', rule: 'R-02', facts: { missing: missing.join(',') } }]
}

/** Whether the city's approval covers this day: given by then, within the period applied for, and so is every approval above it. */
export function isInForce(reading: Reading, subcontract: Subcontract, day: Day): boolean {
  const { decision, state, periodFrom, periodTo, parentId } = subcontract
  if (!decision || decision.on > day || !IN_FORCE.includes(state)) return false
  if ((periodFrom !== null && day < periodFrom) || (periodTo !== null && day > periodTo)) return false
  const parent = parentId === null ? null : reading.get('subcontract', parentId)
  return parent === null || (parent !== undefined && isInForce(reading, parent, day))
}
const IN_FORCE: readonly Subcontract['state'][] = ['approved', 'contracted', 'working']

/** The approvals in force for a company on this day, in one contract or (null) in any; names are compared as people write them. */
export function approvalsOf(reading: Reading, contractId: string | null, company: string, now: Instant): Subcontract[] {
  return reading.list('subcontract', contractId ?? undefined).filter((s) => sameWords(s.company, company) && isInForce(reading, s, dayOf(now)))
}

/** R-02 (Art. 9②): a person of a subcontractor handles nothing without the city's approval for this contract; dispatched staff (Art. 10) work as our own. */
export function objectionsToCompanyIn(reading: Reading, contractId: string, person: Person, now: Instant): Objection[] {
  return approved(reading, contractId, person, now)
}

/** R-02 where no contract is named: somebody whose company no contract knows handles nothing at all. */
export function objectionsToCompany(reading: Reading, person: Person, now: Instant): Objection[] {
  return approved(reading, null, person, now)
}

function approved(reading: Reading, contractId: string | null, person: Person, now: Instant): Objection[] {
  if (person.company === null || person.employment === '派遣' || approvalsOf(reading, contractId, person.company, now).length > 0) return []
  return [{ code: 'person-of-company-not-approved', article: '9②', rule: 'R-02', facts: { person: person.name, company: person.company } }]
}

/** R-02 for whoever is to be given something: a company that the city was asked about, and has not approved (or no longer). No exception helps. */
export function objectionsToUnapproved(reading: Reading, contractId: string, organisation: string, now: Instant): Objection[] {
  const asked = reading.list('subcontract', contractId).filter((s) => sameWords(s.company, organisation) && s.state !== 'ended' && s.state !== 'withdrawn')
  if (asked.length === 0 || asked.some((s) => isInForce(reading, s, dayOf(now)))) return []
  return [{ code: 'company-not-approved', article: '9②', rule: 'R-02', facts: { company: organisation } }]
}

/** Neither the city nor one of its approved subcontractors (Art. 13). */
export function isThirdParty(reading: Reading, contract: ContractOfWork, organisation: string, now: Instant): boolean {
  return !sameWords(organisation, contract.city.name) && approvalsOf(reading, contract.id, organisation, now).length === 0
}

/** on the day something goes: an approval may have ended since the name was put on the list. */
export function objectionsToRecipient(reading: Reading, contract: ContractOfWork, recipient: Recipient, now: Instant): Objection[] {
  const unapproved = objectionsToUnapproved(reading, contract.id, recipient.organisation, now)
  if (unapproved.length > 0 || recipient.exception || !isThirdParty(reading, contract, recipient.organisation, now)) return unapproved
  return [{ code: 'third-party-without-consent', article: '13', rule: 'R-26', facts: { organisation: recipient.organisation } }]
}

/** The same of everybody whom a mail is addressed to, as far as the contract's list knows them; the others are R-22's. */
export function objectionsToAddressees(reading: Reading, contract: ContractOfWork, to: readonly string[], now: Instant): Objection[] {
  const addressed = contract.recipients.filter(({ email }) => to.some((address) => address.toLowerCase() === email.toLowerCase()))
  return addressed.flatMap((recipient) => objectionsToRecipient(reading, contract, recipient, now))
}

/** 承認条件 「持出禁止」: nobody of the company carries anything out, whoever approved it here. */
export function objectionsToCarryingOut(reading: Reading, contractId: string, person: Person, now: Instant): Objection[] {
  const { company } = person
  if (company === null || person.employment === '派遣') return []
  const [forbidding] = approvalsOf(reading, contractId, company, now).filter(forbids('持出禁止'))
  return forbidding ? [{ code: 'carry-out-forbidden', article: '9②', rule: 'R-02', facts: { company, cityRef: forbidding.decision?.cityRef ?? '' } }] : []
}

/** 再々委託: only under an approval in force that does not forbid it, and not of a company to itself. */
export function objectionsToParent(reading: Reading, parent: Subcontract, company: string, now: Instant): Objection[] {
  if (!isInForce(reading, parent, dayOf(now))) return [{ code: 'company-not-approved', article: '9②', rule: 'R-02', facts: { company: parent.company } }]
  if (forbids('再々委託禁止')(parent)) return [{ code: 'further-subcontract-forbidden', article: '9②', rule: 'R-02', facts: { company: parent.company, cityRef: parent.decision?.cityRef ?? '' } }]
  return sameWords(parent.company, company) ? [{ code: 'subcontract-exists', article: '9②', rule: null, facts: { company, no: parent.no } }] : []
}

const forbids = (kind: Condition['kind']) => ({ decision }: Subcontract): boolean => decision?.conditions.some((condition) => condition.kind === kind) ?? false

/** One application at a time for one company under one parent. */
export function objectionsToSecond(reading: Reading, { id, contractId, parentId, company }: Pick<Subcontract, 'contractId' | 'parentId' | 'company'> & { id: string | null }): Objection[] {
  const other = reading.list('subcontract', contractId).find((s) => s.id !== id && s.parentId === parentId && company !== '' && sameWords(s.company, company) && OPEN.includes(s.state))
  return other ? [{ code: 'subcontract-exists', article: '9②', rule: null, facts: { company, no: other.no } }] : []
}
const OPEN: readonly Subcontract['state'][] = ['drafted', 'applied', 'approved', 'contracted', 'working']

/** An approval with conditions names them; one without has none. */
export function objectionsToDecision({ outcome, conditions }: { outcome: string; conditions: readonly Condition[] }): Objection[] {
  const said = conditions.every(({ kind, text }) => kind !== 'その他' || text !== '')
  return (outcome === '条件付承認') === (conditions.length > 0) && said ? [] : [{ code: 'conditions-missing', article: '9②', rule: null, facts: {} }]
}

/** Days in their order, and none that lies ahead. */
export function objectionsToDays(what: Moment, on: Day, earlier: Moment, than: Day | null, now: Instant): Objection[] {
  return [
    ...(on > dayOf(now) ? [{ code: 'time-in-future', article: '9②', rule: null, facts: { what } } as const] : []),
    ...(than !== null && on < than ? [{ code: 'before-its-time', article: '9②', rule: null, facts: { what, earlier } } as const] : []),
  ]
}

/** 終了: the subcontractor's erasure is confirmed, and whoever worked for it has ended before. */
export function objectionsToEnd(reading: Reading, { id, contractId, company }: Subcontract, { erasedOn, erasedHow, confirmedBy }: { erasedOn: Day | null; erasedHow: string; confirmedBy: string }): Objection[] {
  const below = reading.list('subcontract', contractId).filter((s) => s.parentId === id && IN_FORCE.includes(s.state))
  return [
    ...(erasedOn === null || erasedHow === '' || confirmedBy === '' ? [{ code: 'sub-erasure-unconfirmed', article: '9③', rule: null, facts: { company } } as const] : []),
    ...below.map((s) => ({ code: 'subcontract-below-open', article: '9③', rule: null, facts: { company: s.company, no: s.no } } as const)),
  ]
}

/** Art. 9④ (a warning): approved for a week, and no copy of the contract with the subcontractor. */
export const agreementIsLate = ({ state, decision }: Subcontract, now: Instant): boolean =>
  state === 'approved' && decision !== null && decision.on <= dayOf((now - AGREEMENT_WITHIN * DAY) as Instant)

/** The day on which the subcontractor is to be looked at again (Art. 9⑤): as the last report says, or one interval after the approval. */
export function nextInspection({ inspections, decision, inspectEvery, state }: Subcontract): Day | null {
  if (!IN_FORCE.includes(state) || !decision) return null
  return inspections.at(-1)?.nextOn ?? dayOf((Date.parse(`${decision.on}T00:00:00+09:00`) + inspectEvery * DAY) as Instant)
}
