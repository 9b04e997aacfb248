import { activeContract, contractNamed } from '../contracts/use.ts'
import type { IssuedDocument } from '../documents/document.ts'
import type { DestructionCertificate, DisposalNotice, ErasureCertificate } from '../documents/disposal-records.ts'
import { writeItemRefs } from '../documents/item-refs.ts'
import { issueDocument } from '../documents/issuing.ts'
import type { LetterFacts } from '../documents/letterhead.ts'
import type { Reading } from '../ledger/shelf.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import type { CertifyWipes, IssueNotice } from './certificate.ts'
import { composeDestruction, composeErasure, composeNotice, type LineFacts, type WipeFacts } from './composing.ts'
import type { DisposalPlan, PlanTarget } from './plan.ts'
import { planNamed, targetOf } from './planning.ts'
import { objectionsToCertificate, objectionsToFacts, objectionsToVerifier } from './rules.ts'
import { wipeNamed } from './carrying-out.ts'
import { mayHoldSpares } from './statements.ts'
import type { Wipe } from './wipe.ts'

/**
 * 消去・廃棄届出書の発行 (Art. 15②, F-28): the plan as the city will read it, before anything is erased. Refuses a missing fact,
 * a plan that is not merely decided, one that has its notice already, and characters that paper could not show.
 */
export const issueNotice = (world: World, { planId }: IssueNotice): Promise<IssuedDocument> => issueDocument(world, '15②', async (reading) => {
  const plan = planNamed(reading, planId)
  if (plan.docNo !== null) throw refusal('document-already-issued', '15②', 'R-37', { docNo: plan.docNo })
  if (plan.state !== 'decided') throw refusal('state-does-not-allow', '15②', null, { is: plan.state, act: 'issue-notice' })
  refuseIfAny(objectionsToFacts(plan))
  const contract = activeContract(reading, plan.contractId)
  const letter = await letterFacts(world, reading, contract, `N-${contract.shortNo}-${next(reading, contract.id, 'F-28')}`)
  const lines = plan.targets.map((target) => lineFacts(reading, target))
  return { record: composeNotice({ ...letter, plan, lines, operator: personNamed(reading, plan.operator).name, verifier: personNamed(reading, plan.verifier).name }), contractId: contract.id, subjects: [plan.id] }
})

/**
 * 証明書の発行 (Art. 15④⑤): F-30 for erasures, F-31 for destructions, one or many on one document. Refuses what another person has not
 * verified, what did not pass, what has its document already, and a degaussing that cannot have had any effect.
 */
export const certify = (world: World, { wipeIds, sealNo, thirdPartyNo }: CertifyWipes): Promise<IssuedDocument> => issueDocument(world, '15⑤', async (reading) => {
  const wipes = wipesTogether(reading, wipeIds)
  refuseIfAny(wipes.flatMap((wipe) => [...objectionsToDocument(reading, wipe), ...objectionsToCertificate(wipe), ...objectionsToEffect(reading, wipe)]))
  const destroyed = wipes.every(({ destruction }) => destruction !== null)
  const facts = { ...await certificateFacts(world, reading, wipes), sealNo, thirdPartyNo }
  return { record: destroyed ? composeDestruction(facts) : composeErasure(facts), contractId: facts.contract.id, subjects: subjectsOf(wipes) }
})

/**
 * 報告書の発行 (Art. 15⑤, R-31): the same form for what did not pass, or was called off, and for what passed beside it. Refuses what another
 * person has not looked at, and to report where a certificate could be issued.
 */
export const reportWipes = (world: World, { wipeIds, sealNo, thirdPartyNo }: CertifyWipes): Promise<IssuedDocument> => issueDocument(world, '15⑤', async (reading) => {
  const wipes = wipesTogether(reading, wipeIds)
  refuseIfAny(wipes.flatMap((wipe) => [
    ...objectionsToDocument(reading, wipe), ...objectionsToCertificate(wipe).filter(({ code }) => code === 'wipe-not-verified'), ...objectionsToEffect(reading, wipe),
  ]))
  if (wipes.every(({ result }) => result === '合格')) throw refusal('wipes-all-passed', '15⑤', 'R-31', {})
  const facts = { ...await certificateFacts(world, reading, wipes), sealNo, thirdPartyNo }
  return { record: composeErasure(facts), contractId: facts.contract.id, subjects: subjectsOf(wipes) }
})

/** The notice from the plan as it stands today, for its next revision. */
export async function recomposeNotice(world: World, reading: Reading, { subjectId, docNo }: IssuedDocument): Promise<DisposalNotice> {
  const plan = planNamed(reading, subjectId)
  const letter = await letterFacts(world, reading, contractNamed(reading, plan.contractId), docNo)
  return composeNotice({ ...letter, plan, lines: plan.targets.map((target) => lineFacts(reading, target)), operator: personNamed(reading, plan.operator).name, verifier: personNamed(reading, plan.verifier).name })
}

