import { isOpen } from '../../core/ledger/open.ts'
import type { Kept, Kind, Shelf } from '../../core/ledger/shelf.ts'
import type { Db } from './database.ts'

interface Sheet { kind: Kind; id: string; of: string | null; value: string; seq: number; open: 0 | 1 }

/** Things that seemed to differ, and in which order the table has each kind. */
export interface Compared { suspects: { kind: string; id: string }[]; order: Map<string, string[]> }

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

  /**
   * Compares with the table, a piece at a time: `pause` lets others go on between pieces, who may also append. What they append is for `differences`.
   */
  async compareWith(db: Db, pause: () => Promise<void>): Promise<Compared> {
    const read = db.prepare<[string, number, number], Sheet & { place: number }>('SELECT place, kind, id, "of", value, seq, open FROM kept WHERE kind = ? AND place > ? AND place <= ? ORDER BY place LIMIT 200')
    // What comes later is no concern of this walk, or a busy office would keep it walking for ever.
    const last = (db.prepare('SELECT max(place) FROM kept').pluck().get() as number | null) ?? -1
    const compared: Compared = { suspects: [], order: new Map() }
    for (const kind of this.#kinds(db)) {
      const sheets = this.#sheets.get(kind as Kind) ?? new Map<string, Sheet>()
      const ids: string[] = []
      for (let rows = read.all(kind, -1, last); rows.length > 0; rows = read.all(kind, rows.at(-1)?.place ?? last, last)) {
        for (const row of rows) {
          ids.push(row.id)
          if (!isSame(sheets.get(row.id), row)) compared.suspects.push({ kind, id: row.id })
        }
        await pause()
      }
      const seen = new Set(ids)
      for (const id of sheets.keys()) if (!seen.has(id)) compared.suspects.push({ kind, id })
      compared.order.set(kind, ids)
    }
    return compared
  }

  /**
   * What the table has otherwise, too much or too little: one finding a thing. When only the order differs, one finding a kind. Looks again at what
   * was suspected, and at what came or changed from entry `since` on; without waiting, so that nothing changes meanwhile.
   */
  differences(db: Db, { suspects, order }: Compared, since: number): { kind: string; seq: number }[] {
    const read = db.prepare<[string, string], Sheet>('SELECT kind, id, "of", value, seq, open FROM kept WHERE kind = ? AND id = ?')
    const later = since > this.#seq ? [] : [
      ...[...this.#sheets.values()].flatMap((sheets) => [...sheets.values()].filter(({ seq }) => seq >= since)),
      ...db.prepare<[number], Sheet>('SELECT kind, id FROM kept WHERE seq >= ?').all(since),
    ]
    const looked = new Map([...suspects, ...later].map(({ kind, id }) => [`${kind} ${id}`, { kind, id }]))
    const differing = [...looked.values()].flatMap(({ kind, id }) => {
      const should = this.#sheets.get(kind as Kind)?.get(id)
      const is = read.get(kind, id)
      return (should === undefined && is === undefined) || isSame(should, is) ? [] : [{ kind, seq: should?.seq ?? is?.seq ?? -1 }]
    })
    const touched = new Set(later.map(({ kind }) => kind as string))
    const misplaced = [...order].filter(([kind, ids]) => !touched.has(kind) && !differing.some((one) => one.kind === kind) && !sameOrder([...(this.#sheets.get(kind as Kind)?.keys() ?? [])], ids))
    return [...differing, ...misplaced.map(([kind]) => ({ kind, seq: -1 }))]
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
