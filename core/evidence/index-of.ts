import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { Cell } from '../ledgers/definition.ts'
import { dayOf, type Instant } from '../time.ts'
import { wareki, warekiTime } from '../words/dates.ts'
import type { EvidencePart, LedgerExtract, TableOrder } from '../world.ts'
import type { PackedDocument } from './documents-of.ts'
import { questions } from './questions.ts'
import type { PackedRegister } from './registers-of.ts'

interface Indexed {
  contract: Pick<ContractOfWork, 'contractNo' | 'title'>; office: string; documents: readonly PackedDocument[]; registers: readonly PackedRegister[]
  entries: number; shared: number; extract: Pick<LedgerExtract, 'size' | 'root'>; problems: number; at: Instant
}

/** 索引: first the auditor's questions, a line for each with where it is answered; then the registers and every document. On paper (page n/N), and as CSV. */
export function indexOf(indexed: Indexed): EvidencePart[] {
  const rows = [...linesOfQuestions(indexed), ...linesOfRegisters(indexed), ...linesOfDocuments(indexed)]
  const table = (format: 'pdf' | 'csv-utf8'): EvidencePart => ({ name: `index.${format === 'pdf' ? 'pdf' : 'csv'}`, kind: 'table', table: { format, title: '証跡一式の索引', about: aboutOf(indexed), columns: COLUMNS, rows: each(rows), total: rows.length, at: indexed.at } })
  return [table('pdf'), table('csv-utf8')]
}

const column = (key: string, ja: string, width: number, kind: 'text' | 'number' = 'text'): TableOrder['columns'][number] => ({ key, title: { ja, en: ja }, kind, width })
const COLUMNS: TableOrder['columns'] = [column('kind', '種類', 6), column('article', '条項・様式', 9), column('what', '内容', 26), column('count', '件数・版', 6, 'number'), column('day', '発行日', 10), column('note', '備考', 18), column('where', '場所', 26)]

function linesOfQuestions({ documents, registers, problems, entries }: Indexed): Cell[][] {
  return questions.map(({ asks, article, ledgers, forms, besides = [] }) => {
    const answering = registers.filter(({ name }) => ledgers.includes(name))
    const found = documents.filter(({ form }) => forms.includes(form))
    const said = [...answering.map(({ title, rows }) => `${title.replace(/（.*$/u, '')} ${rows}件`), `書類 ${found.length}通`, ...(article === '17' ? [problems === 0 ? `検査 異常なし、証明 ${entries}件` : `検査 異常${problems}件`] : [])]
    const where = [...answering.map(({ file }) => file), ...new Set(found.map(({ form }) => `documents/${form}/`)), ...besides]
    return ['問い', article, asks, answering.reduce((sum, { rows }) => sum + rows, 0) + found.length, '', said.join('、'), where.join('\n')]
  })
}

const linesOfRegisters = ({ registers }: Indexed): Cell[][] => registers.map(({ title, rows, file }) => ['台帳', '', title, rows, '', '', file])

const linesOfDocuments = ({ documents }: Indexed): Cell[][] => documents.map(({ form, docNo, revision, at, remark, folder, files }) =>
  ['書類', form, docNo, revision, wareki(dayOf(at)), files.length === 0 ? [remark, '本体の保管なし（以前の版で取込）'].filter(Boolean).join('、') : remark, `${folder}/`])

const aboutOf = ({ contract, office, entries, shared, extract, at }: Indexed): [string, string][] => [
  ['事業者', office], ['契約', `${contract.contractNo}　${contract.title}`], ['台帳の抄本', `${extract.size}件のうち${entries}件`],
  ...(shared > 0 ? [['除いたもの', `他の契約にも関わる${shared}件`] as [string, string]] : []), ['根', extract.root], ['作成日時', warekiTime(at)],
]

// eslint-disable-next-line @typescript-eslint/require-await
async function* each(rows: readonly Cell[][]): AsyncGenerator<readonly Cell[]> {
  yield* rows
}
