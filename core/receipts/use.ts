import { activeContract, contractNamed } from '../contracts/use.ts'
import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { IssuedDocument } from '../documents/document.ts'
import type { Acknowledgement, CustodyReceipt } from '../documents/records.ts'
import { issueDocument } from '../documents/issuing.ts'
import { inCp932 } from '../documents/exporting.ts'
import { saveKept } from '../documents/save.ts'
import type { Handover } from '../handovers/handover.ts'
import { handoverNamed } from '../handovers/use.ts'
import { objectionsToDifferences } from '../handovers/rules.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import { sayFinding } from '../words/findings.ts'
import type { Trust, World } from '../world.ts'
import { composeReceipt } from './compose.ts'

/**
 * 預り証の発行 (Art. 14): numbers it, makes its bodies, keeps them in the vault and writes it down. Refuses what was not
 * compared, what has its receipt already, and characters that paper could not show.
 */
export const issueReceipt = (world: World, { handoverId }: { handoverId: string }): Promise<IssuedDocument> => issueDocument(world, '14', async (reading) => {
  const { contractId } = handoverNamed(reading, handoverId)
  return { record: await compose(world, reading, handoverId), contractId, subjects: [handoverId] }
})

/** The same receipt from what is known of its hand-over today, for its next revision. */
export const recomposeReceipt = (world: World, reading: Reading, { subjectId, docNo }: IssuedDocument): Promise<CustodyReceipt> => {
  const handover = handoverNamed(reading, subjectId)
  return receiptOn(world, reading, handover, contractNamed(reading, handover.contractId), docNo)
}

async function compose(world: World, reading: Reading, handoverId: string): Promise<CustodyReceipt> {
  const handover = handoverNamed(reading, handoverId)
  const contract = activeContract(reading, handover.contractId)
  if (handover.state === 'receipted') throw refusal('receipt-already-issued', '14', 'R-37', { docNo: handover.receiptNo ?? '' })
  refuseIfAny(objectionsToDifferences(handover))
  if (handover.state !== 'checked') throw refusal('state-does-not-allow', '14', null, { is: handover.state, act: 'issue-receipt' })
  const last = (reading.get('series', `F-25:${contract.id}`)?.last ?? 0) + 1
  return receiptOn(world, reading, handover, contract, `A-${contract.shortNo}-${String(last).padStart(3, '0')}`)
}

async function receiptOn(world: World, reading: Reading, handover: Handover, contract: ContractOfWork, docNo: string): Promise<CustodyReceipt> {
  const office = reading.get('office', 'office')
  if (!handover.receivedBy || !office) throw refusal('state-does-not-allow', '14', null, { is: handover.state, act: 'issue-receipt' })
  const { size } = (await world.ledger.read()).head
  return composeReceipt({
    docNo, now: world.now(), contract, handover,
    items: reading.list('item', handover.id).sort((a, b) => a.no - b.no),
    medium: handover.medium ? reading.get('medium', handover.medium) : undefined,
    clerk: personNamed(reading, handover.receivedBy), issuer: personNamed(reading, signedIn(world).personId),
    organisation: office.organisation, keys: office.keys, witness: await world.ledger.witness(size - 1),
  })
}

export const listReceipts = (world: World, contractId: string): Promise<IssuedDocument[]> =>
  look(world, (reading) => reading.list('issued', contractNamed(reading, contractId).id).sort((a, b) => a.issuedAt - b.issuedAt))

/** The bodies into a folder, to be handed in; never over other files. `csv: 'cp932'`: the table in CP932 in place of UTF-8 (`documents.checkCp932` says what that lacks). */
export async function saveReceipt(world: World, { id, into, csv = 'utf8' }: { id: string; into: string; csv?: 'utf8' | 'cp932' | undefined }): Promise<{ paths: string[] }> {
  const document = await look(world, (reading) => issuedNamed(reading, id))
  const older = csv === 'cp932' ? await inCp932(world, document) : null
  const saved = older ? await saveWithTable(world, document, older, into) : await saveKept(world, document.bodies, into)
  return record(world, () => ({ entries: [{ type: 'document-saved', data: { id, to: into } }], answer: () => saved }))
}

