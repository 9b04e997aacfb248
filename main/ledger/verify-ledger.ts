import { setImmediate as breathe } from 'node:timers/promises'
import { Refusal } from '../../core/refusal.ts'
import type { How, Ledger } from '../../core/world.ts'
import { constantTimeEqual, toHex } from '../../crypto/digest.ts'
import { EvidenceProblem } from '../../crypto/evidence-problem.ts'
import { leafHash, MerkleTree } from '../../crypto/merkle.ts'
import { type Book, type EntryRow, rowsOf } from './book.ts'
import { issueCheckpoint, lastCheckpoint, openCheckpoint, storedCheckpoints } from './checkpoints.ts'
import { sqliteCode } from './database.ts'
import { entryOf, type KeptEntry, readEntry, readExactly } from './entry-bytes.ts'
import { type Compared, PaperShelf } from './paper-shelf.ts'
import { alteredForm } from './schema.ts'

export type Verified = Awaited<ReturnType<Ledger['verify']>>
type Problem = Verified['problems'][number]

/** Problems that belong to no entry carry this in the place of one. */
const NO_ENTRY = -1
const AT_ONCE = 100

/**
 * Doubts everything: each entry's bytes are hashed again, its place and its predecessor compared, the root held against every
 * checkpoint ever issued, the guards of the tables looked for, and what screens read compared with what the entries say.
 * Works in pieces so that the desk goes on answering; entries appended meanwhile are verified too.
 * Throws the signal's reason when cancelled. Problems are codes, `seq` -1 where no entry is meant:
 * `missing` `bytes-changed` `chain-broken` `not-as-written` `unreadable` · `checkpoint-not-ours` `checkpoint-ahead`
 * `checkpoint-differs` · `guard-altered:NAME` · `kept-differs:KIND` `kept-unmakeable`
 */
export async function verifyLedger(book: Book, { signal, onProgress }: How<{ done: number; total: number }>): Promise<Verified> {
  const walk = new Walk(book)
  // A few that came meanwhile are left for the end: whoever runs after every one of them never arrives.
  for (let left = Infinity; left > AT_ONCE; left = book.size() - walk.size) {
    signal.throwIfAborted()
    walk.step()
    onProgress({ done: walk.size, total: book.size() })
    await breathe()
  }
  const since = walk.size
  const compared = await walk.compare(async () => {
    await breathe()
    signal.throwIfAborted()
  })
  signal.throwIfAborted()
  // From here to the end nothing waits, so nothing can be appended in between.
  while (walk.size < book.size()) walk.step()
  onProgress({ done: walk.size, total: walk.size })
  const problems = [...walk.problems, ...checkpointProblems(book, walk.tree), ...guardProblems(book), ...walk.keptProblems(compared, since)]
  const root = toHex(walk.tree.root())
  return { size: walk.size, root, checkpoint: problems.length === 0 ? signFor(book) : lastText(book), problems }
}

/** A sound ledger is signed for, unless its disk is too full even for that. */
function signFor(book: Book): string {
  try {
    return issueCheckpoint(book)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return lastText(book)
  }
}

const lastText = (book: Book): string => lastCheckpoint(book.db)?.text ?? ''

/** One walk along the entries, from the first to the last. */
class Walk {
  readonly tree = new MerkleTree()
  readonly problems: Problem[] = []
  readonly #book: Book
  readonly #shelf = new PaperShelf()
  #prev: Uint8Array = new Uint8Array()
  #projects = true

  constructor(book: Book) {
    this.#book = book
  }

  get size(): number {
    return this.tree.size
  }

  step(): void {
    const to = Math.min(this.size + AT_ONCE, this.#book.size())
    const rows = new Map(this.#rows(this.size, to - this.size).map((row) => [row.seq, row]))
    while (this.size < to) {
      const seq = this.size
      const row = rows.get(seq)
      if (!row) this.problems.push({ seq, what: 'missing' })
      else this.#check(row)
      const leaf = row?.leaf.length === 32 ? row.leaf : new Uint8Array(32)
      this.tree.append(leaf)
      this.#prev = leaf
    }
  }

  /** Null when entries make no sense, so that there is nothing to compare with. */
  async compare(pause: () => Promise<void>): Promise<Compared | null> {
    return this.#projects ? this.#shelf.compareWith(this.#book.db, pause) : null
  }

  keptProblems(compared: Compared | null, since: number): Problem[] {
    if (!this.#projects || compared === null) return [{ seq: NO_ENTRY, what: 'kept-unmakeable' }]
    return this.#shelf.differences(this.#book.db, compared, since).map(({ kind, seq }) => ({ seq, what: `kept-differs:${kind}` }))
  }

  #rows(from: number, count: number): EntryRow[] {
    try {
      return rowsOf(this.#book.db, from, count)
    } catch (error) {
      if (sqliteCode(error) === undefined) throw error
      this.problems.push({ seq: from, what: 'unreadable' })
      return []
    }
  }

  #check(row: EntryRow): void {
    const found = (what: string): void => void this.problems.push({ seq: row.seq, what })
    if (!constantTimeEqual(leafHash(row.bytes), row.leaf)) found('bytes-changed')
    if (!sameBytes(row.prev, this.#prev)) found('chain-broken')
    const read = readRow(row)
    if (!read || !isAsWritten(row, read, this.#book.log)) found('not-as-written')
    this.#project(row, read?.kept ?? null)
  }

  #project(row: EntryRow, kept: KeptEntry | null): void {
    if (!this.#projects) return
    try {
      this.#shelf.speakFor(row.seq)
      this.#book.projection.project(kept ? entryOf(kept, row.leaf) : readEntry(row), this.#shelf)
    } catch {
      // Bytes that were tampered with may make no sense; that is the finding, said once.
      this.#projects = false
    }
  }
}

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

function checkpointProblems(book: Book, tree: MerkleTree): Problem[] {
  return storedCheckpoints(book.db).flatMap(({ size, text }) => {
    const seq = size - 1
    try {
      const said = openCheckpoint(book, text)
      if (said.size !== size) return [{ seq, what: 'checkpoint-not-ours' }]
      if (size > tree.size) return [{ seq, what: 'checkpoint-ahead' }]
      return constantTimeEqual(tree.root(size), said.root) ? [] : [{ seq, what: 'checkpoint-differs' }]
    } catch (error) {
      if (!(error instanceof EvidenceProblem)) throw error
      return [{ seq, what: 'checkpoint-not-ours' }]
    }
  })
}

function guardProblems({ db }: Book): Problem[] {
  return alteredForm(db).map((name) => ({ seq: NO_ENTRY, what: `guard-altered:${name}` }))
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
