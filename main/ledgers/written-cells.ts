import type { Cell, LedgerColumn } from '../../core/ledgers/definition.ts'
import { type Day, dayOf, type Instant, isoJst } from '../../core/time.ts'
import { wareki, warekiTime } from '../../core/words/dates.ts'

export type WrittenColumn = Pick<LedgerColumn<never>, 'key' | 'title' | 'kind' | 'width' | 'states'>

/** The word that a reader sees; numbers and dates are left to the one who writes them. */
export function wordOf({ kind, states }: WrittenColumn, cell: Cell): string {
  if (cell === null) return ''
  return kind === 'state' ? (states?.[String(cell)]?.ja ?? String(cell)) : String(cell)
}

/** A date as machines read it: `2026-12-07`, `2026-12-07T10:05:00+09:00`. */
export const isoOf = ({ kind }: WrittenColumn, cell: Cell): string => (cell === null ? '' : kind === 'instant' ? isoJst(Number(cell) as Instant) : String(cell))

/** The same in the Japanese calendar. */
export const warekiOf = ({ kind }: WrittenColumn, cell: Cell): string => (cell === null ? '' : kind === 'instant' ? warekiTime(Number(cell) as Instant) : wareki(String(cell) as Day))

export const isDate = ({ kind }: WrittenColumn): boolean => kind === 'instant' || kind === 'day'

/** As paper shows it, short enough for a narrow column. */
export function printedOf(column: WrittenColumn, cell: Cell): string {
  if (cell === null) return ''
  if (column.kind === 'day') return shortWareki(String(cell) as Day)
  if (column.kind === 'instant') return `${shortWareki(dayOf(Number(cell) as Instant))} ${isoJst(Number(cell) as Instant).slice(11, 16)}`
  if (column.kind === 'bytes') return bytesOf(Number(cell))
  return typeof cell === 'number' ? cell.toLocaleString('en') : wordOf(column, cell)
}

/** `令和8年12月7日` → `R8.12.7`, as registers on paper write it. */
function shortWareki(day: Day): string {
  const said = wareki(day)
  const [, era = '', year = '', month = '', date = ''] = /^(令和|平成|昭和)(元|\d+)年(\d+)月(\d+)日$/.exec(said) ?? []
  const letter = { 令和: 'R', 平成: 'H', 昭和: 'S' }[era]
  return letter === undefined ? said : `${letter}${year === '元' ? '1' : year}.${month}.${date}`
}

function bytesOf(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  return `${(bytes / 1000 ** step).toFixed(step === 0 ? 0 : 1)} ${units[step]}`
}
