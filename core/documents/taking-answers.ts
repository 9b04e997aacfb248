import { answerable, type AnswerTaken, isAnswerable } from '../city/answer.ts'
import type { OperationName } from '../contract.ts'
import { contractNamed } from '../contracts/use.ts'
import { isGiven, numberHeldByCity } from '../backup/continuing-numbers.ts'
import { carryOutNamed, inState, permission } from '../carryouts/use.ts'
import type { CarryOutId } from '../carryouts/carry-out.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { personNamed } from '../people/use.ts'
import type { PlaceId } from '../places/place.ts'
import { placeDecision } from '../places/use.ts'
import { trustOf } from '../receipts/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { decisionOn } from '../subcontracts/use.ts'
import type { Day } from '../time.ts'
import { signedIn } from '../vault/signed-in.ts'
import { objectionsToPerson } from '../who-may.ts'
import { planNamed } from '../wipes/planning.ts'
import { sayFinding } from '../words/findings.ts'
import type { World } from '../world.ts'
import type { CityAnswer } from './city-answer.ts'
import type { IssuedDocument } from './document.ts'

interface Believed { answer: CityAnswer; hash: string }
/** 収受: by a notice of the city's (C-01), or by its signature in our own PDF, which brings no number. */
interface Received { docNo: string; hash: string; contractNo: string; cityReceiptNo: string; verdict: string }

/**
 * 甲の回答の取込: signed answers (C-02) of the city. Each is believed only if the key that its contract registered has signed it, must answer by number,
 * revision and hash what we issued and what still holds, and then does what a clerk would have typed — under the same rules, all of them or none.
 * A second time it changes nothing; another answer to the same document counts only as a later revision. 収受通知 and counter-signed PDFs are taken in beside them.
 * `held`: what the city holds and a restored ledger has lost; their numbers are not given again.
 */
export async function takeAnswers(world: World, { paths }: { paths: readonly string[] }): Promise<{ answers: AnswerTaken[]; acknowledged: IssuedDocument[]; held: string[] }> {
  const { believed, received } = await readAnswers(world, paths)
  return record(world, (reading) => {
    const { ours, held } = whatIsOurs(reading, believed, received)
    const taken = ours.answers.map((one) => ({ ...one, document: documentAnswered(reading, one.answer) })).map(({ answer, hash, document }) => ({ answer, hash, document, before: lastAnswer(reading, document) }))
    const news = taken.filter(({ hash, before }) => before?.hash !== hash)
    refuseIfAny(news.flatMap(({ answer, document, before }) => [...objectionsToAnswer(reading, answer, document, before), ...objectionsToClerk(world, reading, answer)]))
    const papers = ours.received.map((one) => ({ one, document: issuedAs(reading, one) }))
    const answers = news.map(({ answer, hash, document }) => ({ answer: takenFrom(world, answer, hash, document), effects: effectsOf(world, reading, answer, document, lastAnswer(reading, document) !== null) }))
    return {
      entries: answers.flatMap(({ answer, effects }): EntryBody[] => [{ type: 'answer-taken', data: { answer } }, ...effects]).concat(acknowledging(world, papers, news.filter(({ answer }) => answer.cityReceiptNo !== '').map(({ document }) => document.id)), held.flatMap(({ entry }) => entry)),
      answer: (after) => ({ answers: taken.flatMap(({ document }) => lastAnswer(after, document) ?? []), acknowledged: papers.flatMap(({ document }) => after.get('issued', document.id) ?? []), held: held.map(({ docNo }) => docNo) }),
    }
  })
}

export const listAnswersTaken = (world: World, contractId: string): Promise<AnswerTaken[]> =>
  look(world, (reading) => reading.list('answer-taken', contractNamed(reading, contractId).id).sort((a, b) => a.takenAt - b.takenAt))

/** Every file is read before anything is written. JSON, its signature, PDF and CSV of one answer are one answer; of several revisions the last counts. */
async function readAnswers(world: World, paths: readonly string[]): Promise<{ believed: Believed[]; received: Received[] }> {
  const keys = await look(world, trustOf)
  const found = new Map<string, Believed>()
  const received = new Map<string, Received>()
  for (const path of paths) {
    for (const { verification, record: answer } of await world.documents.verify(path, { keys, at: world.now() })) {
      const [reason] = verification.reasons
      const { document, counterSigned, verdict } = verification
      if (verdict === 'verified' && answer?.form === 'C-01') { received.set(answer.of.hash, { ...answer.of, contractNo: answer.contract.contractNo, cityReceiptNo: answer.cityReceiptNo, verdict: answer.verdict }); continue }
      if (verdict === 'verified' && counterSigned && document) { if (!received.has(document.hash)) received.set(document.hash, { docNo: document.docNo, hash: document.hash, contractNo: document.contractNo, cityReceiptNo: '', verdict }); continue }
      if (verdict !== 'verified' || answer?.form !== 'C-02') throw refusal('document-not-believed', null, null, { file: verification.file, reason: reason ? sayFinding(reason, 'ja') : '甲の回答書ではありません。' })
      const hash = verification.document?.hash ?? ''
      const other = found.get(answer.of.hash)
      if (other && other.hash !== hash && other.answer.revision === answer.revision) throw refusal('answer-contradicts', null, 'R-37', { docNo: answer.of.docNo, revision: answer.revision })
      if (!other || other.answer.revision < answer.revision) found.set(answer.of.hash, { answer, hash })
    }
  }
  return { believed: [...found.values()], received: [...received.values()] }
}

