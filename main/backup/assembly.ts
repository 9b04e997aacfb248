import { createPublicKey } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import * as z from 'zod'
import type { Head } from '../../core/world.ts'
import { readCheckpoint } from '../../crypto/checkpoint.ts'
import { constantTimeEqual, toHex } from '../../crypto/digest.ts'
import { EvidenceProblem } from '../../crypto/evidence-problem.ts'
import { leafHash, MerkleTree } from '../../crypto/merkle.ts'
import { importOrganisationKeys, type OrganisationKeys, type StoredKeys } from '../../crypto/organisation-keys.ts'
import type { Disk } from '../files/disk.ts'
import { syncFolder } from '../files/draft.ts'
import { logOf } from '../ledger/book.ts'
import { type Db, openDatabase, sqliteCode } from '../ledger/database.ts'
import { readKept } from '../ledger/entry-bytes.ts'
import { beginLedger } from '../ledger/ledger.ts'
import { inside } from '../vault/rooms.ts'
import type { VaultSecret } from '../vault/vault-keys.ts'
import type { Header } from './header.ts'
import { entriesName } from './ledger-parts.ts'
import { asBackupProblem, BackupProblem, onTarget } from './problem.ts'
import { type Taker, whole } from './read.ts'
import type { Member } from './tar.ts'

/** `files`: whether sealed files are written, or only read and hashed. `onLedger` is told when all of the ledger stands, before any file does. */
export interface Site { backup: string; header: Header; secret: VaultSecret; folder: string; files: boolean; disk: Disk; onLedger?: (ledger: AssembledLedger) => Promise<void> }
export interface AssembledLedger { head: Head; tree: MerkleTree; keys: OrganisationKeys; leafAt(seq: number): string | null }
export interface Assembly extends Taker { end(): Promise<AssembledLedger>; close(): void }

const MOST_LINES = 1 << 30
const Secret = z.strictObject({ name: z.string(), value: z.string() })
const Checkpoint = z.strictObject({ size: z.number().int().positive(), text: z.string() })
const View = z.strictObject({ person: z.string(), ledger: z.string(), name: z.string(), value: z.string() })

/**
 * Puts a vault together in a folder of its own, part by part. Every entry is hashed again, follows the one before, and all together have the
 * root that the header's checkpoint signs; what does not is a damaged backup. What lies in the folder after a failure is the caller's to remove.
 */
