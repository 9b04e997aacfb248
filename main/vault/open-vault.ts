import { accessSync, constants, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { refusal } from '../../core/refusal.ts'
import type { PublicKeys } from '../../core/vault/vault.ts'
import type { Head, How } from '../../core/world.ts'
import { checkWords } from '../../crypto/check-words.ts'
import { EvidenceProblem } from '../../crypto/evidence-problem.ts'
import { exportOrganisationKeys, fingerprint, importOrganisationKeys, type OrganisationKeys, type StoredKeys } from '../../crypto/organisation-keys.ts'
import { writePem } from '../../crypto/pem.ts'
import { codeOf } from '../files/disk.ts'
import { checkpointKeyId, LedgerProblem, type Projection } from '../ledger/book.ts'
import { type Db, openDatabase, sqliteCode } from '../ledger/database.ts'
import { doubtInThread } from '../ledger/doubt-thread.ts'
import { bringUpLedger } from '../ledger/bring-up.ts'
import { beginLedger, type OpenLedger, openLedger } from '../ledger/ledger.ts'
import { hasForm } from '../ledger/schema.ts'
import type { VaultSecret } from './vault-keys.ts'

/** What lies behind an open door. */
export interface OpenVault { secret: VaultSecret; keys: OrganisationKeys; ledger: OpenLedger; close(): void }

/** A fresh database with the organisation's keys and an empty ledger in it. */
export function furnish(path: string, secret: VaultSecret, keys: OrganisationKeys, projection: Projection): OpenVault {
  const db = withKey(secret, (key) => openDatabase(path, key, { fresh: true }))
  beginLedger(db, keys.checkpoint.privateKey)
  db.prepare('INSERT INTO secrets (name, value) VALUES (?, ?)').run('keys', JSON.stringify(exportOrganisationKeys(keys)))
  return opened(db, secret, keys, projection)
}

/**
 * Opens a database with a secret that is known to be right, so whatever SQLite cannot read is damage and not a wrong key.
 * `seen` is where the ledger stood when it was last locked. `isNewer`: it is sound, but a newer program wrote into it.
 */
export function enterVault(path: string, secret: VaultSecret, projection: Projection, seen: Head | null): OpenVault | { damaged: string; isNewer?: true } | 'in-use' {
  // SQLite takes an empty file for a new database and would begin to write it.
  if (!statSync(path, { throwIfNoEntry: false })?.size) return { damaged: 'vault.db' }
  let db: Db | null = null
  try {
    db = withKey(secret, (key) => openDatabase(path, key))
    const found = opened(db, secret, storedKeys(db), projection)
    if (!seen || isStillThere(db, seen)) return found
    db.close()
    return { damaged: 'vault.db: older than when it was last locked' }
  } catch (error) {
    db?.close()
    const code = sqliteCode(error)
    if (code === 'SQLITE_BUSY') return 'in-use'
    if (error instanceof LedgerProblem && error.code === 'ledger-newer') return { damaged: `vault.db: ${error.what}`, isNewer: true }
    if (error instanceof LedgerProblem) return { damaged: `vault.db: ${error.code}` }
    if (error instanceof EvidenceProblem || error instanceof SyntaxError) return { damaged: 'vault.db: keys' }
    // A place that may not be written is no damage, and nobody should restore a backup for it.
    if (code !== undefined && /^SQLITE_(CANTOPEN|READONLY)/.test(code) && !isWritable(path)) throw refusal('not-writable', null, null, { path })
    if (code !== undefined && /^SQLITE_(NOTADB|CORRUPT|CANTOPEN|ERROR|READONLY|IOERR_SHORT_READ)/.test(code)) return { damaged: 'vault.db' }
    if (codeOf(error) === 'ENOENT') return { damaged: 'vault.db' }
    throw error
  }
}

/**
 * After an update: makes the tables of a large office anew in pieces, before the vault is entered. Called off, it leaves everything as it was and says so by
 * its answer. Whatever else stands in the way, `enterVault` meets it again right afterwards and says it.
 */
export async function bringUpVault(path: string, secret: VaultSecret, projection: Projection, how: How<{ done: number; total: number }>): Promise<'called off' | undefined> {
  if (!statSync(path, { throwIfNoEntry: false })?.size) return undefined
  let db: Db | null = null
  try {
    db = withKey(secret, (key) => openDatabase(path, key))
    await bringUpLedger(db, { key: storedKeys(db).checkpoint.privateKey, projection }, how)
  } catch {
    if (how.signal.aborted) return 'called off'
  } finally {
    db?.close()
  }
  return undefined
}

export function publicKeysOf(keys: OrganisationKeys): PublicKeys {
  const printed = fingerprint(keys.root.certificate)
  return {
    rootPem: writePem('CERTIFICATE', keys.root.certificate),
    fingerprint: printed,
    checkpointKeyPem: keys.checkpoint.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    checkpointKeyId: checkpointKeyId(keys.checkpoint.publicKey),
    checkWords: checkWords(printed),
    encryptionPem: writePem('CERTIFICATE', keys.encryption.certificate),
  }
}

function withKey<T>(secret: VaultSecret, use: (key: Uint8Array) => T): T {
  const key = secret.databaseKey()
  try {
    return use(key)
  } finally {
    key.fill(0)
  }
}

function opened(db: Db, secret: VaultSecret, keys: OrganisationKeys, projection: Projection): OpenVault {
  const ledger = openLedger(db, { key: keys.checkpoint.privateKey, projection, hireDoubter: doubtInThread })
  return {
    secret, keys, ledger,
    close() {
      // Folds the write-ahead log into the file, so that a copy of the locked vault is one whole file.
      db.close()
      secret.forget()
    },
  }
}

function storedKeys(db: Db): OrganisationKeys {
  if (!hasForm(db)) throw new LedgerProblem('ledger-without-form')
  const stored = db.prepare<[string], string>('SELECT value FROM secrets WHERE name = ?').pluck().get('keys') as string | undefined
  if (stored === undefined) throw new LedgerProblem('ledger-without-form')
  return importOrganisationKeys(JSON.parse(stored) as StoredKeys)
}

function isStillThere(db: Db, { size, hash }: Head): boolean {
  if (size === 0) return true
  return db.prepare<[number], string>('SELECT lower(hex(leaf)) FROM entries WHERE seq = ?').pluck().get(size - 1) === hash
}

function isWritable(path: string): boolean {
  try {
    accessSync(dirname(path), constants.W_OK)
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}
