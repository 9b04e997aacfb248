import { specificationInForce } from '../../contracts/specifying.ts'
import { supervisorOn } from '../../contracts/appointing.ts'
import type { ContractOfWork } from '../../contracts/contract-of-work.ts'
import type { Reading } from '../../ledger/shelf.ts'
import { standing } from '../../people/person.ts'
import { acknowledgementId } from '../../contracts/specification.ts'
import { DAY, dayOf, type Day, instantOf, type Instant } from '../../time.ts'
import type { Card } from '../home.ts'
import { card, isContractor } from './card.ts'

/** A self-check is made every month. */
const CHECK_EVERY = 31 * DAY
/** Art. 4: a certification is renewed before it runs out. */
const EXPIRES_SOON = 90
const EXPIRES_VERY_SOON = 30

/** Whoever is not ready yet, whatever nobody has read or checked, and whatever runs out (Art. 3 to 8, 21). */
export function ofPeople(reading: Reading, me: string, now: Instant): Card[] {
  if (!isContractor(reading)) return []
  const active = reading.list('contract').filter(({ state }) => state === 'active')
  return [
    ...ofRoster(reading, me), ...ofTests(reading, me), ...ofAbsentees(reading), ...ofCards(reading),
    ...active.flatMap((contract) => [...ofOrganisation(reading, contract, now), ...ofSpecification(reading, contract, me, now), ...ofSelfChecks(reading, contract, now), ...ofCertifications(contract, now)]),
  ]
}

function ofRoster(reading: Reading, me: string): Card[] {
  return reading.list('person').filter((p) => ['登録', '教育済', '誓約済'].includes(standing(p)) && (p.loginId !== null || p.id === me))
    .map((p) => card('todo', 'person-not-ready', p.trainings.length === 0 ? '7' : '8②', p.id, p.name, 'people', p.registeredAt, { standing: standing(p) }))
}

/** Art. 7: a test at this desk that I have not passed yet. */
function ofTests(reading: Reading, me: string): Card[] {
  return reading.list('training-session').filter(({ test, attendees }) => test === '画面' && attendees.some(({ personId, passed }) => personId === me && passed !== true))
    .map((session) => card('todo', 'test-to-sit', '7', session.id, session.title, 'training', session.recordedAt))
}

/** Art. 7: everybody is educated, those who were absent too. */
function ofAbsentees(reading: Reading): Card[] {
  return reading.list('training-session').flatMap((session) => {
    const waiting = session.absentees.filter(({ personId, followUpId }) => followUpId === null && reading.get('person', personId)?.duty.state !== '解除')
    return waiting.length === 0 ? [] : [card('todo', 'absentees-wait', '7', session.id, session.title, 'training', session.recordedAt, { count: waiting.length })]
  })
}

/** Art. 6②: a lost card stays on top until the city knows. */
function ofCards(reading: Reading): Card[] {
  return reading.list('id-card').filter(({ state, lost }) => state === '紛失' && lost?.cityRef === '')
    .map((one) => card('overdue', 'id-card-lost', '6②', one.id, one.no, 'cards', null, { person: reading.get('person', one.personId)?.name ?? '' }))
}

/** Art. 3①: no day without a supervisor. */
function ofOrganisation(reading: Reading, contract: ContractOfWork, now: Instant): Card[] {
  return supervisorOn(reading, contract.id, dayOf(now)) ? [] : [card(contract.startedAt === null ? 'todo' : 'overdue', 'no-supervisor', '3①', contract.id, contract.contractNo, 'contracts')]
}

/** R-39 (Art. 21): the edition in force that I have not read; and (Art. 7) those whose last education is older than an edition that came later. */
function ofSpecification(reading: Reading, contract: ContractOfWork, me: string, now: Instant): Card[] {
  const { version, effectiveOn } = specificationInForce(reading, contract.id, dayOf(now))
  const unread = reading.get('acknowledgement', acknowledgementId(contract.id, version, me)) === undefined
  const cards = unread ? [card('todo', 'specification-to-read', '21', contract.id, contract.contractNo, 'specification', null, { version })] : []
  if (version === contract.specification.version) return cards
  const older = reading.list('person').filter((p) => standing(p) === '従事可' && p.loginId !== null && !p.trainings.some(({ on }) => on >= effectiveOn))
  return older.length === 0 ? cards : [...cards, card('todo', 'training-before-specification', '7', contract.id, contract.contractNo, 'training', null, { version, count: older.length })]
}

/** Art. 5④: once a month, and every finding to its end. */
function ofSelfChecks(reading: Reading, contract: ContractOfWork, now: Instant): Card[] {
  const checks = reading.list('self-check', contract.id)
  const since = Math.max(contract.startedAt ?? contract.openedAt, ...checks.map(({ checkedOn }) => atMidnight(checkedOn)))
  const due = now - since > CHECK_EVERY ? [card('todo', 'self-check-due', '5④', contract.id, contract.contractNo, 'selfChecks', since as Instant)] : []
  return [...due, ...checks.filter(({ state }) => state !== '完了').map((check) => {
    const open = check.items.filter(({ result, corrected }) => result === '不適' && corrected === null)
    const late = open.some(({ plan }) => plan !== null && plan.dueOn < dayOf(now))
    return open.length > 0
      ? card(late ? 'overdue' : 'todo', 'findings-open', '5④', check.contractId, check.no, 'selfChecks', null, { count: open.length })
      : card('approval', 'self-check-to-close', '5④', check.contractId, check.no, 'selfChecks', null, {}, check.checkedBy)
  })]
}

/** Art. 4: the last certification of each kind, 90 and 30 days before it runs out. */
function ofCertifications(contract: ContractOfWork, now: Instant): Card[] {
  const last = new Map(contract.certifications.toSorted((a, b) => (a.validTo < b.validTo ? -1 : 1)).map((one) => [one.type, one]))
  return [...last.values()].flatMap(({ type, number, validTo }) => {
    const left = Math.round((atMidnight(validTo) - atMidnight(dayOf(now))) / DAY)
    if (left > EXPIRES_SOON) return []
    return [card(left <= EXPIRES_VERY_SOON ? 'overdue' : 'todo', left < 0 ? 'certification-expired' : 'certification-expiring', '4', contract.id, `${type} ${number}`, 'contracts', null, { validTo, left })]
  })
}

const atMidnight = (day: Day): number => instantOf(`${day}T00:00:00+09:00`)
