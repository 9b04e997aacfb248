import { setImmediate as breathe } from 'node:timers/promises'
import type { Head } from '../../core/world.ts'
import { constantTimeEqual, toHex } from '../../crypto/digest.ts'
import { EvidenceProblem } from '../../crypto/evidence-problem.ts'
import { leafHash } from '../../crypto/merkle.ts'
import { type Book, LedgerProblem, rowsOf } from '../ledger/book.ts'
import { issueCheckpoint, openCheckpoint, storedCheckpoints } from '../ledger/checkpoints.ts'
import { sqliteCode } from '../ledger/database.ts'
import { BackupProblem } from './problem.ts'

/** A part of a backup, of a size known before its first byte. */
export interface Part { name: string; size: number; content: AsyncIterable<Uint8Array> | Iterable<Uint8Array> }

/**
 * Tables of vault.db whose rows a backup holds as lines of JSON, and those that are made anew from the entries when it is put together.
 * Entries only grow, so what stood at one moment is still read while the office goes on; and a page that was damaged on the disk is not copied along.
 */
export const TAKEN = ['entries', 'checkpoints', 'secrets', 'ledger_views'] as const
export const MADE_ANEW = ['about', 'kept', 'ledger_rows', 'ledger_keys', 'ledger_words', 'ledger_needs', 'ledger_scopes', 'ledger_touches', 'tiles', 'named_blobs'] as const

/** Entries in one part: a millisecond or two in which nobody else is answered. */
export const ENTRIES_IN_PART = 250

export interface LedgerTaken {
  head: Head
  /** Signed for exactly these entries. */
  checkpoint: string
  /** About as many bytes as will come. */
  bytes: number
  /** Whether what this checkpoint signs is the beginning of this ledger: then nothing is lost with its backup. */
  contains(checkpoint: string): boolean
  parts(signal: AbortSignal): AsyncGenerator<Part>
}

/** The ledger as it is at this moment, to be read from now on in pieces. Refuses one that no longer continues what it once signed. */
export function takeLedger(book: Book): LedgerTaken {
  try {
    const size = book.size()
    const checkpoint = issueCheckpoint(book)
    const last = rowsOf(book.db, size - 1, 1)[0]
    const secrets = book.db.prepare('SELECT name, value FROM secrets ORDER BY name').all()
    const views = book.db.prepare('SELECT person, ledger, name, value FROM ledger_views ORDER BY person, ledger, name').all()
    const checkpoints = storedCheckpoints(book.db)
    const bytes = (book.db.pragma('page_count', { simple: true }) as number) * (book.db.pragma('page_size', { simple: true }) as number)
    return {
      head: { size, hash: last ? toHex(last.leaf) : '' }, checkpoint, bytes,
      contains: (text) => contains(book, text),
      async *parts(signal) {
        yield lines('database/secrets.jsonl', secrets)
        yield* entries(book, size, signal)
        yield lines('database/checkpoints.jsonl', checkpoints)
        yield lines('database/ledger_views.jsonl', views)
      },
    }
  } catch (error) {
    throw damaged(error)
  }
}

function contains(book: Book, text: string): boolean {
  try {
    const { size, root } = openCheckpoint(book, text)
    return size <= book.size() && constantTimeEqual(book.tree().root(size), root)
  } catch (error) {
    if (error instanceof EvidenceProblem) return false
    throw error
  }
}

async function* entries(book: Book, size: number, signal: AbortSignal): AsyncGenerator<Part> {
  let prev: Uint8Array = new Uint8Array()
  for (let from = 0; from < size; from += ENTRIES_IN_PART) {
    await breathe()
    signal.throwIfAborted()
    const rows = readRows(book, from, Math.min(ENTRIES_IN_PART, size - from))
    for (const row of rows) {
      // What is no chain here would be none in the backup, and must not push out one that is.
      if (!constantTimeEqual(leafHash(row.bytes), row.leaf) || Buffer.compare(row.prev, prev) !== 0) throw new BackupProblem('ledger-damaged', '')
      prev = row.leaf
    }
    const content = rows.flatMap(({ bytes }) => [bytes, LF])
    yield { name: entriesName(from), size: content.reduce((sum, { length }) => sum + length, 0), content: [Buffer.concat(content)] }
  }
}

function readRows(book: Book, from: number, count: number): ReturnType<typeof rowsOf> {
  try {
    const rows = rowsOf(book.db, from, count)
    if (rows.length !== count || rows.some(({ seq }, i) => seq !== from + i)) throw new BackupProblem('ledger-damaged', '')
    return rows
  } catch (error) {
    throw damaged(error)
  }
}

const LF = Buffer.from('\n')
export const entriesName = (from: number): string => `database/entries-${String(from).padStart(12, '0')}.jsonl`

function lines(name: string, rows: readonly unknown[]): Part {
  const content = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return { name, size: content.length, content: [content] }
}

function damaged(error: unknown): unknown {
  const isDamage = error instanceof LedgerProblem || /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(sqliteCode(error) ?? '')
  return isDamage ? new BackupProblem('ledger-damaged', '', { cause: error }) : error
}
