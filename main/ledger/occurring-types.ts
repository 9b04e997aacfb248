import { entryTypes } from '../../core/ledger/entry.ts'
import type { Db } from './database.ts'

/**
 * Which types of entries a ledger holds. Without it an older program would have to read every entry to learn that a newer one wrote something that it
 * cannot read, and nobody could tell whether a new way of projecting concerns this ledger at all. Kept as `SIZE TYPE TYPE …`: a program from before
 * they were noted may have written since, and then they are not the whole truth.
 */
export class OccurringTypes {
  readonly #write
  #types: ReadonlySet<string>
  #size: number
  #before: ReadonlySet<string>

  constructor(db: Db) {
    this.#write = db.prepare("INSERT INTO about (name, value) VALUES ('types', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
    const { size, types } = notedIn(db)
    this.#types = this.#before = new Set(types)
    this.#size = size
  }

  /** Whether they are those of all entries of a ledger of this size. */
  areOf(size: number): boolean {
    return this.#size === size
  }

  /** Whether an entry of one of these types was ever written. */
  someOf(types: readonly string[]): boolean {
    return types.some((type) => this.#types.has(type))
  }

  /** Entries of these types were written, within their transaction; the ledger now has this size. */
  note(types: readonly string[], size: number): void {
    if (!types.every((type) => this.#types.has(type))) this.#types = new Set([...this.#types, ...types])
    this.#write.run([size, ...[...this.#types].toSorted()].join(' '))
  }

  /** These are all, within a transaction. */
  fill(types: ReadonlySet<string>, size: number): void {
    this.#types = new Set()
    this.note([...types], size)
    this.settled(size)
  }

  settled(size: number): void {
    this.#before = this.#types
    this.#size = size
  }

  undone(): void {
    this.#types = this.#before
  }
}

/** Those that this program does not know. */
export function unknownTypes(db: Db): string[] {
  return notedIn(db).types.filter((type) => !Object.hasOwn(entryTypes, type))
}

function notedIn(db: Db): { size: number; types: string[] } {
  const said = db.prepare<[string], string>('SELECT value FROM about WHERE name = ?').pluck().get('types') as string | undefined
  const [size, ...types] = said?.split(' ') ?? []
  return { size: Number(size ?? -1), types }
}
