import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Instant, instantOf } from '../../core/time.ts'
import { unwrapKeyByRecovery } from '../../crypto/key-wrap.ts'
import { type Db, openDatabase } from '../../main/ledger/database.ts'
import type { EntryRow } from '../../main/ledger/book.ts'
import type { Keyring } from '../../main/vault/keyring.ts'
import { roomsOf } from '../../main/vault/rooms.ts'
import { VaultSecret } from '../../main/vault/vault-keys.ts'
import { layOutHome } from '../fixtures/homes/squeeze.ts'

/** What a version said of a home that it left behind; `size`, `head` and `root` are its ledger's. */
export interface Landed {
  name: string
  office: 'contractor' | 'city'
  loginId: string
  password: string
  recoveryKey: string
  projection: number
  size: number
  head: string
  root: string
  hashes: string
  types: string[]
}

const folder = new URL('../fixtures/homes/', import.meta.url).pathname

/** Every home that was kept, oldest version first. */
export function landedHomes(): Landed[] {
  const versions = readdirSync(folder).filter((name) => name.endsWith('.json')).toSorted((a, b) => Number.parseInt(a) - Number.parseInt(b))
  return versions.flatMap((file) => {
    const about = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<Landed['office'], Omit<Landed, 'name' | 'office'>>
    return (['contractor', 'city'] as const).map((office) => ({ name: file.replace('.json', ''), office, ...about[office] }))
  })
}

/** Lays a home out as the version left it. */
export function layOut({ name, office }: Pick<Landed, 'name' | 'office'>, home: string): string {
  layOutHome(readFileSync(join(folder, `${name}.${office}.home`)), home)
  return home
}

/** After everything that happened in those homes. */
export const AFTERWARDS: Instant = instantOf('2027-06-01T10:00:00+09:00')

/** Looks into a locked home's database by its recovery key, in a copy: the home is not touched. */
export async function lookInto<T>(home: string, recoveryKey: string, look: (db: Db, secret: VaultSecret) => T | Promise<T>): Promise<T> {
  const copy = mkdtempSync(join(tmpdir(), 'azukari-look-'))
  try {
    cpSync(home, copy, { recursive: true })
    return await withDatabase(copy, recoveryKey, look)
  } finally {
    rmSync(copy, { recursive: true })
  }
}

/** Opens a locked home's database itself, below everything that guards it. */
export async function withDatabase<T>(home: string, recoveryKey: string, use: (db: Db, secret: VaultSecret) => T | Promise<T>): Promise<T> {
  const { recovery } = JSON.parse(readFileSync(roomsOf(home).keyring, 'utf8')) as Keyring
  const secret = new VaultSecret(unwrapKeyByRecovery(recovery, recoveryKey) ?? undefined)
  const db = openDatabase(roomsOf(home).database, secret.databaseKey())
  try {
    return await use(db, secret)
  } finally {
    db.close()
  }
}

export const entriesIn = (db: Db, size = 2 ** 31): EntryRow[] => db.prepare<[number], EntryRow>('SELECT seq, prev, leaf, bytes FROM entries WHERE seq < ? ORDER BY seq').all(size)
export const checkpointsIn = (db: Db): { size: number; text: string }[] => db.prepare<[], { size: number; text: string }>('SELECT size, text FROM checkpoints ORDER BY size').all()

/** Path and SHA-256 of each file of a home. */
export function filesOf(home: string): Record<string, string> {
  const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).toSorted()
  return Object.fromEntries(files.map((path) => [path.slice(home.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]))
}
