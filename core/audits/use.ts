import { contractNamed } from '../contracts/use.ts'
import { freezesOf } from '../incidents/auditing.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { objectionsToFuture, objectionsToOrder } from '../mailings/rules.ts'
import { personNamed } from '../people/use.ts'
import { objectionsToSamePerson } from '../people/rules.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import { dayOf } from '../time.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { Act } from '../words/terms.ts'
import type { World } from '../world.ts'
import type { AnswerInAudit, AskInAudit, Audit, BeginAudit, CloseAudit, ConfirmFinding, CorrectFinding, FindInAudit, Finding, HoldAudit } from './audit.ts'
import { findingState, objectionsToEnd } from './rules.ts'

/**
 * 通知, or somebody of the city at the door (Art. 17①): of what kind, who, when, and what about. The end of the contract does not matter:
 * the city may look later too. Refuses an audit without notice that lies ahead, and a notice after the day.
 */
export function beginAudit(world: World, order: BeginAudit): Promise<Audit> {
  const { personId } = signedIn(world)
  const id = world.newId()
  return record(world, (reading) => {
    const { id: contractId, shortNo } = contractNamed(reading, order.contractId)
    const { announcedOn, plannedAt } = order
    if (order.subject === '') throw refusal('audit-without-subject', '17', null, {})
    if (announcedOn === null) refuseIfAny(objectionsToFuture('audit-held', plannedAt, world.now(), '17'))
    else if (announcedOn > dayOf(world.now())) throw refusal('time-in-future', '17', null, { what: 'audit-announced' })
    else if (dayOf(plannedAt) < announcedOn) throw refusal('before-its-time', '17', null, { what: 'audit-held', earlier: 'audit-announced' })
    const no = `KS-${shortNo}-${String((reading.get('series', `audit:${contractId}`)?.last ?? 0) + 1).padStart(3, '0')}`
    const audit: Audit = { ...order, contractId, id, no, begunBy: personId, begunAt: world.now(), held: null, requests: [], findings: [], closed: null, state: 'noticed' }
    return { entries: [{ type: 'audit-begun', data: { audit } }], answer: (after) => auditNamed(after, id) }
  })
}

/** 実施: when it really was, who came, and who of us was there. */
export const holdAudit = (world: World, { auditId, ...held }: HoldAudit): Promise<Audit> => change(world, auditId, 'hold-audit', (audit) => {
  if (audit.held) throw refusal('state-does-not-allow', '17', null, { is: audit.state, act: 'hold-audit' })
  refuseIfAny([
    ...objectionsToFuture('audit-held', held.from, world.now(), '17'),
    ...(held.to === null ? [] : [...objectionsToFuture('audit-ended', held.to, world.now(), '17'), ...objectionsToOrder('audit-ended', held.to, 'audit-held', held.from, '17')]),
  ])
  if (audit.announcedOn !== null && dayOf(held.from) < audit.announcedOn) throw refusal('before-its-time', '17', null, { what: 'audit-held', earlier: 'audit-announced' })
  return { type: 'audit-held', data: { auditId, held: { ...held, by: signedIn(world).personId, at: world.now() } } }
})

/** 要求・指示 (Art. 17②): before the visit, during it, or after. */
export const askInAudit = (world: World, { auditId, ...asked }: AskInAudit): Promise<Audit> => change(world, auditId, 'ask-in-audit', ({ requests }) => {
  if (asked.what === '') throw refusal('audit-request-unsaid', '17②', null, {})
  refuseIfAny(objectionsToFuture('audit-asked', asked.askedAt, world.now(), '17②'))
  if (asked.dueOn !== null && asked.dueOn < dayOf(asked.askedAt)) throw refusal('before-its-time', '17②', null, { what: 'audit-due', earlier: 'audit-asked' })
  return { type: 'audit-asked', data: { auditId, request: { ...asked, no: requests.length + 1, recordedBy: signedIn(world).personId, answers: [] } } }
})

/** 提示: the documents that were shown, by their numbers in the ledger, or what was said and done. Refuses documents of other contracts, and an answer of nothing. */
export const answerInAudit = (world: World, { auditId, requestNo, what, documentIds, at }: AnswerInAudit): Promise<Audit> => change(world, auditId, 'answer-in-audit', (audit, reading) => {
  const request = numbered(audit.requests, requestNo, 'audit-request')
  const documents = [...new Set(documentIds)].map((id) => {
    const issued = reading.get('issued', id)
    if (issued?.contractId !== audit.contractId) throw refusal('nothing-found', null, null, { what: 'document', id })
    return { id, docNo: issued.docNo, revision: issued.revision, title: issued.title }
  })
  if (what === '' && documents.length === 0) throw refusal('audit-answer-empty', '17②', null, { no: audit.no, request: requestNo })
  refuseIfAny([...objectionsToFuture('audit-answered', at, world.now(), '17②'), ...objectionsToOrder('audit-answered', at, 'audit-asked', request.askedAt, '17②')])
  return { type: 'audit-answered', data: { auditId, requestNo, answer: { what, documents, at, by: signedIn(world).personId } } }
})

