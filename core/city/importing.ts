import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { Finding, ImportedDocument, Verification } from '../documents/document.ts'
import type { DocumentRecord } from '../documents/records.ts'
import type { KeptFile } from '../kept-file.ts'
import { look, record } from '../ledger/record.ts'
import { trustOf } from '../receipts/use.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { JobOptions } from '../wire/operation.ts'
import { finding } from '../words/findings.ts'
import type { Trust, World } from '../world.ts'
import type { Imported, ImportOrder } from './import-run.ts'
import { underNumber } from './imported.ts'
import { fileNameOf, keepRun } from './keep-run.ts'
import { keepReceived, type Received } from './keeping.ts'
import { receiptNumberFor } from './numbering.ts'
import { isOfLostLine, witness } from './witnessing.ts'

/** Receipts (Art. 14), notices and certificates (Art. 15), and letters: what contractors hand in. */
type Importable = Exclude<DocumentRecord, { form: 'C-01' | 'C-02' | 'K-01' }>
const isForImport = (record: DocumentRecord): record is Importable => record.form !== 'C-01' && record.form !== 'C-02' && record.form !== 'K-01'

type Found = Awaited<ReturnType<World['documents']['verify']>>[number]
interface Looked { path: string; found: Found[]; sha256: string | null }
/** What is the same for every document of one import. */
interface Run { id: string; typed: string | null; contractId: string | null; withIt: Set<string> }

const NEVER = new AbortController().signal
/** Files that are looked at while the first of them is still being taken in. */
const AHEAD = 8

/**
 * 取込 (Art. 14; product §5): every document of every file gets a verdict; what is true, or at least agrees in its values,
 * is taken in once. A second time answers 取込済; another content under a number that is taken is refused, and so is a document
 * of another contract than the one in hand. Folders are walked (`files.gather`). Called off, it keeps what was taken in so far
 * and says so by answering only that. The whole is kept as one import, whose list can be saved.
 */
export async function importDocuments(world: World, { paths, cityReceiptNo, contractId = null }: ImportOrder, { signal = NEVER, onProgress = () => {} }: JobOptions<{ done: number; total: number }> = {}): Promise<Imported[]> {
  const begun = { id: world.newId(), at: world.now() }
  const run: Run = { id: begun.id, typed: cityReceiptNo, contractId, withIt: new Set() }
  const { files, troubles } = await world.files.gather(paths)
  const trust = { keys: await look(world, trustOf), at: world.now() }
  const answers: Imported[] = []
  for (const { path, why } of troubles) answers.push(await refuse(world, run, { file: path, body: null, verdict: 'refused', reasons: [why], document: null }))

  const total = files.length
  onProgress({ done: 0, total })
  let done = 0
  for await (const looked of inTurn(files, AHEAD, signal, (path) => lookAt(world, path, trust))) {
    const received = await keepReceived(world, looked)
    try {
      for (const found of looked.found) answers.push(await takeIn(world, run, received, found))
    } finally {
      await world.files.forget(received.files.map(({ blob }) => blob).filter((blob) => !received.owned.has(blob)))
    }
    onProgress({ done: ++done, total })
  }
  if (answers.length > 0) await keepRun(world, { ...begun, files: total + troubles.length, contractId, outcome: done < total ? 'abandoned' : 'ended' }, answers)
  return answers
}

async function lookAt(world: World, path: string, trust: Trust): Promise<Looked> {
  const sha256 = (await world.files.sha256(path))?.sha256 ?? null
  return { path, sha256, found: await world.documents.verify(path, trust) }
}

/** The answers in the order of the questions, some of them asked ahead; nothing more is asked once it is called off. */
async function* inTurn<Q, A>(questions: readonly Q[], ahead: number, signal: AbortSignal, ask: (question: Q) => Promise<A>): AsyncGenerator<A> {
  const asked: Promise<A>[] = []
  try {
    for (let next = 0; next < questions.length || asked.length > 0;) {
      if (signal.aborted) return
      while (asked.length < ahead && next < questions.length) asked.push(ask(questions[next++] as Q))
      const first = asked.shift()
      if (first === undefined) return
      yield await first
    }
  } finally {
    await Promise.allSettled(asked)
  }
}

