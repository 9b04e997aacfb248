import { isOpen } from '../../core/ledger/open.ts'
import type { Kept, Kind, Shelf } from '../../core/ledger/shelf.ts'
import type { Watching } from './kept-table.ts'

/** A thing as it lies in the table `kept`. */
export interface KeptRow { kind: string; id: string; of: string | null; value: string; seq: number; open: number }
export interface Named { kind: string; id: string }

/** `value`: as the table has it once the thing is over; until then as it is, since it will be asked for and changed again. */
interface Sheet { of: string | null; value: unknown; seq: number; open: 0 | 1; place: number }
/** The sheets of a kind in the order in which things came: a changed thing keeps its place, as in the table. `open`: the few that are not over. */
interface Pile { sheets: Map<string, Sheet>; open: Set<string>; of: Map<string, Set<string>> }

/** A shelf beside the table, filled from the entries: to see whether the table says the same, or to fill it anew. */
export class PaperShelf implements Shelf {
  readonly #piles = new Map<string, Pile>()
  /** In which order the table has each kind, as far as it was compared. */
  readonly #order = new Map<string, string[]>()
  readonly #suspects: Named[] = []
  readonly #watching: Watching | null
  #seq = -1
  #places = 0

  /** `watching` hears of everything as it would of the table's. */
  constructor(watching: Watching | null = null) {
    this.#watching = watching
  }

  get<K extends Kind>(kind: K, id: string): Kept[K] | undefined {
    const sheet = this.#piles.get(kind)?.sheets.get(id)
    return sheet && valueOf(sheet)
  }

  list<K extends Kind>(kind: K, of?: string): Kept[K][] {
    const pile = this.#piles.get(kind)
    return of === undefined ? [...(pile?.sheets.values() ?? [])].map(valueOf<K>) : inOrder<K>(pile, pile?.of.get(of))
  }

  open<K extends Kind>(kind: K): Kept[K][] {
    const pile = this.#piles.get(kind)
    return inOrder<K>(pile, pile?.open)
  }