/** 指摘: what the city found, until when it is put right, and who answers for that. */
export const findInAudit = (world: World, { auditId, what, dueOn, responsible }: FindInAudit): Promise<Audit> => change(world, auditId, 'find-in-audit', ({ held, state, findings }, reading) => {
  if (!held) throw refusal('state-does-not-allow', '17', null, { is: state, act: 'find-in-audit' })
  if (what === '') throw refusal('audit-finding-unsaid', '17', null, {})
  if (dueOn < dayOf(held.from)) throw refusal('before-its-time', '17', null, { what: 'audit-due', earlier: 'audit-held' })
  personNamed(reading, responsible)
  return { type: 'audit-finding-made', data: { auditId, finding: { no: findings.length + 1, what, dueOn, responsible, recordedBy: signedIn(world).personId, recordedAt: world.now(), corrections: [] } } }
})

/** 是正: what was done. It counts once somebody else has looked. */
export const correctFinding = (world: World, { auditId, findingNo, action, on }: CorrectFinding): Promise<Audit> => change(world, auditId, 'correct-finding', (audit) => {
  const finding = waiting(audit, findingNo, 'open', 'correct-finding')
  if (action === '') throw refusal('audit-correction-unsaid', '17', null, { no: audit.no, finding: finding.no })
  if (on > dayOf(world.now())) throw refusal('time-in-future', '17', null, { what: 'corrected' })
  if (audit.held && on < dayOf(audit.held.from)) throw refusal('before-its-time', '17', null, { what: 'corrected', earlier: 'audit-held' })
  return { type: 'audit-finding-corrected', data: { auditId, findingNo, correction: { action, on, by: signedIn(world).personId, at: world.now(), confirmed: null } } }
})

/** 確認, by another person than put it right. 「not yet」 sends it back, and says why. */
export const confirmFinding = (world: World, { auditId, findingNo, found, note }: ConfirmFinding): Promise<Audit> => change(world, auditId, 'confirm-finding', (audit, reading) => {
  const { personId } = signedIn(world)
  const by = waiting(audit, findingNo, 'to be confirmed', 'confirm-finding').corrections.at(-1)?.by
  if (by !== undefined) refuseIfAny(objectionsToSamePerson('confirm-finding', '17', null, personNamed(reading, by), personNamed(reading, personId)))
  if (found === 'not yet' && note === '') throw refusal('audit-return-unsaid', '17', null, { no: audit.no, finding: findingNo })
  return { type: 'audit-finding-confirmed', data: { auditId, findingNo, confirmed: { found, note, by: personId, at: world.now() } } }
})

/** 完了: the city has no more to ask. Refused while anything is unanswered or not put right; the freezes that were begun for this audit end with it (R-36). */
export const closeAudit = (world: World, { auditId, ...said }: CloseAudit): Promise<Audit> => record(world, (reading) => {
  const audit = openAudit(reading, auditId, 'close-audit')
  if (!audit.held) throw refusal('state-does-not-allow', '17', null, { is: audit.state, act: 'close-audit' })
  refuseIfAny(objectionsToEnd(audit))
  if (said.on > dayOf(world.now())) throw refusal('time-in-future', '17', null, { what: 'city-said' })
  if (said.on < dayOf(audit.held.from)) throw refusal('before-its-time', '17', null, { what: 'city-said', earlier: 'audit-held' })
  const closed = { ...said, by: signedIn(world).personId, at: world.now() }
  const lifted = freezesOf(reading, audit).map(({ id }) => ({ type: 'audit-freeze-lifted' as const, data: { freezeId: id, lifted: { ...closed, reason: `${audit.no}の完了` } } }))
  return { entries: [{ type: 'audit-closed', data: { auditId, closed } }, ...lifted], answer: (after) => auditNamed(after, auditId) }
})

/** Newest first. */
export const listAudits = (world: World, contractId: string): Promise<Audit[]> =>
  look(world, (reading) => reading.list('audit', contractNamed(reading, contractId).id).sort((a, b) => b.begunAt - a.begunAt || b.no.localeCompare(a.no)))

function change(world: World, auditId: string, act: Act, decide: (audit: Audit, reading: Reading) => EntryBody): Promise<Audit> {
  return record(world, (reading) => ({ entries: [decide(openAudit(reading, auditId, act), reading)], answer: (after) => auditNamed(after, auditId) }))
}

function openAudit(reading: Reading, id: string, act: Act): Audit {
  const audit = auditNamed(reading, id)
  if (audit.state === 'closed') throw refusal('state-does-not-allow', '17', null, { is: 'audit-closed', act })
  return audit
}

function auditNamed(reading: Reading, id: string): Audit {
  const audit = reading.get('audit', id)
  if (!audit) throw refusal('nothing-found', null, null, { what: 'audit', id })
  return audit
}

function waiting(audit: Audit, no: number, state: ReturnType<typeof findingState>, act: Act): Finding {
  const finding = numbered(audit.findings, no, 'audit-finding')
  const is = findingState(finding)
  if (is !== state) throw refusal('state-does-not-allow', '17', null, { is: `finding ${is}`, act })
  return finding
}

function numbered<T extends { no: number }>(all: readonly T[], no: number, what: 'audit-request' | 'audit-finding'): T {
  const one = all.find((each) => each.no === no)
  if (!one) throw refusal('nothing-found', null, null, { what, id: String(no) })
  return one
}