async function takeIn(world: World, run: Run, received: Received, { verification, record: read }: Found): Promise<Imported> {
  if (verification.body && !read && verification.verdict !== 'refused' && verification.document) return meetPaper(world, run, verification, verification.document)
  if (!verification.body || !read) return refuse(world, run, verification)
  if (verification.verdict === 'refused') return refuseAgainst(world, run, verification, read)
  if (!isForImport(read)) return refuse(world, run, refusedFor(verification, finding('not-for-import', { form: read.form }, 'form')))
  if (received.changed) return refuse(world, run, refusedFor(verification, finding('file-changed', {})))
  const id = world.newId()
  return record(world, (reading) => {
    const contract = reading.list('contract').find(({ contractNo }) => contractNo === read.contract.contractNo)
    const stranger = whyNotOf(run, contract, read)
    if (!contract || stranger) return refusing(run, refusedFor(verification, stranger ?? finding('contract-unknown', { contractNo: read.contract.contractNo }, 'contract.contractNo')), [])
    const everyRevision = underNumber(reading, contract.id, read.docNo)
    const numbered = everyRevision.filter(({ revision }) => revision === read.revision)
    const twin = numbered.find(({ hash }) => hash === verification.document?.hash)
    // Two ledgers under one name are worse than two documents under one number, and are told first.
    const seen = verification.verdict === 'verified' && twin?.verdict !== 'verified' ? witness(world, reading, contract, read) : { finding: null, entries: [] }
    if (seen.finding) {
      const refused = refusing(run, refusedFor(verification, seen.finding), [])
      return { ...refused, entries: [...seen.entries, ...refused.entries] }
    }
    // Anybody can write values and their code. A signature is worth more: it makes △ into ✔, and it wins over other values.
    const rival = numbered.find((other) => other !== twin && (other.verdict === 'verified' || verification.verdict !== 'verified'))
    if (rival && twin?.verdict !== 'verified') return refusing(run, refusedFor(verification, finding('number-taken', { docNo: read.docNo }, 'docNo')), world.documents.compare(rival.record as DocumentRecord, read))
    // A ledger that was set back and gave a number again knows nothing of the document that we hold under it, and cannot correct or take it back.
    const before = twin || isOfLostLine(world, reading, contract, read) ? [] : everyRevision.filter(({ revision }) => revision < read.revision)
    const [another] = before.every(({ record: held }) => isOfLostLine(world, reading, contract, held as DocumentRecord)) ? before : []
    if (another) return refusing(run, refusedFor(verification, finding('number-taken', { docNo: read.docNo }, 'docNo')), world.documents.compare(another.record as DocumentRecord, read))

    const known = new Set(twin?.files.map(({ sha256 }) => sha256))
    const files = [...twin?.files ?? [], ...received.files.filter(({ sha256 }) => !known.has(sha256))]
    const stands = (): void => files.forEach(({ blob }) => received.owned.add(blob))
    if (twin && (twin.verdict === 'verified' || verification.verdict !== 'verified')) return { ...onceMore(twin, verification, files), stands, answer: (): Imported => ({ verification, outcome: 'already', imported: twin, differences: [], run: run.id }) }
    const cityReceiptNo = twin?.cityReceiptNo || receiptNumberFor(world, reading, run, contract, read.docNo)
    const document = importedFrom(world, contract, verification, read, { id: twin?.id ?? id, cityReceiptNo, files, papers: twin?.papers ?? [] })
    return {
      entries: [{ type: 'document-imported', data: { document } }, ...seen.entries],
      stands: () => { stands(); run.withIt.add(document.docNo) },
      answer: (after): Imported => ({ verification, outcome: 'imported', imported: after.get('imported', document.id) ?? document, differences: [], run: run.id }),
    }
  })
}

