import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import { contractNamed } from '../contracts/use.ts'
import type { Finding, ImportedDocument, IssuedDocument, Verification } from '../documents/document.ts'
import type { Acknowledgement, DocumentRecord } from '../documents/records.ts'
import { keepBodies, owned, saveKept } from '../documents/save.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { personNamed } from '../people/use.ts'
import { trustOf } from '../receipts/use.ts'
import { refusal } from '../refusal.ts'
import { isoJst } from '../time.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { World } from '../world.ts'

export interface Imported { verification: Verification; outcome: 'imported' | 'already' | 'refused'; imported: ImportedDocument | null }
interface Order { paths: readonly string[]; cityReceiptNo: string | null }

/** Receipts (Art. 14), notices and certificates (Art. 15), and letters: what contractors hand in. */
type Importable = Exclude<DocumentRecord, { form: 'C-01' | 'K-01' }>
const isForImport = (record: DocumentRecord): record is Importable => record.form !== 'C-01' && record.form !== 'K-01'

const NEVER = new AbortController().signal

/**
 * 取込 (Art. 14; product §5): every document of every file gets a verdict; what is true, or at least agrees in its values,
 * is taken in once. A second time answers 取込済; another content under a number that is taken is refused.
 * Called off, it keeps what was taken in so far and says so by answering only that.
 */
export async function importDocuments(world: World, { paths, cityReceiptNo }: Order, { signal = NEVER, onProgress = () => {} }: JobOptions<{ done: number; total: number }> = {}): Promise<Imported[]> {
  const answers: Imported[] = []
  for (const [done, path] of paths.entries()) {
    if (signal.aborted) break
    onProgress({ done, total: paths.length })
    const trust = await look(world, trustOf)
    for (const found of await world.documents.verify(path, { keys: trust, at: world.now() })) answers.push(await takeIn(world, found, cityReceiptNo))
  }
  if (!signal.aborted) onProgress({ done: paths.length, total: paths.length })
  return answers
}

export const listImported = (world: World, contractId: string): Promise<ImportedDocument[]> =>
  look(world, (reading) => reading.list('imported', contractNamed(reading, contractId).id).sort((a, b) => a.importedAt - b.importedAt))

/** 収受番号, given after the import (文書管理). */
export async function numberImported(world: World, { importedId, cityReceiptNo }: { importedId: string; cityReceiptNo: string }): Promise<ImportedDocument> {
  return record(world, (reading) => {
    importedNamed(reading, importedId)
    return { entries: [{ type: 'import-numbered', data: { id: importedId, cityReceiptNo } }], answer: (after) => importedNamed(after, importedId) }
  })
}

/** 収受通知 into a folder: signed by the city, for the contractor to import. Issued once; a second time the same bytes are written. */
export async function acknowledgeImported(world: World, { importedId, into }: { importedId: string; into: string }): Promise<{ paths: string[] }> {
  const kept: string[] = []
  const id = world.newId()
  try {
    const issued = await record(world, async (reading) => {
      const earlier = reading.list('issued', importedNamed(reading, importedId).contractId).find(({ subjectId, form }) => subjectId === importedId && form === 'C-01')
      if (earlier) return { entries: [], answer: () => earlier }
      const answer = acknowledgementOf(world, reading, importedId)
      const { hash, code, bodies } = await world.documents.bodies(answer)
      const stored = await keepBodies(world, bodies, kept)
      const document: IssuedDocument = {
        id, form: 'C-01', docNo: answer.docNo, revision: 1, contractId: importedNamed(reading, importedId).contractId, subjectId: importedId, subjects: [importedId], hash, code, issuedAt: world.now(), issuedBy: signedIn(world).personId,
        bodies: stored, state: 'issued', cityReceiptNo: answer.cityReceiptNo, acknowledgedAt: null, title: '', revisionKind: '新規', revisionReason: '', supersededBy: null, submittedAt: null,
      }
      return { entries: [{ type: 'document-issued', data: { document, record: answer } }], stands: () => owned(kept, stored), answer: () => document }
    })
    return await saveKept(world, issued.bodies, into)
  } finally {
    await world.files.forget(kept)
  }
}

