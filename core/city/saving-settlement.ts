import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { contractNamed } from '../contracts/use.ts'
import { look, record } from '../ledger/record.ts'
import type { Cell } from '../ledgers/definition.ts'
import type { LedgerExported } from '../ledgers/page.ts'
import { refusal } from '../refusal.ts'
import { Path } from '../text.ts'
import { isoJst } from '../time.ts'
import type { JobOptions } from '../wire/operation.ts'
import { sayContradiction, sayWait } from '../words/contradictions.ts'
import { warekiTime } from '../words/dates.ts'
import type { TableOrder, World } from '../world.ts'
import { settlementOf } from './settlement.ts'
import type { CitySettlement } from './settling.ts'

/** 精算表 of every item, 未精算一覧 of what is still with the contractor, or the list of contradictions. */
export const SaveSettlement = z.object({ contractId: ContractId, what: z.enum(['all', 'unsettled', 'contradictions']), format: z.enum(['pdf', 'csv-utf8', 'csv-cp932', 'xlsx']), into: Path })
export type SaveSettlement = z.infer<typeof SaveSettlement>

const NEVER = new AbortController().signal
const TITLES = { all: '精算表', unsettled: '未精算一覧', contradictions: '食い違い一覧' } as const
const ENDS = { returned: '返却済', delivered: '納品済', erased: '消去済', disposed: '廃棄済' } as const

/** Writes the settlement as it stands into a folder, and writes down that it was done; never over another file. */
export async function saveSettlement(world: World, { contractId, what, format, into }: SaveSettlement, { signal = NEVER, onProgress = () => {} }: JobOptions<{ done: number; total: number }> = {}): Promise<LedgerExported> {
  const { settlement, contract, office } = await look(world, (reading) => ({ settlement: settlementOf(reading, contractId, world.now()), contract: contractNamed(reading, contractId), office: reading.get('office', 'office')?.organisation.name ?? '' }))
  const rows = what === 'contradictions' ? contradictions(settlement) : items(settlement, what === 'unsettled')
  const { total } = settlement
  const written = await world.tables.write({
    format, title: TITLES[what], columns: what === 'contradictions' ? OF_CONTRADICTIONS : OF_ITEMS, rows: oneByOne(rows), total: rows.length, into, at: world.now(),
    about: [
      ['団体', office], ['契約', `${contract.contractNo}　${contract.title}`], ['受託者', contract.contractor], ['作成日時', warekiTime(world.now())],
      ['計', `受領 ${total.received} ＝ 返却 ${total.returned} ＋ 消去 ${total.erased} ＋ 廃棄 ${total.disposed} ＋ 納品 ${total.delivered} ＋ 残 ${total.remaining}`], ['食い違い', `${settlement.contradictions.length}件`],
    ],
    fileName: `${TITLES[what]}_${contract.contractNo.replaceAll(/[\\/:*?"<>|]/g, '_')}_${isoJst(world.now()).slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}`,
  }, { signal, onProgress })
  if (written.outcome === 'abandoned') return { outcome: 'abandoned' }
  if (written.outcome !== 'written') throw refusal(written.outcome, null, null, { path: written.path })
  await record(world, () => ({ entries: [{ type: 'ledger-exported', data: { ledger: 'city-settlement', format, rows: written.rows, contractId, to: written.path } }], answer: () => null }))
  return { outcome: 'exported', path: written.path, rows: written.rows, replaced: written.replaced }
}

const column = (key: string, title: string, width: number, kind: 'text' | 'number' = 'text'): TableOrder['columns'][number] => ({ key, title: { ja: title, en: title }, kind, width })
const OF_ITEMS: TableOrder['columns'] = [
  column('receiptNo', '預り番号', 14), column('no', '項番', 5, 'number'), column('name', '情報', 24), column('count', '件数', 8, 'number'), column('importanceClass', '重要度', 9), column('state', '状態', 8), column('documents', '根拠の文書', 20), column('waits', '残っている理由', 30),
]
const OF_CONTRADICTIONS: TableOrder['columns'] = [column('documents', '文書番号', 24), column('article', '根拠条項', 8), column('sentence', '内容', 60)]

const items = ({ receipts }: CitySettlement, onlyOpen: boolean): Cell[][] => receipts.flatMap(({ receiptNo, items: all }) => all.filter(({ end }) => !onlyOpen || end === null)
  .map(({ no, name, count, importanceClass, end, documents, waits }) => [receiptNo, no, name, count, importanceClass, end === null ? '残' : ENDS[end], documents.join('、'), waits.map((wait) => sayWait(wait, 'ja')).join('\n')]))

const contradictions = ({ contradictions: all }: CitySettlement): Cell[][] => all.map((one) => [one.documents.join('、'), one.article ?? '', sayContradiction(one, 'ja')])

// eslint-disable-next-line @typescript-eslint/require-await
async function* oneByOne(rows: readonly Cell[][]): AsyncGenerator<readonly Cell[]> {
  for (const row of rows) yield row
}
