import type { ArticleRef } from '../articles.ts'
import type { Kept, Kind } from '../ledger/shelf.ts'
import type { EntryBody, EntryType } from '../ledger/entry.ts'
import type { OrganisationKind } from '../vault/vault.ts'
import type { Look } from './faces.ts'

// How to add a ledger (台帳):
//   1. Write `definitions/<name>.ts` with `export const xyz = ledger({ kind: 'xyz', … })`, after the pattern of `definitions/mailings.ts`.
//      One row for each thing of that kind on the shelf (core/ledger/shelf.ts); `only` leaves some out.
//   2. Add it to `register.ts`. That is all: paging, search, sorting, history, CSV, Excel, PDF and the screen follow from it.
//   `value(kept, look)` reads what is kept; null is a blank. Of other things it may say what `faces.ts` lets it see:
//   `look('person', m.packedBy)?.name`. Add a face there when one is missing. Nothing else may be asked, so that rows
//   are made anew exactly when what they show has changed.
//   Things older than a field lack it: write `m.newField?.x ?? null`.
//   `spokenOf` names entries that put nothing on the shelf and yet belong to a row's history.

/** Something said in both languages. */
export interface Words { ja: string; en: string }

/** What stands in a cell: text, a count, an instant, a day (`2026-12-07`), the code of a state; null is blank. */
export type Cell = string | number | null
export type CellKind = 'text' | 'number' | 'bytes' | 'day' | 'instant' | 'state'

export interface LedgerColumn<K extends Kind = Kind> {
  key: string
  title: Words
  kind: CellKind
  value(kept: Kept[K], look: Look): Cell | undefined
  /** Of a `state`: its codes in the order of its life, with their words. Other codes are shown as they are. */
  states?: Readonly<Record<string, Words>>
  /** In characters of this size; about that wide on screen and paper. */
  width: number
  /** Offers its values as chips (states and short lists), or a from–to (days, instants, numbers). */
  filterable?: boolean
  /** Shown only when someone asks for it. */
  extra?: boolean
}

/** Which entries that leave nothing on the shelf speak of which row: the id in the entry's data. */
export type SpokenOf = { [T in EntryType]?: (data: Extract<EntryBody, { type: T }>['data']) => string | null }

/** A 台帳 as people expect it, as data. Rows stand in the order in which the things came. */
export interface LedgerDefinition<K extends Kind = Kind> {
  /** Name in addresses and on the command line. */
  name: string
  title: Words
  /** What belongs here, in one sentence. */
  lead: Words
  /** `F-14`, where the specification's forms know it. */
  form: string | null
  article: ArticleRef
  office: OrganisationKind | 'both'
  kind: K
  /** The contract that a row belongs to; null for what belongs to the whole office. */
  contractOf(kept: Kept[K], look: Look): string | null | undefined
  only?(kept: Kept[K]): boolean
  columns: readonly LedgerColumn<K>[]
  spokenOf?: SpokenOf
  /** Where in the window the thing itself is worked on; the row's panel leads there. */
  leadsTo?(kept: Kept[K]): string
}

/** A definition among others of other kinds. */
export type AnyLedger = LedgerDefinition<never> & { kind: Kind }

/** Checks a definition against its kind, and lets it stand in the register beside the others. */
export const ledger = <K extends Kind>(definition: LedgerDefinition<K>): AnyLedger => definition as unknown as AnyLedger

/**
 * The cells of a row, one a column. A cell that cannot be made is blank: whether a table can be drawn must never decide
 * whether the ledger may remember.
 */
export function cellsOf(definition: AnyLedger, kept: unknown, look: Look): Cell[] {
  return definition.columns.map((column) => {
    try {
      return column.value(kept as never, look) ?? null
    } catch {
      return null
    }
  })
}

/** The contract of a row, null where there is none or it cannot be told. */
export function contractOf(definition: AnyLedger, kept: unknown, look: Look): string | null {
  try {
    return definition.contractOf(kept as never, look) ?? null
  } catch {
    return null
  }
}

/** Whether the thing has a row in this ledger. */
export function belongs(definition: AnyLedger, kept: unknown): boolean {
  try {
    return definition.only === undefined || definition.only(kept as never)
  } catch {
    return true
  }
}

/** All that decides how rows are made, as a text: when it differs, rows made earlier are made again. */
export function structureOf(definitions: readonly AnyLedger[]): string {
  return definitions.map(({ name, kind, columns, only, contractOf: contract }) =>
    [name, kind, String(only ?? ''), String(contract), ...columns.map((column) => `${column.key} ${column.kind} ${Object.entries(column.states ?? {}).map(([code, { ja, en }]) => `${code}=${ja}/${en}`).join()} ${String(column.value)}`)].join('\n')).join('\n\n')
}
