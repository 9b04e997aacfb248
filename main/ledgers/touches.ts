import type { Entry } from '../../core/ledger/entry.ts'
import type { AnyLedger } from '../../core/ledgers/definition.ts'
import type { Kind } from '../../core/ledger/shelf.ts'
import type { Db } from '../ledger/database.ts'

/** Kinds that no row is made of and no history is asked for. */
const WITHOUT: ReadonlySet<Kind> = new Set<Kind>(['clock', 'series', 'question', 'office'])

/** Which entries touched which thing on the shelf: the history of a row. Filled as the shelf is filled. */
export class Touches {
  readonly #definitions: readonly AnyLedger[]
  readonly #touch
  readonly #forget
  readonly #placeOf
  readonly #seqs
  #elsewhere: ((kind: Kind, id: string) => number | undefined) | null = null

  constructor(db: Db, definitions: readonly AnyLedger[]) {
    this.#definitions = definitions.filter(({ spokenOf }) => spokenOf !== undefined)
    this.#touch = db.prepare('INSERT OR IGNORE INTO ledger_touches (place, seq) VALUES (?, ?)')
    this.#forget = db.prepare('DELETE FROM ledger_touches WHERE place = ?')
    this.#placeOf = db.prepare<[string, string], { place: number }>('SELECT place FROM kept WHERE kind = ? AND id = ?')
    this.#seqs = db.prepare<[number], { seq: number }>('SELECT seq FROM ledger_touches WHERE place = ? ORDER BY seq')
  }

  put(kind: Kind, place: number, seq: number): void {
    if (!WITHOUT.has(kind)) this.#touch.run(place, seq)
  }

  drop(place: number): void {
    this.#forget.run(place)
  }

  /** While the shelf is filled on paper, its things are not in the table yet. */
  lookIn(placeOf: ((kind: Kind, id: string) => number | undefined) | null): void {
    this.#elsewhere = placeOf
  }

  /** An entry that may speak of a thing without putting anything on the shelf. */
  heard({ type, data, seq }: Entry): void {
    for (const { kind, spokenOf } of this.#definitions) {
      const id = spokenOf?.[type]?.(data as never)
      const place = id === null || id === undefined ? undefined : this.#elsewhere ? this.#elsewhere(kind, id) : this.#placeOf.get(kind, id)?.place
      if (place !== undefined) this.#touch.run(place, seq)
    }
  }

  /** The entries that touched a thing, oldest first. */
  of(kind: Kind, id: string): number[] {
    const at = this.#placeOf.get(kind, id)
    return at ? this.#seqs.all(at.place).map(({ seq }) => seq) : []
  }
}
