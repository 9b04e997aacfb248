import { isOpen } from '../../core/ledger/open.ts'
import type { Kept, Kind, Shelf } from '../../core/ledger/shelf.ts'
import type { Db } from './database.ts'

interface Sheet { kind: Kind; id: string; of: string | null; value: string; seq: number; open: 0 | 1 }

/** A shelf beside the table, filled from the entries to see whether the table says the same. */
export class PaperShelf implements Shelf {
  /** By kind, then id, in the order in which things came: a changed thing keeps its place, as in the table. */
  readonly #sheets = new Map<Kind, Map<string, Sheet>>()
  #seq = -1

  get<K extends Kind>(kind: K, id: string): Kept[K] | undefined {
    const sheet = this.#sheets.get(kind)?.get(id)
    return sheet && valueOf(sheet)
  }

  list<K extends Kind>(kind: K, of?: string): Kept[K][] {
    const sheets = [...(this.#sheets.get(kind)?.values() ?? [])]
    return sheets.filter((sheet) => of === undefined || sheet.of === of).map(valueOf<K>)
  }

  open<K extends Kind>(kind: K): Kept[K][] {
    return [...(this.#sheets.get(kind)?.values() ?? [])].filter(({ open }) => open === 1).map(valueOf<K>)
  }

  put<K extends Kind>(kind: K, id: string, value: Kept[K], of?: string): void {
    const sheets = this.#sheets.get(kind) ?? new Map<string, Sheet>()
    this.#sheets.set(kind, sheets.set(id, { kind, id, of: of ?? null, value: JSON.stringify(value), seq: this.#seq, open: isOpen(kind, value, this) ? 1 : 0 }))
  }

  drop(kind: Kind, id: string): void {
    this.#sheets.get(kind)?.delete(id)
  }

  speakFor(seq: number): void {
    this.#seq = seq
  }

  /** What the table has otherwise, too much or too little: one finding a thing. When only the order differs, one finding a kind. */
  differencesTo(db: Db): { kind: string; seq: number }[] {
    const read = db.prepare<[string], Sheet>('SELECT kind, id, "of", value, seq, open FROM kept WHERE kind = ? ORDER BY place')
    return this.#kinds(db).flatMap((kind) => {
      const should = this.#sheets.get(kind as Kind) ?? new Map<string, Sheet>()
      const is = new Map(read.all(kind).map((sheet) => [sheet.id, sheet]))
      const differing = [...new Set([...should.keys(), ...is.keys()])].filter((id) => !isSame(should.get(id), is.get(id)))
      if (differing.length > 0) return differing.map((id) => ({ kind, seq: should.get(id)?.seq ?? is.get(id)?.seq ?? -1 }))
      return sameOrder([...should.keys()], [...is.keys()]) ? [] : [{ kind, seq: -1 }]
    })
  }

  #kinds(db: Db): string[] {
    return [...new Set([...this.#sheets.keys(), ...(db.prepare('SELECT DISTINCT kind FROM kept').pluck().all() as string[])])]
  }
}

const valueOf = <K extends Kind>(sheet: Sheet): Kept[K] => JSON.parse(sheet.value) as Kept[K]

function isSame(a: Sheet | undefined, b: Sheet | undefined): boolean {
  return a !== undefined && b !== undefined && a.id === b.id && a.of === b.of && a.value === b.value && a.seq === b.seq && a.open === b.open
}

function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.every((id, place) => b[place] === id)
}