/**
 * A picture, or a PDF that a sanitiser flattened: all it proves is its QR code. It meets the record of that hash, if that was taken in, and is
 * written down as compared; it is no record itself.
 */
const meetPaper = (world: World, run: Run, verification: Verification, { docNo, hash, code }: NonNullable<Verification['document']>): Promise<Imported> => record(world, (reading) => {
  const contracts = run.contractId === null ? reading.list('contract') : reading.list('contract').filter(({ id }) => id === run.contractId)
  const numbered = contracts.flatMap(({ id }) => underNumber(reading, id, docNo))
  const same = numbered.find((imported) => imported.hash === hash)
  const [other] = numbered.filter(({ supersededBy }) => supersededBy === null)
  if (!same && other) return refusing(run, refusedFor(verification, finding('paper-of-other-record', { docNo }, '確認コード')), [{ field: '確認コード', row: null, expected: other.code, found: code }])
  if (!same) return refusing(run, refusedFor(verification, finding('paper-without-record', { docNo })), [])
  const met: Verification = { ...verification, reasons: [...verification.reasons, finding('paper-matches', { docNo, revision: same.revision, verdict: same.verdict })] }
  return {
    entries: [{ type: 'paper-compared', data: { importedId: same.id, code, at: world.now() } }],
    answer: (after): Imported => ({ verification: met, outcome: 'already', imported: after.get('imported', same.id) ?? same, differences: [], run: run.id }),
  }
})

/** The same once more changes nothing; only a body that says it just as well and was not kept yet is added to it. */
function onceMore(twin: ImportedDocument, { verdict }: Verification, files: KeptFile[]) {
  const adds = twin.verdict === verdict && files.length > twin.files.length
  return { entries: adds ? [{ type: 'document-imported' as const, data: { document: { ...twin, files } } }] : [] }
}

/** A document of another contract than the one in hand. */
function whyNotOf({ contractId }: Run, contract: ContractOfWork | undefined, { contract: { contractNo } }: Importable): Finding | null {
  return contract && contractId !== null && contract.id !== contractId ? finding('contract-not-in-hand', { contractNo }, 'contract.contractNo') : null
}

function importedFrom(world: World, contract: ContractOfWork, { verdict, reasons, document, body }: Verification, read: Importable, own: { id: string; cityReceiptNo: string; files: KeptFile[]; papers: ImportedDocument['papers'] }): ImportedDocument {
  return {
    ...own, contractId: contract.id, form: read.form, docNo: read.docNo, revision: read.revision, hash: document?.hash ?? '', code: document?.code ?? '', verdict, body: body ?? 'json', reasons,
    record: read, importedAt: world.now(), importedBy: signedIn(world).personId, supersededBy: null,
  }
}

const refuse = (world: World, run: Run, verification: Verification): Promise<Imported> => record(world, () => refusing(run, verification, []))

/** What is not true may still say which document it pretends to be: then the true one shows which values differ. */
const refuseAgainst = (world: World, run: Run, verification: Verification, read: DocumentRecord): Promise<Imported> => record(world, (reading) => {
  const contract = 'contract' in read ? reading.list('contract').find(({ contractNo }) => contractNo === read.contract.contractNo) : undefined
  const true_ = contract && underNumber(reading, contract.id, read.docNo).find(({ revision, verdict }) => revision === read.revision && verdict === 'verified')
  return refusing(run, verification, true_ && true_.hash !== verification.document?.hash ? world.documents.compare(true_.record as DocumentRecord, read) : [])
})

function refusing(run: Run, verification: Verification, differences: Imported['differences']) {
  return {
    entries: [{ type: 'import-refused' as const, data: { file: fileNameOf(verification.file), reasons: verification.reasons.map(({ code }) => code) } }],
    answer: (): Imported => ({ verification, outcome: 'refused', imported: null, differences, run: run.id }),
  }
}

const refusedFor = (verification: Verification, why: Finding): Verification => ({ ...verification, verdict: 'refused', reasons: [...verification.reasons, why] })
