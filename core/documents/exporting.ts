import * as z from 'zod'
import { ContractId, type ContractOfWork } from '../contracts/contract-of-work.ts'
import { contractNamed } from '../contracts/use.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal } from '../refusal.ts'
import { Path } from '../text.ts'
import { isoJst } from '../time.ts'
import type { Replaced, SealedRecord, World } from '../world.ts'
import type { IssuedDocument } from './document.ts'
import { DocumentRecord } from './records.ts'
import { saveKept } from './save.ts'

/** What a city's own systems read: receipts (F-25), or certificates (F-30, F-31), of one contract. */
export const ExportDocuments = z.object({ contractId: ContractId, what: z.enum(['receipts', 'certificates']), encoding: z.enum(['utf8', 'cp932']), into: Path })
export type ExportDocuments = z.infer<typeof ExportDocuments>
/** A character that CP932 lacks: `row` counts the items of the document from 1. */
export const ReplacedCharacter = z.object({ docNo: z.string(), row: z.number().int(), column: z.string(), character: z.string() })
/** `without`: numbers of documents that have no table (too long for a spreadsheet's cell): their JSON is their table. */
export const DocumentsExported = z.object({ path: z.string(), documents: z.number().int(), without: z.array(z.string()), replaced: z.array(ReplacedCharacter) })
export type DocumentsExported = z.infer<typeof DocumentsExported>

const FORMS = { receipts: ['F-25'], certificates: ['F-30', 'F-31'] } as const satisfies Record<ExportDocuments['what'], readonly string[]>

/**
 * `azukari_receipts_<contract>_<yyyymmdd>.csv` (product §5.3): every receipt or certificate of a contract, all revisions, one row an item. The
 * contractor's are what it issued, the city's what it took in. Never over another file; refuses when there is none.
 */
export async function exportDocuments(world: World, order: ExportDocuments): Promise<DocumentsExported> {
  const { contract, sealed, without } = await tabled(world, order)
  if (sealed.length === 0) throw refusal('nothing-to-export', '14', null, { what: order.what, contractNo: contract.contractNo })
  const { bytes, replaced } = world.documents.table(sealed, order.encoding)
  const name = `azukari_${order.what}_${contract.contractNo.replaceAll(/[\\/:*?"<>|\p{C}\s]/gu, '-')}_${isoJst(world.now()).slice(0, 10).replaceAll('-', '')}.csv`
  const kept = await world.files.keep(name, bytes)
  try {
    const { paths: [path = ''] } = await saveKept(world, [{ blob: kept.blob, name }], order.into)
    return await record(world, () => ({
      entries: [{ type: 'ledger-exported', data: { ledger: order.what, format: order.encoding === 'cp932' ? 'csv-cp932' : 'csv-utf8', rows: sealed.length, contractId: order.contractId, to: path } }],
      answer: () => ({ path, documents: sealed.length, without, replaced }),
    }))
  } finally {
    await world.files.forget([kept.blob])
  }
}

/** 書出し前の確認: the characters that CP932 lacks, and where they stand, before anything is written. */
export async function checkExport(world: World, order: Pick<ExportDocuments, 'contractId' | 'what'>): Promise<Replaced[]> {
  const { sealed } = await tabled(world, order)
  return sealed.length === 0 ? [] : world.documents.table(sealed, 'cp932').replaced
}

/** The same of one document that was issued. */
export async function checkCp932(world: World, { id }: { id: string }): Promise<Replaced[]> {
  const document = await look(world, (reading) => reading.get('issued', id))
  if (!document) throw refusal('nothing-found', null, null, { what: 'document', id })
  return (await inCp932(world, document))?.replaced ?? []
}

/** The CSV of an issued document in CP932, for flows that know no other; null where it has none. What was issued stays as it is. */
export async function inCp932(world: World, { docNo, bodies }: IssuedDocument): Promise<{ name: string; bytes: Uint8Array; replaced: Replaced[] } | null> {
  const csv = bodies.find(({ type }) => type === 'text/csv')
  const sealed = csv ? world.documents.readTable(await world.files.fetch(csv.blob)) : []
  return sealed.length === 0 ? null : { name: `${docNo}-cp932.csv`, ...world.documents.table(sealed, 'cp932') }
}

async function tabled(world: World, { contractId, what }: Pick<ExportDocuments, 'contractId' | 'what'>): Promise<{ contract: ContractOfWork; sealed: SealedRecord[]; without: string[] }> {
  const forms: readonly string[] = FORMS[what]
  const { contract, sources } = await look(world, (reading) => ({ contract: contractNamed(reading, contractId), sources: sourcesIn(reading, contractId, forms) }))
  const sealed: SealedRecord[] = []
  const without: string[] = []
  for (const { docNo, revision, csv, itself } of sources) {
    const inCsv = csv === null ? [] : world.documents.readTable(await world.files.fetch(csv))
    const own = inCsv.find(({ record: said }) => 'docNo' in said && said.docNo === docNo && said.revision === revision) ?? itself
    if (own) sealed.push(own)
    else without.push(docNo)
  }
  return { contract, sealed, without }
}

interface Source { docNo: string; revision: number; csv: string | null; itself: SealedRecord | null }

/** The contractor has the CSV that it issued; the city the record that it took in, and the CSV where that is what came. */
function sourcesIn(reading: Reading, contractId: string, forms: readonly string[]): Source[] {
  if (reading.get('office', 'office')?.organisation.kind !== 'city') {
    return reading.list('issued', contractId).filter(({ form }) => forms.includes(form)).sort((a, b) => a.issuedAt - b.issuedAt)
      .map(({ docNo, revision, bodies }) => ({ docNo, revision, csv: bodies.find(({ type }) => type === 'text/csv')?.blob ?? null, itself: null }))
  }
  return reading.list('imported', contractId).filter(({ form }) => forms.includes(form)).sort((a, b) => a.importedAt - b.importedAt).map(({ docNo, revision, code, record: said, files }) => {
    const parsed = DocumentRecord.safeParse(said)
    return { docNo, revision, csv: files.find(({ name }) => /\.csv$/i.test(name))?.blob ?? null, itself: parsed.success ? { record: parsed.data, code, seal: '' } : null }
  })
}
