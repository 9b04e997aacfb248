import { createPublicKey, type KeyObject } from 'node:crypto'
import type { Entry } from '../../core/ledger/entry.ts'
import type { Shelf } from '../../core/ledger/shelf.ts'
import type { Tree } from '../../crypto/merkle.ts'
import { fingerprintOfPublicKey } from '../../crypto/organisation-keys.ts'
import type { Db } from './database.ts'
import type { LedgerShelves } from '../ledgers/ledger-shelves.ts'
import type { Doubter } from './doubter.ts'
import type { KeptTable } from './kept-table.ts'
import type { OccurringTypes } from './occurring-types.ts'

/**
 * How entries become what screens read. A higher version than the one the table was filled by fills it anew, unless the ledger holds no entry
 * of the types that are projected otherwise since.
 */
export interface Projection { version: number; project(entry: Entry, shelf: Shelf): void; changedSince?(version: number): readonly string[] | 'all' }

/** What the ledger's own files pass around among themselves: the database, where it stands, and who signs. */
export interface Book {
  readonly db: Db
  /** The log's name, the first line of its checkpoints and a member of each entry. */
  readonly log: string
  /** Ed25519. */
  readonly key: KeyObject
  readonly kept: KeptTable
  readonly shelves: LedgerShelves
  readonly types: OccurringTypes
  readonly projection: Projection
  size(): number
  tree(): Tree
  /** Somebody to doubt all of it. */
  hireDoubter(): Promise<Doubter>
}

export interface EntryRow { seq: number; prev: Uint8Array; leaf: Uint8Array; bytes: Uint8Array }

/** What a ledger found wrong with itself; anything else that it throws is the world's or a bug. */
export class LedgerProblem extends Error {
  override readonly name = 'LedgerProblem'
  readonly code: 'ledger-without-form' | 'ledger-of-another-key' | 'ledger-cut' | 'ledger-forked' | 'ledger-newer' | 'entry-missing'
  /** What a newer program wrote, where that is the problem. */
  readonly what: string

  constructor(code: LedgerProblem['code'], what = '') {
    super(code)
    this.code = code
    this.what = what
  }
}

/** The short name of a checkpoint key: 16 hex digits of the SHA-256 of its SubjectPublicKeyInfo. */
export function checkpointKeyId(key: KeyObject): string {
  return fingerprintOfPublicKey(key.type === 'private' ? createPublicKey(key) : key).slice(0, 16)
}

/** The log that belongs to a checkpoint key: one key, one log, so that whoever has the registered key knows the name. */
export function logOf(key: KeyObject): string {
  return `azukari/${checkpointKeyId(key)}`
}

/** Entries `from` … in order, at most `count`. */
export function rowsOf(db: Db, from: number, count: number): EntryRow[] {
  return db.prepare<[number, number], EntryRow>('SELECT seq, prev, leaf, bytes FROM entries WHERE seq >= ? ORDER BY seq LIMIT ?').all(from, count)
}