async function takeIn(world: World, { verification, record: read }: { verification: Verification; record: DocumentRecord | null }, cityReceiptNo: string | null): Promise<Imported> {
  if (verification.verdict === 'refused' || !verification.body || !read) return refuse(world, verification)
  if (!isForImport(read)) return refuse(world, refusedFor(verification, 'not-for-import', 'form', { form: read.form }))
  const { body } = verification
  const id = world.newId()
  return record(world, (reading) => {
    const contract = reading.list('contract').find(({ contractNo }) => contractNo === read.contract.contractNo)
    if (!contract) return refusing(refusedFor(verification, 'contract-unknown', 'contract.contractNo', { contractNo: read.contract.contractNo }))
    const earlier = reading.list('imported', contract.id).find(({ docNo, revision, supersededBy }) => docNo === read.docNo && revision === read.revision && supersededBy === null)
    const same = earlier?.hash === verification.document?.hash
    // Anybody can write values and their code. A signature is worth more: it makes △ into ✔, and it wins over other values.
    const better = earlier?.verdict === 'values-only' && verification.verdict === 'verified'
    if (earlier && same && !better) return { entries: [], answer: (): Imported => ({ verification, outcome: 'already', imported: earlier }) }
    if (earlier && !same && !better) return refusing(refusedFor(verification, 'number-taken', 'docNo', { docNo: read.docNo }))

    const document = importedFrom(world, contract, verification, body, read, cityReceiptNo ?? (same ? earlier?.cityReceiptNo : undefined) ?? '', same && earlier ? earlier.id : id)
    return { entries: [{ type: 'document-imported', data: { document } }], answer: (): Imported => ({ verification, outcome: 'imported', imported: document }) }
  })
}

function importedFrom(world: World, contract: ContractOfWork, { verdict, reasons, document }: Verification, body: NonNullable<Verification['body']>, read: Importable, cityReceiptNo: string, id: string): ImportedDocument {
  return {
    id, contractId: contract.id, form: read.form, docNo: read.docNo, revision: read.revision, hash: document?.hash ?? '', code: document?.code ?? '', verdict, body, reasons,
    record: read, cityReceiptNo, importedAt: world.now(), importedBy: signedIn(world).personId, supersededBy: null,
  }
}

const refuse = (world: World, verification: Verification): Promise<Imported> => record(world, () => refusing(verification))

function refusing(verification: Verification) {
  // Only the file's own name: the folder may be a person's.
  const file = verification.file.split(/[/\\]/).at(-1) ?? ''
  return {
    entries: [{ type: 'import-refused' as const, data: { file, reasons: verification.reasons.map(({ code }) => code) } }],
    answer: (): Imported => ({ verification, outcome: 'refused', imported: null }),
  }
}

function refusedFor(verification: Verification, code: string, field: string, facts: Finding['facts']): Verification {
  return { ...verification, verdict: 'refused', reasons: [...verification.reasons, { code, field, facts }] }
}

function acknowledgementOf(world: World, reading: Reading, importedId: string): Acknowledgement {
  const imported = importedNamed(reading, importedId)
  const office = reading.get('office', 'office')
  if (!office || imported.verdict === 'refused') throw refusal('nothing-found', null, null, { what: 'imported', id: importedId })
  if (imported.cityReceiptNo === '') throw refusal('receipt-number-missing', '14', null, { docNo: imported.docNo })
  const contract = contractNamed(reading, imported.contractId)
  return {
    v: 1, form: 'C-01', template: 'C-01/1', docNo: `C-${imported.docNo}-${imported.revision}`, revision: 1, issuedAt: isoJst(world.now()),
    city: { organisation: office.organisation.name, section: contract.city.section, officer: personNamed(reading, signedIn(world).personId).name },
    contract: { contractNo: contract.contractNo, title: contract.title },
    of: { form: imported.form, docNo: imported.docNo, revision: imported.revision, hash: imported.hash },
    cityReceiptNo: imported.cityReceiptNo, verdict: imported.verdict,
    keys: { rootFingerprint: office.keys.fingerprint, checkpointKeyId: office.keys.checkpointKeyId },
  }
}

function importedNamed(reading: Reading, id: string): ImportedDocument {
  const imported = reading.get('imported', id)
  if (!imported) throw refusal('nothing-found', null, null, { what: 'imported', id })
  return imported
}
