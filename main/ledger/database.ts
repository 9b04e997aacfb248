// oxlint-disable-next-line typescript/triple-slash-reference -- so that every room that imports this file sees the types
/// <reference path="./sqlite.d.ts" />
import { closeSync, openSync } from 'node:fs'
import { refusal } from '../../core/refusal.ts'
import Database from 'better-sqlite3-multiple-ciphers'

export type Db = Database.Database

/**
 * Opens the encrypted database at `path` with a raw 32-byte key (SQLCipher's page format, AES-256 and an HMAC on each page).
 * Throws SQLITE_BUSY when another program holds it, SQLITE_NOTADB or SQLITE_CORRUPT when it is damaged or the key is another's.
 */
export function openDatabase(path: string, key: Uint8Array, { fresh = false }: { fresh?: boolean } = {}): Db {
  // SQLite would make it, and the log beside it, readable for everybody who gets as far as its folder.
  if (fresh) closeSync(openSync(path, 'wx', 0o600))
  const db = new Database(path, { fileMustExist: true, timeout: 0 })
  try {
    unlock(db, key)
    // Before the first access, so that the lock is never given back until the database closes or the machine's system sees us die.
    db.pragma('locking_mode = EXCLUSIVE')
    // One sync per append, durable when it returns. A rollback journal needs EXTRA for that: with FULL a power cut can bring
    // back the journal of an append that was already answered.
    db.pragma('journal_mode = WAL')
    settle(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** The same database in memory, for tests and for comparing: empty, or as another was when its image was taken. */
export function memoryDatabase(image?: Buffer): Db {
  const db = new Database(image ?? ':memory:')
  settle(db)
  return db
}

/** The code of an error of SQLite (`SQLITE_BUSY` …), or nothing for any other. */
export function sqliteCode(error: unknown): string | undefined {
  return error instanceof Database.SqliteError ? error.code : undefined
}

/** Runs an act that writes; a full disk is a refusal that people understand. */
export function onDisk<T>(db: Db, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (sqliteCode(error) === 'SQLITE_FULL') throw refusal('disk-full', null, null, { path: db.name })
    throw error
  }
}

function unlock(db: Db, key: Uint8Array): void {
  if (key.length !== 32) throw new RangeError('the database wants a key of 32 bytes')
  db.pragma("cipher = 'sqlcipher'")
  // x'…' is a key as it is; anything else would be stretched like a password.
  const raw = Buffer.alloc(67)
  raw.write(`x'${Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('hex')}'`)
  db.key(raw)
  raw.fill(0)
}

function settle(db: Db): void {
  // FULL, not this build's default NORMAL under WAL: a receipt once printed must survive a power cut.
  db.pragma('synchronous = FULL')
  // What is written over or taken away is not left in pages that nobody uses.
  db.pragma('secure_delete = ON')
  // Temporary files would not be encrypted.
  db.pragma('temp_store = MEMORY')
  db.pragma('foreign_keys = ON')
  db.pragma('trusted_schema = OFF')
}
