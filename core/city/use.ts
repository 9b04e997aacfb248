import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import { contractNamed } from '../contracts/use.ts'
import type { Finding, ImportedDocument, Verification } from '../documents/document.ts'
import type { Acknowledgement, CustodyReceipt, DocumentRecord } from '../documents/records.ts'
import { saveAll } from '../documents/save.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { personNamed } from '../people/use.ts'
import { trustOf } from '../receipts/use.ts'
import { refusal } from '../refusal.ts'
import { isoJst } from '../time.ts'
import { signedIn } from '../vault/use.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { World } from '../world.ts'

export interface Imported { verification: Verification; outcome: 'imported' | 'already' | 'refused'; imported: ImportedDocument | null }
interface Order { paths: readonly string[]; cityReceiptNo: string | null }

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
  onProgress({ done: paths.length, total: paths.length })
  return answers
}

export const listImported = (world: World, contractId: string): Promise<ImportedDocument[]> =>
  look(world, (reading) => reading.list('imported', contractNamed(reading, contractId).id).sort((a, b) => a.importedAt - b.importedAt))

/** 収受通知 into a folder: signed by the city, for the contractor to import. */
export async function acknowledgeImported(world: World, { importedId, into }: { importedId: string; into: string }): Promise<{ paths: string[] }> {
  const answer = await look(world, (reading) => acknowledgementOf(world, reading, importedId))
  const { bodies } = await world.documents.acknowledgementBodies(answer)
  return saveAll(world, bodies, into)
}

async function takeIn(world: World, { verification, record: read }: { verification: Verification; record: DocumentRecord | null }, cityReceiptNo: string | null): Promise<Imported> {
  if (verification.verdict === 'refused' || !verification.body || !read) return refuse(world, verification)
  if (read.form !== 'F-25') return refuse(world, refusedFor(verification, 'not-for-import', 'form', { form: read.form }))
  const { body } = verification
  const id = world.newId()
  return record(world, (reading) => {
    const contract = reading.list('contract').find(({ contractNo }) => contractNo === read.contract.contractNo)
    if (!contract) return refusing(refusedFor(verification, 'contract-unknown', 'contract.contractNo', { contractNo: read.contract.contractNo }))
    const earlier = reading.list('imported', contract.id).find(({ docNo, revision }) => docNo === read.docNo && revision === read.revision)
    if (earlier && earlier.hash === verification.document?.hash) return { entries: [], answer: (): Imported => ({ verification, outcome: 'already', imported: earlier }) }
    if (earlier) return refusing(refusedFor(verification, 'number-taken', 'docNo', { docNo: read.docNo }))

    const document = importedFrom(world, contract, verification, body, read, cityReceiptNo, id)
    return { entries: [{ type: 'document-imported', data: { document } }], answer: (): Imported => ({ verification, outcome: 'imported', imported: document }) }
  })
}

function importedFrom(world: World, contract: ContractOfWork, { verdict, reasons, document }: Verification, body: NonNullable<Verification['body']>, read: CustodyReceipt, cityReceiptNo: string | null, id: string): ImportedDocument {
  return {
    id, contractId: contract.id, form: read.form, docNo: read.docNo, revision: read.revision, hash: document?.hash ?? '', code: document?.code ?? '', verdict, body, reasons,
    record: read, cityReceiptNo: cityReceiptNo ?? '', importedAt: world.now(), importedBy: signedIn(world).personId, supersededBy: null,
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
  const imported = reading.get('imported', importedId)
  const office = reading.get('office', 'office')
  if (!imported || !office || imported.verdict === 'refused') throw refusal('nothing-found', null, null, { what: '取り込んだ文書', id: importedId })
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