  put<K extends Kind>(kind: K, id: string, value: Kept[K], of: string | null = null): void {
    const pile = this.#pileOf(kind)
    const before = pile.sheets.get(id)
    const open = isOpen(kind, value, this)
    const place = before?.place ?? this.#places++
    pile.sheets.set(id, { of, value: open ? asJson(value) : JSON.stringify(value), seq: this.#seq, open: open ? 1 : 0, place })
    this.#watching?.put(kind, id, place, this.#seq, null, '')
    if (open) pile.open.add(id)
    else pile.open.delete(id)
    if (before && before.of === of) return
    if (before) belongingTo(pile, before.of).delete(id)
    belongingTo(pile, of).add(id)
  }

  drop(kind: Kind, id: string): void {
    const pile = this.#pileOf(kind)
    const before = pile.sheets.get(id)
    if (!before) return
    this.#watching?.drop(kind, id, before.place)
    pile.sheets.delete(id)
    pile.open.delete(id)
    belongingTo(pile, before.of).delete(id)
  }

  speakFor(seq: number): void {
    this.#seq = seq
  }

  placeOf(kind: Kind, id: string): number | undefined {
    return this.#piles.get(kind)?.sheets.get(id)?.place
  }

  /** Everything on it in the order in which it came, as the table keeps it. */
  *rows(): Generator<KeptRow & { place: number }> {
    const all = [...this.#piles].flatMap(([kind, { sheets }]) => [...sheets].map(([id, sheet]) => ({ kind, id, sheet })))
    for (const { kind, id, sheet: { of, value, seq, open, place } } of all.sort((a, b) => a.sheet.place - b.sheet.place)) yield { kind, id, of, value: typeof value === 'string' ? value : JSON.stringify(value), seq, open, place }
  }

  /** Compares with some of the table's things of a kind, which are given in their order. Others may meanwhile append: that is for `differences`. */
  compare(kind: string, rows: readonly KeptRow[]): void {
    const sheets = this.#piles.get(kind)?.sheets
    let ids = this.#order.get(kind)
    if (!ids) this.#order.set(kind, (ids = []))
    for (const row of rows) {
      ids.push(row.id)
      if (!isSame(sheets?.get(row.id), row)) this.#suspects.push({ kind, id: row.id })
    }
  }

  /** What seemed to differ, and what the table was found to lack. */
  suspects(): Named[] {
    for (const [kind, { sheets }] of this.#piles) {
      const seen = new Set(this.#order.get(kind))
      for (const id of sheets.keys()) if (!seen.has(id)) this.#suspects.push({ kind, id })
    }
    return this.#suspects
  }

  /**
   * What the table has otherwise, too much or too little: one finding a thing. When only the order differs, one finding a kind. `rows`: how the table has,
   * now that nothing moves, what was suspected and what came or changed from entry `since` on.
   */
  differences(rows: readonly KeptRow[], since: number): { kind: string; seq: number }[] {
    const table = new Map(rows.map((row) => [nameOf(row), row]))
    const later: Named[] = since > this.#seq ? [] : [...this.#piles].flatMap(([kind, { sheets }]) => [...sheets].flatMap(([id, { seq }]) => (seq >= since ? [{ kind, id }] : [])))
    const changed = rows.filter(({ seq }) => seq >= since)
    const looked = new Map([...this.#suspects, ...later, ...changed].map((one) => [nameOf(one), one]))
    const differing = [...looked].flatMap(([name, { kind, id }]) => {
      const should = this.#piles.get(kind)?.sheets.get(id)
      const is = table.get(name)
      return (should === undefined && is === undefined) || isSame(should, is) ? [] : [{ kind, seq: should?.seq ?? is?.seq ?? -1 }]
    })
    const touched = new Set([...later, ...changed].map(({ kind }) => kind))
    const misplaced = [...this.#order].filter(([kind, ids]) => !touched.has(kind) && !differing.some((one) => one.kind === kind) && !isInOrder([...(this.#piles.get(kind)?.sheets.keys() ?? [])], ids))
    return [...differing, ...misplaced.map(([kind]) => ({ kind, seq: -1 }))]
  }

  #pileOf(kind: string): Pile {
    let pile = this.#piles.get(kind)
    if (!pile) this.#piles.set(kind, (pile = { sheets: new Map(), open: new Set(), of: new Map() }))
    return pile
  }
}

function belongingTo({ of }: Pile, whom: string | null): Set<string> {
  const key = whom ?? ''
  let ids = of.get(key)
  if (!ids) of.set(key, (ids = new Set()))
  return ids
}

/** Things came in this order, whatever happened to them later. */
function inOrder<K extends Kind>(pile: Pile | undefined, ids: ReadonlySet<string> | undefined): Kept[K][] {
  const sheets = [...(ids ?? [])].flatMap((id) => pile?.sheets.get(id) ?? [])
  return sheets.toSorted((a, b) => a.place - b.place).map(valueOf<K>)
}

const nameOf = ({ kind, id }: Named): string => `${kind} ${id}`
const valueOf = <K extends Kind>({ value }: Sheet): Kept[K] => (typeof value === 'string' ? JSON.parse(value) : value) as Kept[K]

function isSame(a: Sheet | undefined, b: KeptRow | undefined): boolean {
  return a !== undefined && b !== undefined && a.of === b.of && a.seq === b.seq && a.open === b.open && (typeof a.value === 'string' ? a.value : JSON.stringify(a.value)) === b.value
}

/** A value as it would be read back. Nearly all are already: nothing undefined, no number that JSON lacks, nothing that says itself otherwise. */
function asJson(value: unknown): unknown {
  return isJson(value, 0) && typeof value !== 'string' ? value : JSON.stringify(value)
}

function isJson(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean'
  if (value === null) return true
  if (depth > 32 || 'toJSON' in value) return false
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (!isJson(value[i], depth + 1)) return false
    return true
  }
  for (const key in value) if (!isJson((value as Record<string, unknown>)[key], depth + 1)) return false
  return true
}

function isInOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.every((id, place) => b[place] === id)
}
