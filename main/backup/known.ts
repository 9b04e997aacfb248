import { createPublicKey } from 'node:crypto'
import { dirname } from 'node:path'
import type { KnownHead } from '../../core/backup/backup.ts'
import type { Instant } from '../../core/time.ts'
import type { Head } from '../../core/world.ts'
import { readCheckpoint } from '../../crypto/checkpoint.ts'
import { constantTimeEqual, toHex } from '../../crypto/digest.ts'
import { EvidenceProblem } from '../../crypto/evidence-problem.ts'
import type { Disk } from '../files/disk.ts'
import { exists } from '../files/draft.ts'
import { readSmall } from '../files/look.ts'
import { type Db, openDatabase } from '../ledger/database.ts'
import { readEntry } from '../ledger/entry-bytes.ts'
import { readKeyring } from '../vault/keyring.ts'
import { readLastSeen } from '../vault/last-seen.ts'
import type { Rooms } from '../vault/rooms.ts'
import { whoseSlot } from '../vault/slots.ts'
import type { VaultSecret } from '../vault/vault-keys.ts'
import type { AssembledLedger } from './assembly.ts'
import { backupsIn } from './generations.ts'
import type { Header } from './header.ts'
import { BackupProblem } from './problem.ts'

/** What lies where the vault is to be restored: nothing, the same vault, another one, or something that nobody can read. */
export type Present = 'none' | 'same' | 'another' | 'unreadable'

const MOST_WITNESS = 16 << 20

export async function presentIn(rooms: Rooms, secret: VaultSecret, disk: Disk): Promise<Present> {
  if (!(await exists(rooms.vault, disk))) return 'none'
  const keyring = await readKeyring(rooms.keyring).catch(() => null)
  if (!keyring || keyring.slots.length === 0) return 'unreadable'
  return keyring.slots.some((slot) => isOurs(secret, slot)) ? 'same' : 'another'
}

/** Everything that this machine can know of how long the ledger once was: the vault that lies here, the other backups beside this one, and a witness. */
export async function knownOf(order: { path: string; witness: string | null; rooms: Rooms; present: Present; secret: VaultSecret; header: Header; ledger: AssembledLedger }, disk: Disk): Promise<KnownHead[]> {
  const { path, witness, rooms, present, secret, header, ledger } = order
  const known: KnownHead[] = []
  if (present === 'same') {
    const lies = presentLedger(rooms, secret, header.entries - 1)
    const seen = await lastSeen(rooms, secret)
    if (lies) known.push({ source: 'present-vault', where: rooms.vault, entries: lies.head.size, at: lies.at, relation: toHead(ledger, lies.head, lies.leafAtOurs) })
    if (seen && seen.size > (lies?.head.size ?? 0)) known.push({ source: 'last-locked', where: rooms.keyring, entries: seen.size, at: null, relation: toHead(ledger, seen, null) })
  }
  for (const other of await backupsIn(dirname(path), disk).catch(() => [])) {
    if (other.vault !== header.vault || other.path === path) continue
    const relation = toCheckpoint(ledger, header, other.checkpoint)
    if (relation && relation !== 'contained') known.push({ source: 'newer-backup', where: other.name, entries: other.entries, at: other.madeAt, relation })
  }
  if (witness !== null) known.push(await witnessed(witness, header, ledger, disk))
  return known
}

function isOurs(secret: VaultSecret, slot: Parameters<typeof whoseSlot>[1]): boolean {
  try {
    return whoseSlot(secret, slot) !== null
  } catch {
    return false
  }
}

/** `theirs`: what the other ledger has where ours ends, when that can be known. */
function toHead(ledger: AssembledLedger, { size, hash }: Head, theirs: string | null): KnownHead['relation'] {
  if (size <= ledger.head.size) return size === 0 || ledger.leafAt(size - 1) === hash ? 'contained' : 'forked'
  return theirs === null || ledger.head.size === 0 || theirs === ledger.head.hash ? 'behind' : 'forked'
}

/** Null for a text that the key of this ledger did not sign. */
function toCheckpoint({ keys, tree }: AssembledLedger, { vault }: Header, text: string): KnownHead['relation'] | null {
  try {
    const { size, root } = readCheckpoint(text, { origin: vault, publicKey: createPublicKey(keys.checkpoint.privateKey) })
    if (size > tree.size) return 'behind'
    return constantTimeEqual(tree.root(size), root) ? 'contained' : 'forked'
  } catch (error) {
    if (error instanceof EvidenceProblem) return null
    throw error
  }
}

/** The ledger that lies here, as far as it can be read at all: it may be damaged, which is why one restores. */
function presentLedger(rooms: Rooms, secret: VaultSecret, ours: number): { head: Head; at: Instant | null; leafAtOurs: string | null } | null {
  const key = secret.databaseKey()
  let db: Db | null = null
  try {
    db = openDatabase(rooms.database, key)
    const last = db.prepare<[], { seq: number; leaf: Uint8Array; bytes: Uint8Array }>('SELECT seq, leaf, bytes FROM entries ORDER BY seq DESC LIMIT 1').get()
    const leaf = db.prepare<[number], Uint8Array>('SELECT leaf FROM entries WHERE seq = ?').pluck().get(ours) as Uint8Array | undefined
    return last ? { head: { size: last.seq + 1, hash: toHex(last.leaf) }, at: readEntry(last).at, leafAtOurs: leaf ? toHex(leaf) : null } : null
  } catch {
    return null
  } finally {
    key.fill(0)
    db?.close()
  }
}

async function lastSeen(rooms: Rooms, secret: VaultSecret): Promise<Head | null> {
  const keyring = await readKeyring(rooms.keyring)
  const seen = keyring ? readLastSeen(secret, keyring) : null
  return seen === 'altered' ? null : seen
}

/** A checkpoint as text, or in a JSON of ours (a document, 台帳整合証明) that carries one. */
async function witnessed(path: string, header: Header, ledger: AssembledLedger, disk: Disk): Promise<KnownHead> {
  const read = await readSmall(path, MOST_WITNESS, disk)
  if (read.outcome !== 'read') throw new BackupProblem('witness-not-ours', path)
  const text = checkpointIn(Buffer.from(read.bytes).toString('utf8'))
  const relation = text === null ? null : toCheckpoint(ledger, header, text)
  if (text === null || relation === null) throw new BackupProblem('witness-not-ours', path)
  return { source: 'witness', where: path, entries: Number(text.split('\n')[1]), at: null, relation }
}

function checkpointIn(text: string): string | null {
  if (text.startsWith('azukari/')) return text
  try {
    return firstIn(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function firstIn(value: unknown, depth = 0): string | null {
  if (typeof value === 'string') return value.startsWith('azukari/') && value.includes('\n') ? value : null
  if (typeof value !== 'object' || value === null || depth > 8) return null
  for (const each of Object.values(value)) {
    const found = firstIn(each, depth + 1)
    if (found !== null) return found
  }
  return null
}
