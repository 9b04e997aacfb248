import { isOpen } from '../../core/ledger/open.ts'
import type { Kept, Kind, Reading, Shelf } from '../../core/ledger/shelf.ts'
import type { Db } from './database.ts'

/** Who wants to know what is put on the shelf and taken off it, while it happens. */
export interface Watching {
  /** `before`: what lay there, null when nothing did. */
  put(kind: Kind, id: string, place: number, seq: number, before: string | null, after: string): void
  drop(kind: Kind, id: string, place: number): void
}

interface Row { place: number; id: string; of: string | null; value: string; open: 0 | 1 }

/** What the rows changed by one append were before it (null: not there), and what came after. */
interface Epoch { before: Map<string, { kind: Kind; id: string; row: Row | null }>; next: Epoch | null }

/**
 * The shelf that screens read, in the table `kept`. A `moment()` goes on showing what stood when it was taken: an append
 * leaves behind what it changed, and older moments look there first. Nobody holds epochs but the moments that need them.
 */
export class KeptTable implements Shelf {
  readonly #statements
  #epoch: Epoch = newEpoch()
  #seq = -1
  readonly #watching: Watching | null

  constructor(db: Db, watching: Watching | null = null) {
    this.#watching = watching
    this.#statements = {
      get: db.prepare<[string, string], Row>('SELECT place, id, "of", value, open FROM kept WHERE kind = ? AND id = ?'),
      list: db.prepare<[string], Row>('SELECT place, id, "of", value, open FROM kept WHERE kind = ? ORDER BY place'),
      listOf: db.prepare<[string, string], Row>('SELECT place, id, "of", value, open FROM kept WHERE kind = ? AND "of" = ? ORDER BY place'),
      open: db.prepare<[string], Row>('SELECT place, id, "of", value, open FROM kept WHERE kind = ? AND open = 1 ORDER BY place'),
      put: db.prepare<[string, string, string | null, string, number, number], { place: number }>(`INSERT INTO kept (kind, id, "of", value, seq, open) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (kind, id) DO UPDATE SET "of" = excluded."of", value = excluded.value, seq = excluded.seq, open = excluded.open RETURNING place`),
      drop: db.prepare('DELETE FROM kept WHERE kind = ? AND id = ?'),
      clear: db.prepare('DELETE FROM kept'),
      fill: db.prepare('INSERT INTO kept (place, kind, id, "of", value, seq, open) VALUES (?, ?, ?, ?, ?, ?, ?)'),
    }
  }

  get<K extends Kind>(kind: K, id: string): Kept[K] | undefined {
    const row = this.#statements.get.get(kind, id)
    return row && valueOf(row)
  }

  list<K extends Kind>(kind: K, of?: string): Kept[K][] {
    return this.#rows(kind, of).map(valueOf<K>)
  }

  open<K extends Kind>(kind: K): Kept[K][] {
    return this.#statements.open.all(kind).map(valueOf<K>)
  }

  put<K extends Kind>(kind: K, id: string, value: Kept[K], of?: string): void {
    const before = this.#remember(kind, id)
    const after = JSON.stringify(value)
    const { place } = this.#statements.put.get(kind, id, of ?? null, after, this.#seq, isOpen(kind, value, this) ? 1 : 0) as { place: number }
    this.#watching?.put(kind, id, place, this.#seq, before?.value ?? null, after)
  }

  drop(kind: Kind, id: string): void {
    const before = this.#remember(kind, id)
    if (before) this.#watching?.drop(kind, id, before.place)
    this.#statements.drop.run(kind, id)
  }

  /** Says which entry speaks from here on. */
  speakFor(seq: number): void {
    this.#seq = seq
  }

  /** The append stands: moments taken before it look at what it left behind. */
  settled(): void {
    const next = newEpoch()
    this.#epoch.next = next
    this.#epoch = next
  }

  /** The append was rolled back, so there is nothing to look back at. */
  undone(): void {
    this.#epoch.before.clear()
  }

  /** Answers, whenever it is asked, what came to the shelf, changed or went since now. */
  changesFromHere(): () => { kind: Kind; id: string }[] {
    const taken = this.#epoch
    return () => {
      const changes: { kind: Kind; id: string }[] = []
      for (let epoch: Epoch | null = taken; epoch; epoch = epoch.next) changes.push(...epoch.before.values())
      return changes
    }
  }

  /** Takes everything off the shelf and puts these there: what the ledger says. */
  fill(rows: Iterable<{ place: number; kind: string; id: string; of: string | null; value: string; seq: number; open: number }>): void {
    this.#statements.clear.run()
    for (const { place, kind, id, of, value, seq, open } of rows) this.#statements.fill.run(place, kind, id, of, value, seq, open)
  }

  moment(): Reading {
    const taken = this.#epoch
    return {
      get: <K extends Kind>(kind: K, id: string): Kept[K] | undefined => {
        const changed = firstChange(taken, kind, id)
        if (changed === undefined) return this.get(kind, id)
        return changed === null ? undefined : valueOf<K>(changed)
      },
      list: <K extends Kind>(kind: K, of?: string): Kept[K][] => {
        const changes = firstChanges(taken, kind)
        if (changes.size === 0) return this.list(kind, of)
        return asBefore(this.#rows(kind), changes).filter((row) => of === undefined || row.of === of).map(valueOf<K>)
      },
      open: <K extends Kind>(kind: K): Kept[K][] => {
        const changes = firstChanges(taken, kind)
        if (changes.size === 0) return this.open(kind)
        return asBefore(this.#statements.open.all(kind), changes).filter(({ open }) => open === 1).map(valueOf<K>)
      },
    }
  }

  #rows(kind: Kind, of?: string): Row[] {
    return of === undefined ? this.#statements.list.all(kind) : this.#statements.listOf.all(kind, of)
  }

  /** Answers what lies there now. */
  #remember(kind: Kind, id: string): Row | null {
    const key = keyOf(kind, id)
    const row = this.#statements.get.get(kind, id) ?? null
    if (!this.#epoch.before.has(key)) this.#epoch.before.set(key, { kind, id, row })
    return row
  }
}

const newEpoch = (): Epoch => ({ before: new Map(), next: null })
const keyOf = (kind: Kind, id: string): string => `${kind} ${id}`
const valueOf = <K extends Kind>(row: Row): Kept[K] => JSON.parse(row.value) as Kept[K]

/** What the row was at the moment, if any append since then changed it. The first change tells: later ones changed something newer. */
function firstChange(taken: Epoch, kind: Kind, id: string): Row | null | undefined {
  for (let epoch: Epoch | null = taken; epoch; epoch = epoch.next) {
    const change = epoch.before.get(keyOf(kind, id))
    if (change) return change.row
  }
  return undefined
}

/** Rows as they were before what changed since, in their order. */
function asBefore(now: readonly Row[], changes: ReadonlyMap<string, Row | null>): Row[] {
  const rows = new Map(now.map((row) => [row.id, row]))
  for (const [id, row] of changes) if (row) rows.set(id, row); else rows.delete(id)
  return [...rows.values()].toSorted((a, b) => a.place - b.place)
}

function firstChanges(taken: Epoch, kind: Kind): Map<string, Row | null> {
  const changes = new Map<string, Row | null>()
  for (let epoch: Epoch | null = taken; epoch; epoch = epoch.next) {
    for (const change of epoch.before.values()) if (change.kind === kind && !changes.has(change.id)) changes.set(change.id, change.row)
  }
  return changes
}