/** The certificate or report from what is written of its erasures today. R-31 decides what it is called, as before. */
export async function recomposeCertificate(world: World, reading: Reading, { subjects, docNo, form }: IssuedDocument, { sealNo, thirdPartyNo }: Pick<CertifyWipes, 'sealNo' | 'thirdPartyNo'>): Promise<ErasureCertificate | DestructionCertificate> {
  const wipes = wipesTogether(reading, subjects)
  const contract = contractNamed(reading, wipes[0]?.contractId ?? '')
  const facts = { ...await letterFacts(world, reading, contract, docNo), wipes: wipes.map((wipe) => wipeFacts(reading, wipe)), sealNo, thirdPartyNo }
  return form === 'F-31' ? composeDestruction(facts) : composeErasure(facts)
}

/** Erasures that may stand on one document: of one contract, and of one kind. */
function wipesTogether(reading: Reading, wipeIds: readonly string[]): Wipe[] {
  const wipes = [...new Set(wipeIds)].map((id) => wipeNamed(reading, id))
  if (new Set(wipes.map(({ contractId }) => contractId)).size > 1) throw refusal('wipes-of-several-contracts', '15⑤', null, {})
  if (new Set(wipes.map(({ destruction }) => destruction !== null)).size > 1) throw refusal('erased-and-destroyed-together', '15④', null, {})
  return wipes
}

const subjectsOf = (wipes: readonly Wipe[]): [string, ...string[]] => wipes.map(({ id }) => id) as string[] as [string, ...string[]]

/** on one document and no second one. R-32: even if the ledger said otherwise. */
function objectionsToDocument(reading: Reading, wipe: Wipe): Objection[] {
  const earlier = reading.list('issued', wipe.contractId).find(({ form, subjects, supersededBy, revisionKind }) => (form === 'F-30' || form === 'F-31') && subjects.includes(wipe.id) && supersededBy === null && revisionKind !== '取消')
  return [
    ...(earlier ? [{ code: 'document-already-issued' as const, article: '15⑤' as const, rule: 'R-37' as const, facts: { docNo: earlier.docNo } }] : []),
    ...(wipe.verified ? objectionsToVerifier(wipe.operator, wipe.verified.by, personNamed(reading, wipe.verified.by).name) : []),
  ]
}

/** Art. 15④: a magnet leaves everything on flash and on discs that are read by light. */
function objectionsToEffect(reading: Reading, { destruction, medium: no }: Wipe): Objection[] {
  const medium = no === null ? undefined : reading.get('medium', no)
  if (destruction?.how !== '磁気消去' || !medium || (medium.type !== '光ディスク' && !mayHoldSpares(medium, null))) return []
  return [{ code: 'destruction-without-effect', article: '15④', rule: 'R-30', facts: { no: medium.no, type: medium.type } }]
}

async function certificateFacts(world: World, reading: Reading, wipes: readonly Wipe[]) {
  const contract = contractNamed(reading, wipes[0]?.contractId ?? '')
  const docNo = `E-${contract.shortNo}-${next(reading, contract.id, 'F-30', 'F-31')}`
  return { ...await letterFacts(world, reading, contract, docNo), wipes: wipes.map((wipe) => wipeFacts(reading, wipe)) }
}

async function letterFacts(world: World, reading: Reading, contract: LetterFacts['contract'], docNo: string): Promise<LetterFacts> {
  const office = reading.get('office', 'office')
  if (!office) throw new Error('an open vault without an office')
  const { size } = (await world.ledger.read()).head
  return { docNo, now: world.now(), contract, issuer: personNamed(reading, signedIn(world).personId), organisation: office.organisation, keys: office.keys, witness: await world.ledger.witness(size - 1) }
}

function wipeFacts(reading: Reading, wipe: Wipe): WipeFacts {
  const plan: DisposalPlan = planNamed(reading, wipe.planId)
  const name = (id: string): string => personNamed(reading, id).name
  return {
    ...lineFacts(reading, targetOf(plan, wipe.targetNo)), wipe, plan, operator: name(wipe.operator), verifier: wipe.verified ? name(wipe.verified.by) : '',
    planned: { operator: name(plan.operator), verifier: name(plan.verifier) },
  }
}

function lineFacts(reading: Reading, target: PlanTarget): LineFacts {
  const items = target.itemIds.flatMap((id) => reading.get('item', id) ?? [])
  const receipts = [...new Set(items.map(({ handoverId }) => handoverId))].flatMap((id) => {
    const receiptNo = reading.get('handover', id)?.receiptNo ?? null
    // What came first and was replaced stands on no receipt.
    return receiptNo === null ? [] : writeItemRefs(receiptNo, items.filter(({ handoverId, state }) => handoverId === id && state !== 'replaced').map(({ no }) => no))
  })
  return { target, medium: target.medium === null ? null : reading.get('medium', target.medium) ?? null, receipts: receipts.sort() }
}

/** The next number of a series that these forms share. */
function next(reading: Reading, contractId: string, ...forms: readonly string[]): string {
  const last = forms.reduce((sum, form) => sum + (reading.get('series', `${form}:${contractId}`)?.last ?? 0), 0)
  return String(last + 1).padStart(3, '0')
}
