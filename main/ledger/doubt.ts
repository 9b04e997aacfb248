import type { Entry } from '../../core/ledger/entry.ts'
import type { Shelf } from '../../core/ledger/shelf.ts'
import { constantTimeEqual, toHex } from '../../crypto/digest.ts'
import { leafHash, MerkleTree } from '../../crypto/merkle.ts'
import type { EntryRow } from './book.ts'
import { entryOf, type KeptEntry, readEntry, readExactly } from './entry-bytes.ts'
import { type KeptRow, type Named, PaperShelf } from './paper-shelf.ts'
import { type StoredTile, TILE_HEIGHT, TILE_WIDTH } from './tile.ts'

export interface Problem { seq: number; what: string }

/** Rows that were asked for, from … up to but without `to`, in their order; those that are not there are missing. */
export interface Batch { from: number; to: number; rows: readonly EntryRow[]; unreadable: boolean }
/** What came while everything else was looked at: the last entries, and how the table has what was suspected or changed since entry `since`. */
export interface Rest { batch: Batch; since: number; rows: readonly KeptRow[]; sizes: readonly number[]; tiles: readonly StoredTile[] }
/** `roots`: of the tree at each of the `sizes` that were asked for, where it is as large. */
export interface Found { size: number; root: Uint8Array; roots: (Uint8Array | null)[]; problems: Problem[] }

/** Problems that belong to no entry carry this in the place of one. */
export const NO_ENTRY = -1

/**
 * Doubts what it is given, in this order: every entry from the first on, the table that screens read kind by kind, the rest. Knows no database, so that it
 * works in a thread as well as here.
 */
export class Doubt {
  readonly #log: string
  readonly #project: (entry: Entry, shelf: Shelf) => void
  readonly #tree = new MerkleTree()
  readonly #problems: Problem[] = []
  readonly #shelf = new PaperShelf()
  #prev: Uint8Array = new Uint8Array()
  #projects = true

  constructor(log: string, project: (entry: Entry, shelf: Shelf) => void) {
    this.#log = log
    this.#project = project
  }

  entries({ from, to, rows, unreadable }: Batch): void {
    if (unreadable) this.#problems.push({ seq: from, what: 'unreadable' })
    let next = 0
    for (let seq = from; seq < to; seq++) {
      const row = rows[next]?.seq === seq ? rows[next++] : undefined
      if (!row) this.#problems.push({ seq, what: 'missing' })
      else this.#check(row)
      const leaf = row?.leaf.length === 32 ? row.leaf : NO_LEAF
      this.#tree.append(leaf)
      this.#prev = leaf
    }
  }

  kept(kind: string, rows: readonly KeptRow[]): void {
    this.#shelf.compare(kind, rows)
  }

  /** What seemed to differ, and what the entries make and the table lacks. */
  suspects(): Named[] {
    return this.#projects ? this.#shelf.suspects() : []
  }

  finish({ batch, since, rows, sizes, tiles }: Rest): Found {
    this.entries(batch)
    return {
      size: this.#tree.size,
      root: this.#tree.root(),
      roots: sizes.map((size) => (size <= this.#tree.size ? this.#tree.root(size) : null)),
      problems: [...this.#problems, ...this.#tileProblems(tiles), ...this.#keptProblems(rows, since)],
    }
  }

  #tileProblems(tiles: readonly StoredTile[]): Problem[] {
    return tiles.filter(({ n, hash }) => (n + 1) * TILE_WIDTH > this.#tree.size || !constantTimeEqual(hash, this.#tree.complete(n, TILE_HEIGHT))).map(({ n }) => ({ seq: n * TILE_WIDTH, what: 'tile-differs' }))
  }

  #keptProblems(rows: readonly KeptRow[], since: number): Problem[] {
    // When entries make no sense, there is nothing to compare with.
    if (!this.#projects) return [{ seq: NO_ENTRY, what: 'kept-unmakeable' }]
    return this.#shelf.differences(rows, since).map(({ kind, seq }) => ({ seq, what: `kept-differs:${kind}` }))
  }

  #check(row: EntryRow): void {
    const { seq } = row
    if (!constantTimeEqual(leafHash(row.bytes), row.leaf)) this.#problems.push({ seq, what: 'bytes-changed' })
    if (Buffer.compare(row.prev, this.#prev) !== 0) this.#problems.push({ seq, what: 'chain-broken' })
    const read = readRow(row)
    if (!read || !isAsWritten(row, read, this.#log)) this.#problems.push({ seq, what: 'not-as-written' })
    this.#put(row, read?.kept ?? null)
  }

  #put(row: EntryRow, kept: KeptEntry | null): void {
    if (!this.#projects) return
    try {
      this.#shelf.speakFor(row.seq)
      this.#project(kept ? entryOf(kept, row.leaf) : readEntry(row), this.#shelf)
    } catch {
      // Bytes that were tampered with may make no sense; that is the finding, said once.
      this.#projects = false
    }
  }
}

const NO_LEAF = new Uint8Array(32)

/** The members say what the columns say, and there is no other way to write them (RFC 8785). */
function isAsWritten({ seq, prev }: EntryRow, { kept, isCanonical }: ReturnType<typeof readExactly>, log: string): boolean {
  return isCanonical && kept.seq === seq && kept.log === log && kept.prev === toHex(prev)
}

function readRow({ bytes }: EntryRow): ReturnType<typeof readExactly> | null {
  try {
    return readExactly(bytes)
  } catch {
    return null
  }
}