/** The table lies in the vault only as long as it is being written. */
async function saveWithTable(world: World, { bodies }: IssuedDocument, { name, bytes }: { name: string; bytes: Uint8Array }, into: string): Promise<{ paths: string[] }> {
  const { blob } = await world.files.keep(name, bytes)
  try {
    return await saveKept(world, [...bodies.filter(({ type }) => type !== 'text/csv'), { name, blob }], into)
  } finally {
    await world.files.forget([blob])
  }
}

export async function showReceipt(world: World, { id }: { id: string }): Promise<{ name: string; pdf: Uint8Array }> {
  const document = await look(world, (reading) => issuedNamed(reading, id))
  const body = document.bodies.find(({ type }) => type === 'application/pdf')
  if (!body) throw refusal('nothing-found', null, null, { what: 'document', id })
  return { name: body.name, pdf: await world.files.fetch(body.blob) }
}

/**
 * 収受通知 (the city's answer): believed only if the key that its contract registered has signed it, and only for what we
 * issued under that contract. All files are read first; one that is not believed leaves the others unrecorded too.
 */
export async function acknowledgeReceipts(world: World, { paths }: { paths: readonly string[] }): Promise<IssuedDocument[]> {
  const answers: Acknowledgement[] = []
  const keys = await look(world, trustOf)
  for (const path of paths) {
    for (const { verification, record: answer } of await world.documents.verify(path, { keys, at: world.now() })) {
      const [reason] = verification.reasons
      if (verification.verdict !== 'verified' || answer?.form !== 'C-01') {
        throw refusal('document-not-believed', '14', null, { file: verification.file, reason: reason ? sayFinding(reason, 'ja') : '収受通知ではありません。' })
      }
      answers.push(answer)
    }
  }
  return record(world, (reading) => {
    // The JSON and its signature are two files of one answer.
    const answered = [...new Map(answers.map((answer) => [answer.of.hash, { answer, document: documentAnswered(reading, answer) }])).values()]
    const news = answered.filter(({ document }) => document.state !== 'acknowledged')
    return {
      entries: news.map(({ answer, document: { id } }) => ({ type: 'document-acknowledged' as const, data: { id, cityReceiptNo: answer.cityReceiptNo, verdict: answer.verdict, at: world.now(), hash: answer.of.hash } })),
      answer: (after) => answered.map(({ document }) => issuedNamed(after, document.id)),
    }
  })
}

function documentAnswered(reading: Reading, { of, contract }: Acknowledgement): IssuedDocument {
  const document = reading.list('issued').find(({ docNo, hash, contractId }) => docNo === of.docNo && hash === of.hash && reading.get('contract', contractId)?.contractNo === contract.contractNo)
  if (!document) throw refusal('acknowledgement-unmatched', '14', null, { docNo: of.docNo })
  return document
}

/** The other party of each contract by the key it registered, and ourselves: each may sign in its own place only. */
export function trustOf(reading: Reading): Trust['keys'][number][] {
  const office = reading.get('office', 'office')
  const [own, other] = office?.organisation.kind === 'city' ? (['city', 'contractor'] as const) : (['contractor', 'city'] as const)
  const registered = reading.list('contract').flatMap(({ counterpartKey, formerKeys, contractNo }) => [
    ...(counterpartKey ? [{ rootPem: counterpartKey.rootPem, checkpointKeyPem: counterpartKey.checkpointKeyPem, contractNo, role: other }] : []),
    ...formerKeys.map(({ key, why, from }) => ({ rootPem: key.rootPem, checkpointKeyPem: key.checkpointKeyPem, contractNo, role: other, ended: { why, from } })),
  ])
  return office ? [...registered, { rootPem: office.keys.rootPem, checkpointKeyPem: office.keys.checkpointKeyPem, contractNo: null, role: own }] : registered
}

function issuedNamed(reading: Reading, id: string): IssuedDocument {
  const document = reading.get('issued', id)
  if (!document) throw refusal('nothing-found', null, null, { what: 'document', id })
  return document
}
