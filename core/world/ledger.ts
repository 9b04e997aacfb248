import type { Witness } from '../documents/header.ts'
import type { ConsistencyFile } from '../city/witnessed.ts'
import type { Entry, NewEntry } from '../ledger/entry.ts'
import type { Kind, Reading } from '../ledger/shelf.ts'
import type { RowsQuery } from '../ledgers/query.ts'
import type { How } from './how.ts'

/** Where the ledger stands: its length, and the hash of its last entry ('' when empty). */
export interface Head { size: number; hash: string }

/** Append-only, atomic, asynchronous: the same promise from a file on this machine and from a server. */
export interface Ledger {
  /** The projections as of `head`. One reading is one moment: nothing changes under it. */
  read(): Promise<{ head: Head; reading: Reading }>
  /** All entries or none. `false` when another writer came first: read again, check the rules again, try again. */
  append(entries: readonly NewEntry[], after: Head): Promise<Head | false>
  entries(from: number, count: number): Promise<Entry[]>
  /** Rows of a ledger (台帳; core/ledgers): how many there are, the ids of some of them in order, and the reading that they are shown from. */
  rows(query: RowsQuery, from: number, count: number): Promise<{ total: number; ids: string[]; reading: Reading }>
  /** What stands in a column among the rows of the query's contract: how often, and the id of a row where it stands; the most frequent first. */
  choices(query: RowsQuery, column: string, most: number): Promise<{ choices: { id: string; count: number }[]; reading: Reading }>
  /** The entries that put a thing on the shelf, changed it or spoke of it, oldest first. */
  touching(kind: Kind, id: string): Promise<Entry[]>
  /** Some entries as they were hashed, each with its proof below one signed checkpoint of now (RFC 6962 §2.1.1). */
  extract(seqs: readonly number[]): Promise<LedgerExtract>
  /** A signed checkpoint of now, and the proof that entry `seq` (counted from 0) lies below it. */
  witness(seq: number): Promise<Witness>
  /**
   * A signed checkpoint of now; of every checkpoint ever issued, by its size, the proof that this one continues it (RFC 6962 §2.1.2); and the entries by which
   * a ledger that was restored says so, each with its proof below the checkpoint.
   */
  consistency(): Promise<Pick<ConsistencyFile, 'checkpoint' | 'proofs' | 'restorings'>>
  verify(how: How<{ done: number; total: number }>): Promise<{ size: number; root: string; checkpoint: string; problems: { seq: number; what: string }[] }>
  /** Entries, checkpoint and proofs as files in a new folder; returns the files' names. */
  exportTo(folder: string, how: How<{ done: number; total: number }>): Promise<{ files: string[]; size: number; root: string }>
}

/** Part of a ledger for whoever has not the whole. `lines` may be read once. */
export interface LedgerExtract { log: string; size: number; root: string; checkpoint: string; publicKeyPem: string; lines: AsyncIterable<{ seq: number; entry: Uint8Array; leafHash: string; proof: string[] }> }
