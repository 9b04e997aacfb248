import type { KeyObject } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Reading } from '../../core/ledger/shelf.ts'
import { refusal } from '../../core/refusal.ts'
import type { Head, Ledger, Views } from '../../core/world.ts'
import type { NewEntry } from '../../core/ledger/entry.ts'
import { toHex } from '../../crypto/digest.ts'
import { type LedgerTaken, takeLedger } from '../backup/ledger-parts.ts'
import { LedgerShelves } from '../ledgers/ledger-shelves.ts'
import { logOf, rowsOf } from './book.ts'
import { bringingUp, exhaust, furnished, type LedgerOptions, looked, refill } from './bring-up.ts'
import { viewsIn } from '../ledgers/views.ts'
import { consistencyOf, issueCheckpoint, witnessOf } from './checkpoints.ts'
import { type Db, onDisk } from './database.ts'
import { readEntry, writeEntry } from './entry-bytes.ts'
import { exportLedger } from './export-ledger.ts'
import { extractOf } from './extract.ts'
import { keepTile, LedgerTree } from './ledger-tree.ts'
import { NamedBlobs } from './named-blobs.ts'
import { migrate } from './schema.ts'
import { verifyLedger } from './verify-ledger.ts'

/** The ledger with what the vault's own door may ask of it, at once and without waiting. */
export interface OpenLedger extends Ledger {
  head(): Head
  /** What people keep of how they look at the ledgers; in the same database and no part of the evidence. */
  readonly views: Views
  now(): Reading
  /** Fills the tables that screens read anew from the entries. */
  rebuild(): void
  /** Whether an entry is known to name this blob. If not, one may name it all the same: then only the entries themselves can tell. */
  speaksOfBlob(blob: string): boolean
  /** These were found named when somebody read the entries. */
  learnBlobs(blobs: readonly string[]): void
  /** The bytes of each entry from `from` on that holds these words. Pauses between pieces; what is appended meanwhile counts. */
  entriesWith(words: string, from: number): AsyncIterable<Uint8Array>
  /** All of it as it is now, for a backup. */
  forBackup(): LedgerTaken
}

/** Things whose rows are made before anyone waits for them, and then between one question and the next. */
const FILLED_AT_ONCE = 500
const FILLED_IN_PASSING = 50
/** Entries that are looked through without a pause. */
const READ_AT_ONCE = 2000

/** Gives a fresh database its form and its log's name, which is made from the key. */
export function beginLedger(db: Db, key: KeyObject): void {
  migrate(db)
  db.prepare('INSERT INTO about (name, value) VALUES (?, ?)').run('log', logOf(key))
}

/**
 * The ledger in an open database. Entries are stored as they were hashed; what screens read is brought up to date in the
 * same transaction, so that neither is ever ahead of the other.
 * @throws LedgerProblem when the database holds no ledger, one of another key, or fewer entries than were once signed for
 */
