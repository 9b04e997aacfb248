import { sayArticle } from '../articles.ts'
import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import { contractNamed } from '../contracts/use.ts'
import type { CityAnswer } from '../documents/city-answer.ts'
import type { ImportedDocument, IssuedDocument } from '../documents/document.ts'
import { issueDocument } from '../documents/issuing.ts'
import { saveKept } from '../documents/save.ts'
import { look } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Person } from '../people/person.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import { isoJst } from '../time.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import { answerable, type AnswerApplication, type Answered, type AnsweredForm } from './answer.ts'
import { answerTo, objectionsToAnswer, objectionsToApprovalNo } from './answer-rules.ts'
import { importedNamed } from './imported.ts'
import { nextNumber } from './numbers.ts'
import { objectionsToRemainder } from './settlement-rules.ts'

/**
 * 回答 (Art. 6①, 9②, 11(2), 15①②): the city's decision under its own number, issued as a signed C-02 that the contractor imports. Answered once;
 * again only as a new revision that says why. F-27 is confirmed only when the city's own sums leave nothing over.
 */
export async function answerApplication(world: World, order: AnswerApplication): Promise<Answered> {
  const { id } = await issueDocument(world, null, async (reading) => {
    const imported = importedNamed(reading, order.importedId)
    const contract = contractNamed(reading, imported.contractId)
    const clerk = personNamed(reading, signedIn(world).personId)
    refuseIfAny([...objectionsToAnswer(reading, imported, order, clerk, world.now()), ...(imported.form === 'F-27' ? objectionsToRemainder(reading, contract, imported) : [])])
    const earlier = answerTo(reading, imported)
    const approvalNo = order.approvalNo ?? earlier?.approvalNo ?? nextNumber(reading, '承認', contract, world.now())
    refuseIfAny(objectionsToApprovalNo(reading, approvalNo, imported.docNo))
    const record = await composeAnswer(world, reading, { imported, contract, clerk, order, earlier, approvalNo: approvalNo ?? '' })
    return { record, contractId: contract.id, subjects: [imported.id], also: (document) => [{ type: 'application-answered', data: { answered: answeredBy(world, document, record, imported) } }] }
  })
  return look(world, (reading) => answeredNamed(reading, id))
}

/** The bodies of an answer into a folder, for the contractor. */
export async function saveAnswer(world: World, { answeredId, into }: { answeredId: string; into: string }): Promise<{ paths: string[] }> {
  const document = await look(world, (reading) => reading.get('issued', answeredNamed(reading, answeredId).id))
  if (!document) throw refusal('nothing-found', null, null, { what: 'answer', id: answeredId })
  return saveKept(world, document.bodies, into)
}

export const listAnswers = (world: World, contractId: string): Promise<Answered[]> =>
  look(world, (reading) => reading.list('answered', contractNamed(reading, contractId).id).sort((a, b) => a.answeredAt - b.answeredAt))

/** The number that would be given now; null where it has to be typed. */
export const nextApprovalNo = (world: World, { importedId }: { importedId: string }): Promise<{ no: string | null }> => look(world, (reading) => {
  const imported = importedNamed(reading, importedId)
  return { no: answerTo(reading, imported)?.approvalNo ?? nextNumber(reading, '承認', contractNamed(reading, imported.contractId), world.now()) }
})

interface AnswerFacts { imported: ImportedDocument; contract: ContractOfWork; clerk: Person; order: AnswerApplication; earlier: Answered | null; approvalNo: string }

async function composeAnswer(world: World, reading: Reading, { imported, contract, clerk, order, earlier, approvalNo }: AnswerFacts): Promise<CityAnswer> {
  const office = reading.get('office', 'office')
  if (!office) throw new Error('an open vault without an office')
  const { organisation, keys } = office
  const asked = imported.record as { issuedAt: string; title?: string; sender: { organisation: string; representative: string } }
  const form = imported.form as AnsweredForm
  const { size } = (await world.ledger.read()).head
  return {
    v: 1, form: 'C-02', template: 'C-02/1', docNo: `C2-${imported.docNo}-${imported.revision}`, revision: (earlier?.revision ?? 0) + 1,
    revisionKind: earlier ? '訂正' : '新規', revisionReason: earlier ? order.revisionReason : '', issuedAt: isoJst(world.now()),
    addressee: { organisation: asked.sender.organisation, name: asked.sender.representative, section: '' },
    sender: { organisation: organisation.name, address: organisation.address, representative: organisation.representative },
    contact: { name: `${contract.city.section}　${clerk.name}`, tel: clerk.tel || organisation.tel, email: clerk.email || organisation.email },
    contract: { contractNo: contract.contractNo, title: contract.title }, articleRef: sayArticle(answerable[form].article),
    keys: { rootFingerprint: keys.fingerprint, checkpointKeyId: keys.checkpointKeyId }, witness: await world.ledger.witness(size - 1),
    title: answerable[form].title[order.decision] ?? '回答書',
    of: { form, title: asked.title ?? '消去・廃棄届出書', docNo: imported.docNo, revision: imported.revision, issuedAt: asked.issuedAt, hash: imported.hash },
    cityReceiptNo: imported.cityReceiptNo, decision: order.decision, approvalNo, decidedOn: order.decidedOn, decidedBy: { title: clerk.title, name: clerk.name },
    conditions: order.conditions, reason: order.reason, attendance: order.attendance,
  }
}

const answeredBy = (world: World, { id, issuedBy }: IssuedDocument, { docNo, revision, of, decision, approvalNo, conditions, reason, attendance, decidedOn }: CityAnswer, { id: importedId, contractId }: ImportedDocument): Answered => ({
  id, contractId: contractId as Answered['contractId'], importedId, form: of.form as AnsweredForm, of: { docNo: of.docNo, revision: of.revision, hash: of.hash }, docNo, revision, decision, approvalNo,
  decidedOn: decidedOn as Answered['decidedOn'], conditions, reason, attendance, answeredBy: issuedBy as Answered['answeredBy'], answeredAt: world.now(), supersededBy: null,
})

export function answeredNamed(reading: Reading, id: string): Answered {
  const answered = reading.get('answered', id)
  if (!answered) throw refusal('nothing-found', null, null, { what: 'answer', id })
  return answered
}
