import { wareki } from '../words/dates.ts'
import { type Day, dayOf, type Instant } from '../time.ts'
import { type AnyLedger, type Cell, type LedgerColumn } from './definition.ts'
import { fold } from './fold.ts'

/** By what a cell is sorted and filtered; null is a blank, and blanks come last whichever way one sorts. */
export type Key = string | number | null

/** Longer texts are told apart by their beginning. */
export const KEY_LENGTH = 48

/** States by their place in life, texts folded (by code point, not by reading), all else as it is. */
export function keyOf(column: LedgerColumn<never>, cell: Cell): Key {
  if (cell === null || cell === '') return null
  if (column.kind === 'state') {
    const place = Object.keys(column.states ?? {}).indexOf(String(cell))
    return place < 0 ? String(cell) : place
  }
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  if (column.kind === 'day') return cell
  return [...fold(cell)].slice(0, KEY_LENGTH).join('') || null
}

/** Numbers before texts, texts by code point: as SQLite sorts them, and unlike JavaScript beyond U+FFFF. */
export function compareKeys(a: Key, b: Key): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a !== 'string' || typeof b !== 'string') return typeof a === typeof b ? 0 : typeof a === 'number' ? -1 : 1
  if (a === b) return 0
  const [as, bs] = [[...a], [...b]]
  for (let i = 0; i < Math.min(as.length, bs.length); i++) {
    const difference = (as[i]?.codePointAt(0) ?? 0) - (bs[i]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return as.length - bs.length
}

/** What the search finds a row by, folded, a line for each cell. Dates are found by either calendar, states by either language. */
export function searchable(definition: AnyLedger, cells: readonly Cell[]): string {
  return definition.columns.map((column, i) => fold(said(column, cells[i] ?? null))).filter((text) => text !== '').map((text) => `${text}\n`).join('')
}

function said(column: LedgerColumn<never>, cell: Cell): string {
  if (cell === null) return ''
  switch (column.kind) {
    case 'state': {
      const words = column.states?.[String(cell)]
      return words ? `${words.ja}/${words.en}` : String(cell)
    }
    case 'day': return `${cell}/${wareki(String(cell) as Day)}`
    case 'instant': return typeof cell === 'number' ? `${dayOf(cell as Instant)}/${wareki(dayOf(cell as Instant))}` : cell
    default: return String(cell)
  }
}