export function openLedger(db: Db, options: LedgerOptions): OpenLedger {
  const { projection } = options
  const { log, ...found } = looked(db, options)
  let { size, leaf } = found
  let tree: LedgerTree | null = null
  const bringUp = db.transaction(() => {
    const book = furnished(db, options, { log, size: () => size, tree: () => (tree ??= LedgerTree.over(db, size)) })
    exhaust(bringingUp(book))
    return book
  })
  // Whoever is killed in between finds the home as the older program left it, and brings it up again.
  const book = onDisk(db, () => bringUp.immediate())
  const { kept, shelves, types } = book
  kept.settled()
  const blobs = new NamedBlobs(db)
  const insert = db.prepare('INSERT INTO entries (seq, prev, leaf, bytes) VALUES (?, ?, ?, ?)')
  let filling = fillRows(db, shelves)

  const head = (): Head => ({ size, hash: toHex(leaf) })

  const write = db.transaction((entries: readonly NewEntry[]) => {
    const leaves: Uint8Array[] = []
    for (const entry of entries) {
      const seq = size + leaves.length
      const prev = leaves.at(-1) ?? leaf
      const written = writeEntry({ log, seq, prev }, entry)
      insert.run(seq, prev, written.leaf, written.bytes)
      keepTile(db, seq)
      blobs.note(written.bytes)
      kept.speakFor(seq)
      // From the bytes and not from what was handed in, so that a rebuild sees exactly the same.
      const read = readEntry(written)
      projection.project(read, kept)
      shelves.heard(read)
      leaves.push(written.leaf)
    }
    types.note(entries.map(({ type }) => type), size + leaves.length)
    shelves.flush()
    return leaves
  })

  const whenFilled = async (): Promise<void> => {
    await filling
    // Whoever waited may have been locked out meanwhile.
    if (!db.open) throw refusal('vault-locked', null, null, {})
  }

  return {
    head,
    views: viewsIn(db),
    now: () => kept.moment(),
    read: async () => ({ head: head(), reading: kept.moment() }),

    async append(entries, after) {
      if (after.size !== size || after.hash !== toHex(leaf)) return false
      try {
        const leaves = onDisk(db, () => write.immediate(entries))
        kept.settled()
        shelves.settled()
        size += leaves.length
        types.settled(size)
        leaf = leaves.at(-1) ?? leaf
        for (const each of leaves) tree?.append(each)
        return head()
      } catch (error) {
        kept.undone()
        shelves.undone()
        types.undone()
        throw error
      }
    },

    entries: async (from, count) => rowsOf(db, from, count).map(readEntry),
    async rows(query, from, count) {
      await whenFilled()
      return { ...shelves.rows(query, from, count), reading: kept.moment() }
    },
    async choices(query, column, most) {
      await whenFilled()
      return { choices: shelves.choices(query, column, most), reading: kept.moment() }
    },
    touching: async (kind, id) => shelves.touched(kind, id).flatMap((seq) => rowsOf(db, seq, 1).map(readEntry)),
    extract: async (seqs) => extractOf(book, seqs),
    consistency: async () => consistencyOf(book),
    witness: async (seq) => witnessOf(book, seq),
    verify: (how) => verifyLedger(book, how),
    exportTo: (folder, how) => exportLedger(book, issueCheckpoint(book), folder, how),
    rebuild() {
      refill(book)
      filling = fillRows(db, shelves)
    },
    speaksOfBlob: (blob) => blobs.has(blob),
    learnBlobs: (found) => onDisk(db, () => blobs.learn(found)),
    entriesWith: (words, from) => entriesWith(db, words, from, () => size),
    forBackup: () => takeLedger(book),
  }
}

/**
 * Makes the rows of the ledgers, where they were made by other definitions or not at all. A small office has them at once; in a large one it takes a minute, and
 * everything else goes on meanwhile. Whoever asks for rows waits for them; what an append changes is made by the append.
 */
function fillRows(db: Db, shelves: LedgerShelves): Promise<void> | null {
  const some = db.transaction((things: number) => shelves.fillSome(things))
  if (shelves.isFilled() || onDisk(db, () => some.immediate(FILLED_AT_ONCE))) return null
  const filled = (async () => {
    do await breathe()
    while (db.open && !onDisk(db, () => some.immediate(FILLED_IN_PASSING)))
  })()
  // Said to whoever asks for rows, and to nobody else.
  filled.catch(() => {})
  return filled
}

async function* entriesWith(db: Db, words: string, from: number, size: () => number): AsyncGenerator<Uint8Array> {
  const read = db.prepare<[number, number, Buffer], Uint8Array>('SELECT bytes FROM entries WHERE seq >= ? AND seq < ? AND instr(bytes, ?)').pluck()
  for (let at = from; at < size(); at += READ_AT_ONCE) {
    yield* read.all(at, at + READ_AT_ONCE, Buffer.from(words)) as Uint8Array[]
    await breathe()
  }
}