export function assemble({ backup, header, secret, folder, files, disk, onLedger = async () => {} }: Site): Assembly {
  const rooms = inside(folder)
  const tree = new MerkleTree()
  let db: Db | null = null
  let keys: OrganisationKeys | null = null
  let last: Uint8Array = new Uint8Array()
  let ledger: AssembledLedger | null = null
  const damaged = (cause?: unknown): BackupProblem => new BackupProblem('backup-damaged', backup, { cause })

  async function take(part: Member): Promise<void> {
    if (part.name === 'database/secrets.jsonl') return begin(linesOf(await whole(part, backup, MOST_LINES), Secret))
    if (!db || !keys) throw damaged()
    if (part.name.startsWith('database/entries-')) return takeEntries(part, db)
    if (part.name === 'database/checkpoints.jsonl') return takeCheckpoints(linesOf(await whole(part, backup, MOST_LINES), Checkpoint), db, keys)
    if (part.name === 'database/ledger_views.jsonl') return takeViews(linesOf(await whole(part, backup, MOST_LINES), View), db)
    ledger ??= await finishLedger()
    if (part.name === 'secrets.json') return writeFile(rooms.secrets, part.content)
    if (files) return writeFile(join(rooms.blobs, part.name.slice('blobs/'.length)), part.content)
    for await (const _piece of part.content) { /* Hashed on its way. */ }
  }

  function begin(secrets: z.infer<typeof Secret>[]): void {
    const stored = secrets.find(({ name }) => name === 'keys')
    if (db || !stored) throw damaged()
    keys = importOrganisationKeys(JSON.parse(stored.value) as StoredKeys)
    if (logOf(keys.checkpoint.privateKey) !== header.vault) throw new BackupProblem('wrong-vault', backup)
    const key = secret.databaseKey()
    try {
      db = openDatabase(rooms.database, key, { fresh: true })
    } finally {
      key.fill(0)
    }
    beginLedger(db, keys.checkpoint.privateKey)
    const put = db.prepare('INSERT INTO secrets (name, value) VALUES (?, ?)')
    for (const { name, value } of secrets) put.run(name, value)
  }

  async function takeEntries(part: Member, into: Db): Promise<void> {
    if (part.name !== entriesName(tree.size)) throw damaged()
    const bytes = await whole(part, backup, MOST_LINES)
    const insert = into.prepare('INSERT INTO entries (seq, prev, leaf, bytes) VALUES (?, ?, ?, ?)')
    into.transaction(() => {
      for (const line of linesIn(bytes)) {
        const { seq, log, prev } = readKept(line)
        if (seq !== tree.size || log !== header.vault || prev !== toHex(last)) throw damaged()
        const leaf = leafHash(line)
        insert.run(seq, last, leaf, line)
        tree.append(leaf)
        last = leaf
      }
    }).immediate()
    await breathe()
  }

  function takeCheckpoints(checkpoints: z.infer<typeof Checkpoint>[], into: Db, { checkpoint }: OrganisationKeys): void {
    const insert = into.prepare('INSERT INTO checkpoints (size, text) VALUES (?, ?)')
    into.transaction(() => {
      for (const { size, text } of checkpoints) {
        requireRoot(text, size, checkpoint.privateKey)
        insert.run(size, text)
      }
    }).immediate()
  }

  function takeViews(views: z.infer<typeof View>[], into: Db): void {
    const insert = into.prepare('INSERT INTO ledger_views (person, ledger, name, value) VALUES (?, ?, ?, ?)')
    for (const { person, ledger: of, name, value } of views) insert.run(person, of, name, value)
  }

  function requireRoot(text: string, size: number, key: OrganisationKeys['checkpoint']['privateKey']): void {
    const said = readCheckpoint(text, { origin: header.vault, publicKey: createPublicKey(key) })
    if (said.size !== size || size > tree.size || !constantTimeEqual(said.root, tree.root(size))) throw damaged()
  }

  async function finishLedger(): Promise<AssembledLedger> {
    if (!db || !keys || tree.size !== header.entries) throw damaged()
    requireRoot(header.checkpoint, header.entries, keys.checkpoint.privateKey)
    const leaf = db.prepare<[number], string>('SELECT lower(hex(leaf)) FROM entries WHERE seq = ?').pluck()
    const done: AssembledLedger = { head: { size: tree.size, hash: toHex(last) }, tree, keys, leafAt: (seq) => (leaf.get(seq) as string | undefined) ?? null }
    await onLedger(done)
    return done
  }

  async function writeFile(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    const file = await onTarget(path, () => disk.open(path, 'wx', 0o600))
    try {
      for await (const piece of content) for (let put = 0; put < piece.length;) put += (await onTarget(path, () => file.write(piece, put, piece.length - put))).bytesWritten
      await onTarget(path, () => file.sync())
    } finally {
      await file.close()
    }
  }

  return {
    take: async (part) => {
      try {
        await take(part)
      } catch (error) {
        throw told(error, backup, folder)
      }
    },
    async end() {
      const done = (ledger ??= await finishLedger())
      if (files) await onTarget(folder, () => syncFolder(rooms.blobs, disk))
      return done
    },
    close: () => db?.close(),
  }
}

/** Lines that are no JSON of ours, or that the tables do not take, are damage; a full disk is not. */
function told(error: unknown, backup: string, folder: string): unknown {
  const code = sqliteCode(error)
  if (code === 'SQLITE_FULL') return new BackupProblem('disk-full', folder, { cause: error })
  if (code?.startsWith('SQLITE_IOERR')) return new BackupProblem('disk-failed', folder, { cause: error })
  const isDamage = code?.startsWith('SQLITE_CONSTRAINT') || error instanceof SyntaxError || error instanceof z.ZodError || (error instanceof TypeError && 'code' in error) || error instanceof EvidenceProblem
  return isDamage ? new BackupProblem('backup-damaged', backup, { cause: error }) : asBackupProblem(error, backup)
}

const linesOf = <T>(bytes: Buffer, schema: z.ZodType<T>): T[] => [...linesIn(bytes)].map((line) => schema.parse(JSON.parse(line.toString('utf8'))))

function* linesIn(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at)
    if (end === -1) throw new SyntaxError('a line without an end')
    yield bytes.subarray(at, end)
    at = end + 1
  }
}