const documentAnswered = (reading: Reading, { of, contract: { contractNo } }: CityAnswer): IssuedDocument => issuedAs(reading, { ...of, contractNo })

/** What we issued just so, under that contract. */
function issuedAs(reading: Reading, { docNo, hash, contractNo }: OfOurs): IssuedDocument {
  const document = foundAs(reading, { docNo, hash, contractNo })
  if (!document) throw refusal('answer-unmatched', null, null, { docNo })
  return document
}

type OfOurs = Pick<Received, 'docNo' | 'hash' | 'contractNo'>
const foundAs = (reading: Reading, { docNo, hash, contractNo }: OfOurs): IssuedDocument | undefined =>
  reading.list('issued').find((one) => one.docNo === docNo && one.hash === hash && reading.get('contract', one.contractId)?.contractNo === contractNo)

/** What a restored ledger lost is not ours to answer for any more, but its number is given: the city signed that it holds it. */
function whatIsOurs(reading: Reading, believed: readonly Believed[], received: readonly Received[]): { ours: { answers: Believed[]; received: Received[] }; held: { docNo: string; entry: EntryBody[] }[] } {
  const lost = ({ docNo, hash, contractNo }: OfOurs, paper: string): EntryBody | null => {
    const isOurs = foundAs(reading, { docNo, hash, contractNo }) || !reading.list('contract').some((contract) => contract.contractNo === contractNo)
    return isOurs ? null : numberHeldByCity(reading, docNo, paper)
  }
  const ofAnswers = believed.map((one) => ({ one, docNo: one.answer.of.docNo, entry: lost({ ...one.answer.of, contractNo: one.answer.contract.contractNo }, one.answer.docNo) }))
  const ofReceived = received.map((one) => ({ one, docNo: one.docNo, entry: lost(one, one.cityReceiptNo) }))
  const held = [...ofAnswers, ...ofReceived].flatMap(({ docNo, entry }) => (entry ? [{ docNo, entry: isGiven(reading, docNo) ? [] : [entry] }] : []))
  return { ours: { answers: ofAnswers.filter(({ entry }) => !entry).map(({ one }) => one), received: ofReceived.filter(({ entry }) => !entry).map(({ one }) => one) }, held }
}

/** Once each; what an answer acknowledges already is not acknowledged beside it. */
const acknowledging = (world: World, papers: readonly { one: Received; document: IssuedDocument }[], answered: readonly string[]): EntryBody[] => papers
  .filter(({ document }) => document.state !== 'acknowledged' && !answered.includes(document.id))
  .map(({ one: { cityReceiptNo, verdict, hash }, document: { id } }) => ({ type: 'document-acknowledged', data: { id, cityReceiptNo, verdict, at: world.now(), hash } }))

const lastAnswer = (reading: Reading, { id, contractId }: IssuedDocument): AnswerTaken | null =>
  reading.list('answer-taken', contractId).find(({ documentId, supersededBy }) => documentId === id && supersededBy === null) ?? null

/** It answers as such a form can be answered; what was asked must still be what is asked; a later answer is a later revision; and a number of the city's names one application. */
function objectionsToAnswer(reading: Reading, { of, revision, approvalNo, decision }: CityAnswer, document: IssuedDocument, before: AnswerTaken | null): Objection[] {
  const decisions: readonly CityAnswer['decision'][] = isAnswerable(document.form) ? answerable[document.form].decisions : []
  const elsewhere = reading.list('answer-taken', document.contractId).find((taken) => taken.approvalNo === approvalNo && taken.of.docNo !== of.docNo)
  return [
    ...(document.form === of.form && decisions.includes(decision) ? [] : [{ code: 'decision-not-for-form', article: null, rule: null, facts: { form: document.form, decision } } as const]),
    ...(document.supersededBy === null && document.revision === of.revision ? [] : [{ code: 'answer-to-superseded', article: null, rule: 'R-37', facts: { docNo: of.docNo, revision: of.revision } } as const]),
    ...(before && before.revision >= revision ? [{ code: before.revision === revision ? 'answer-contradicts' : 'answer-older', article: null, rule: 'R-37', facts: { docNo: of.docNo, revision } } as const] : []),
    ...(elsewhere ? [{ code: 'city-number-taken', article: null, rule: null, facts: { no: approvalNo, of: elsewhere.of.docNo } } as const] : []),
  ]
}

