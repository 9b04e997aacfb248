import * as z from 'zod'
import { LetterForm } from '../documents/form-letter.ts'
import { templates } from '../forms/templates.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Cell } from '../ledgers/definition.ts'
import type { LedgerExported } from '../ledgers/page.ts'
import { refusal } from '../refusal.ts'
import { Path } from '../text.ts'
import { isoJst } from '../time.ts'
import type { JobOptions } from '../wire/operation.ts'
import { warekiTime } from '../words/dates.ts'
import { sayFinding } from '../words/findings.ts'
import type { TableOrder, World } from '../world.ts'
import type { ImportLine, ImportRun, ImportSummary } from './import-run.ts'

export const RunId = z.string().min(1).max(64)
export const SaveRun = z.object({ runId: RunId, format: z.enum(['pdf', 'csv-utf8', 'csv-cp932', 'xlsx']), into: Path })
export type SaveRun = z.infer<typeof SaveRun>

const NEVER = new AbortController().signal

/** The imports of this office, newest first, without their lines. */
export const listRuns = (world: World): Promise<ImportSummary[]> => look(world, (reading) => reading.list('import-run').sort((a, b) => b.at - a.at).map(summed))

export const readRun = (world: World, { runId }: { runId: string }): Promise<ImportRun> => look(world, (reading) => runNamed(reading, runId))

/** Characters of a 取込結果一覧 that CP932 lacks, before it is written. */
export const checkRun = (world: World, { runId }: { runId: string }): Promise<{ characters: string[] }> =>
  look(world, (reading) => ({ characters: world.tables.unencodable(runNamed(reading, runId).lines.flatMap((line) => cellsOf(line).map(String))) }))

/** 取込結果一覧: every document of one import with its verdict, its number and the reason, where the clerk says; never over another file. */
export async function saveRun(world: World, { runId, format, into }: SaveRun, { signal = NEVER, onProgress = () => {} }: JobOptions<{ done: number; total: number }> = {}): Promise<LedgerExported> {
  const { run, office } = await look(world, (reading) => ({ run: runNamed(reading, runId), office: reading.get('office', 'office')?.organisation.name ?? '' }))
  const written = await world.tables.write({
    format, title: '取込結果一覧', about: aboutOf(run, office), columns: COLUMNS, rows: rowsOf(run), total: run.lines.length, into, at: world.now(),
    fileName: `取込結果一覧_${isoJst(run.at).slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}`,
  }, { signal, onProgress })
  if (written.outcome === 'abandoned') return { outcome: 'abandoned' }
  if (written.outcome !== 'written') throw refusal(written.outcome, null, null, { path: written.path })
  await record(world, () => ({ entries: [{ type: 'ledger-exported', data: { ledger: 'import-run', format, rows: written.rows, contractId: run.contractId, to: written.path } }], answer: () => null }))
  return { outcome: 'exported', path: written.path, rows: written.rows, replaced: written.replaced }
}

function runNamed(reading: Reading, id: string): ImportRun {
  const run = reading.get('import-run', id)
  if (!run) throw refusal('nothing-found', null, null, { what: 'imported', id })
  return run
}

function summed({ lines, ...run }: ImportRun): ImportSummary {
  const count = (test: (line: ImportLine) => boolean): number => lines.filter(test).length
  return { ...run, imported: count(({ outcome }) => outcome === 'imported'), already: count(({ outcome }) => outcome === 'already'), partly: count(({ outcome, verdict }) => outcome !== 'refused' && verdict === 'values-only'), refused: count(({ outcome }) => outcome === 'refused') }
}

// ○△× and not ✔△✘: CP932 has no check marks, and these are what Japanese lists use.
const VERDICTS = { verified: '○ 署名・値とも真正', 'values-only': '△ 値は一致・署名なし', refused: '× 不可' } as const
const OUTCOMES = { imported: '新規', already: '取込済', refused: '不可' } as const
const BODIES: Readonly<Record<string, string>> = { pdf: 'PDF', json: 'JSON', csv: 'CSV', code: '確認コード', qr: 'QR' }

const column = (key: string, title: string, width: number, kind: 'text' | 'number' = 'text'): TableOrder['columns'][number] => ({ key, title: { ja: title, en: title }, kind, width })
const COLUMNS: TableOrder['columns'] = [
  column('file', 'ファイル', 20), column('docNo', '文書番号', 14), column('form', '書類', 12), column('revision', '版', 5, 'number'), column('verdict', '判定', 14), column('outcome', '取込', 8),
  column('cityReceiptNo', '収受番号', 12), column('reasons', '理由', 26), column('differences', '違う値（発行時→今回）', 26), column('body', '形', 6), column('code', '確認コード', 14), column('signer', '署名者', 14), column('contractNo', '契約番号', 10),
]

function cellsOf({ file, document, verdict, outcome, cityReceiptNo, reasons, differences, body, signer }: ImportLine): Cell[] {
  return [
    file, document?.docNo ?? '', document ? titleOf(document.form) : '', document?.revision ?? null, VERDICTS[verdict], OUTCOMES[outcome], cityReceiptNo,
    reasons.map((reason) => sayFinding(reason, 'ja')).join('\n'),
    differences.map(({ field, row, expected, found }) => `${row === null ? '' : `${row}件目 `}${field}：${expected} → ${found}`).join('\n'),
    body === null ? '' : (BODIES[body] ?? body), document?.code ?? '', signer ?? '', document?.contractNo ?? '',
  ]
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* rowsOf({ lines }: ImportRun): AsyncGenerator<readonly Cell[]> {
  for (const line of lines) yield cellsOf(line)
}

function aboutOf(run: ImportRun, office: string): [string, string][] {
  const { imported, already, partly, refused } = summed(run)
  return [
    ['事業者', office], ['取込日時', warekiTime(run.at)],
    ['結果', `新規 ${imported}通、取込済 ${already}通（うち△署名なし ${partly}通）、不可 ${refused}通`],
    ...(run.outcome === 'abandoned' ? [['中止', `${run.files}ファイルの途中で中止した`] as [string, string]] : []),
  ]
}

const TITLES: Readonly<Record<string, string>> = { 'F-25': '預り証', 'F-28': '消去・廃棄届出書', 'F-30': '消去の証明書・報告書', 'F-31': '物理破壊証明書', 'C-01': '収受通知', 'C-02': '回答', 'K-01': '公開鍵届' }

function titleOf(form: string): string {
  const letter = LetterForm.safeParse(form)
  return (letter.success ? templates.get(letter.data)?.title : undefined) ?? TITLES[form] ?? form
}
