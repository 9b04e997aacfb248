import { record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal } from '../refusal.ts'
import { isoJst } from '../time.ts'
import type { JobOptions } from '../wire/operation.ts'
import { warekiTime } from '../words/dates.ts'
import type { World } from '../world.ts'
import { type AnyLedger, type Cell, cellsOf } from './definition.ts'
import type { ExportLedger, LedgerExported } from './page.ts'
import type { RowsQuery } from './query.ts'
import { lookIn } from './sift.ts'
import { named } from './use.ts'

/** What anyone would still leaf through (some 120 pages), drawn without keeping the desk waiting for more than a second or two. */
export const MOST_IN_PDF = 3_000
const NEVER = new AbortController().signal

/**
 * 台帳の保存: writes what a query finds into a file, as it stood at one moment, and writes down that it was done: lists name people and things.
 * Refuses a PDF of more rows than `MOST_IN_PDF`.
 */
export async function exportRows(world: World, { format, columns, into, ...query }: ExportLedger, { signal = NEVER, onProgress = () => {} }: JobOptions<{ done: number; total: number }> = {}): Promise<LedgerExported> {
  const definition = await named(world, query.ledger)
  const chosen = chosenColumns(definition, columns)
  const at = world.now()
  const { rows, total, about } = await tableOfLedger(world, definition, query, chosen, at)
  if (format === 'pdf' && total > MOST_IN_PDF) throw refusal('too-many-rows-for-pdf', null, null, { rows: total, most: MOST_IN_PDF })
  const written = await world.tables.write({
    format, title: definition.title.ja, about, columns: chosen.map((i) => definition.columns[i]).filter((column) => column !== undefined),
    rows, total, into, fileName: `${definition.title.ja.replace(/（.*$/u, '')}_${isoJst(at).slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-')}`, at,
  }, { signal, onProgress })
  if (written.outcome === 'abandoned') return { outcome: 'abandoned' }
  if (written.outcome !== 'written') throw refusal(written.outcome, null, null, { path: written.path })
  await record(world, () => ({
    entries: [{ type: 'ledger-exported', data: { ledger: definition.name, format, rows: written.rows, contractId: query.contractId, to: written.path } }],
    answer: () => null,
  }))
  return { outcome: 'exported', path: written.path, rows: written.rows, replaced: written.replaced }
}

/** What a query finds, row by row and as it stood at one moment: of the columns at these places. `about`: what stands above it on paper. */
export async function tableOfLedger(world: World, definition: AnyLedger, query: RowsQuery, chosen: readonly number[], at: ReturnType<World['now']>): Promise<{ rows: AsyncIterable<readonly Cell[]>; total: number; about: [string, string][] }> {
  const { total, ids, reading } = await world.ledger.rows(query, 0, Number.MAX_SAFE_INTEGER)
  return { rows: cellsIn(definition, reading, ids, chosen), total, about: aboutOf(definition, reading, query, at) }
}

/** Places of the columns that are wanted, in the order that is wanted. */
function chosenColumns({ columns }: AnyLedger, wanted: readonly string[]): number[] {
  const places = wanted.map((name) => columns.findIndex(({ key }) => key === name)).filter((at) => at >= 0)
  return places.length > 0 ? places : columns.map((_, at) => at)
}

/** Row by row, so that a hundred thousand never lie in memory at once. The reading is of one moment, however long it takes. */
async function* cellsIn(definition: AnyLedger, reading: Reading, ids: readonly string[], chosen: readonly number[]): AsyncGenerator<readonly Cell[]> {
  const see = lookIn(reading)
  for (const id of ids) {
    const kept = reading.get(definition.kind, id)
    if (kept === undefined) continue
    const cells = cellsOf(definition, kept, see)
    yield chosen.map((at) => cells[at] ?? null)
  }
}

function aboutOf(definition: AnyLedger, reading: Reading, { contractId, search, filters }: Pick<ExportLedger, 'contractId' | 'search' | 'filters'>, at: ReturnType<World['now']>): [string, string][] {
  const contract = contractId === null ? undefined : reading.get('contract', contractId)
  const narrowed = [search === '' ? '' : `「${search}」を含む`, ...filters.map(({ column }) => `${definition.columns.find(({ key }) => key === column)?.title.ja ?? column}で絞込み`)].filter((text) => text !== '')
  return [
    ['様式', definition.form ?? '—'],
    ['事業者', reading.get('office', 'office')?.organisation.name ?? ''],
    ['契約', contract ? `${contract.contractNo}　${contract.title}` : 'すべて'],
    ...(narrowed.length > 0 ? [['絞込み', narrowed.join('、')] as [string, string]] : []),
    ['作成日時', warekiTime(at)],
  ]
}