const TYPED: Readonly<Record<string, OperationName>> = { 'F-05': 'places.decide', 'F-09': 'subcontracts.decide', 'F-11': 'carryOuts.permit', 'F-28': 'disposals.confirmNotice' }

/** Whoever may type a decision may take it in, and nobody else. */
function objectionsToClerk(world: World, reading: Reading, { of }: CityAnswer): Objection[] {
  const typed = TYPED[of.form]
  return typed ? objectionsToPerson(typed, personNamed(reading, signedIn(world).personId), reading, world.now()) : []
}

function takenFrom(world: World, { docNo, revision, of, decision, approvalNo, decidedOn, decidedBy, conditions, reason }: CityAnswer, hash: string, { id, contractId }: IssuedDocument): AnswerTaken {
  return {
    id: `${id}:${revision}`, contractId: contractId as AnswerTaken['contractId'], documentId: id, form: of.form, docNo, revision, hash, of: { docNo: of.docNo, revision: of.revision },
    decision, approvalNo, decidedOn: decidedOn as Day, decidedBy: who(decidedBy), conditions, reason, takenBy: signedIn(world).personId, takenAt: world.now(), supersededBy: null,
  }
}

/** What the answer does here, by the rules that bind a clerk's typing too. `again`: an earlier answer to the same document has been taken in. */
function effectsOf(world: World, reading: Reading, answer: CityAnswer, document: IssuedDocument, again: boolean): EntryBody[] {
  const acknowledged: EntryBody[] = document.state === 'acknowledged' || answer.cityReceiptNo === '' ? []
    : [{ type: 'document-acknowledged', data: { id: document.id, cityReceiptNo: answer.cityReceiptNo, verdict: 'verified', at: world.now(), hash: document.hash } }]
  const ids = document.subjects.length > 0 ? document.subjects : [document.subjectId]
  switch (document.form) {
    case 'F-11': return [...acknowledged, ...ids.filter((id) => reading.get('carry-out', id)).map((id) => onCarryOut(world, reading, id as CarryOutId, answer, again))]
    case 'F-09': return [...acknowledged, ...ids.flatMap((id) => onSubcontract(world, reading, id, answer))]
    case 'F-05': return [...acknowledged, ...ids.filter((id) => reading.get('place', id)).map((id) => placeDecision(world, reading, id as PlaceId, { outcome: answer.decision === '不承認' ? '不承認' : '承認', cityRef: answer.approvalNo, on: answer.decidedOn as Day }))]
    case 'F-28': return [...acknowledged, ...onNotice(world, reading, document.subjectId, answer, again)]
    default: return acknowledged
  }
}

function onCarryOut(world: World, reading: Reading, carryOutId: CarryOutId, answer: CityAnswer, again: boolean): EntryBody {
  const carryOut = carryOutNamed(reading, carryOutId)
  if (answer.decision === '不承認') {
    inState(carryOut, ['approved', 'permitted'], 'take-answer')
    return { type: 'carry-out-rejected', data: { carryOutId, rejection: { of: '甲', toldBy: who(answer.decidedBy), reason: `${answer.approvalNo}　${answer.reason}`, by: signedIn(world).personId, at: world.now() } } }
  }
  inState(carryOut, again ? ['approved', 'permitted'] : ['approved'], 'take-answer')
  const conditions = answer.conditions.map(({ kind, text }) => (text === '' ? kind : kind === 'その他' ? text : `${kind}（${text}）`)).join('\n')
  return permission(world, { carryOutId, ref: answer.approvalNo, on: answer.decidedOn as Day, toldBy: who(answer.decidedBy), conditions })
}

function onSubcontract(world: World, reading: Reading, id: string, answer: CityAnswer): EntryBody[] {
  const subcontract = reading.get('subcontract', id)
  if (!subcontract) return []
  if (subcontract.state !== 'applied') throw refusal('state-does-not-allow', '9②', null, { is: subcontract.state, act: 'take-answer' })
  if (answer.decision === '確認') throw new Error('an application is not confirmed: the answer was let through')
  return [decisionOn(world, subcontract, { outcome: answer.decision, cityRef: answer.approvalNo, on: answer.decidedOn as Day, conditions: answer.conditions })]
}

function onNotice(world: World, reading: Reading, planId: string, { approvalNo, attendance }: CityAnswer, again: boolean): EntryBody[] {
  const plan = planNamed(reading, planId)
  if (plan.state !== 'submitted' && !(again && plan.state === 'confirmed')) throw refusal('state-does-not-allow', '15②', null, { is: plan.state, act: 'take-answer' })
  return [
    { type: 'notice-confirmed', data: { planId: plan.id, cityRef: approvalNo, at: world.now() } },
    ...(attendance ? [{ type: 'witness-requested' as const, data: { planId: plan.id, witness: attendance } }] : []),
  ]
}

const who = ({ title, name }: CityAnswer['decidedBy']): string => (title === '' ? name : `${title}　${name}`)
