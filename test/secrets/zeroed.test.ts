import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { realDisk } from '../../main/files/disk.ts'
import { openDatabase } from '../../main/ledger/database.ts'
import { Spills } from '../../main/packages/spills.ts'
import { VaultSecret } from '../../main/vault/vault-keys.ts'
import { offices } from '../main/vault/office.ts'
import { password } from '../main/vault/hanako.ts'
import { searchFor } from './search.ts'

const { office, recoveryKey } = offices()
const shelf = mkdtempSync(join(tmpdir(), 'azukari-zeroed-'))
afterAll(() => rmSync(shelf, { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())

/** Every secret of a vault that is made from now on, held so that one can look at it afterwards. */
function watchSecrets(): { held: () => Uint8Array[] } {
  const held = new Set<Uint8Array>()
  for (const purpose of ['databaseKey', 'blobKey', 'seal', 'unseal'] as const) {
    const real = VaultSecret.prototype[purpose] as (this: VaultSecret, ...with_: unknown[]) => unknown
    vi.spyOn(VaultSecret.prototype, purpose).mockImplementation(function (this: VaultSecret, ...how: unknown[]) {
      held.add(this.bytes)
      const made = real.apply(this, how)
      if (made instanceof Uint8Array) held.add(made)
      return made as never
    })
  }
  return { held: () => [...held] }
}
const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0)

test('when the vault is locked, its secret and every key made from it are zero', async () => {
  const { held } = watchSecrets()
  const { vault } = office()
  await vault.unlock('hanako', password)
  await vault.authenticate('hanako', password)
  await vault.keepSecret('mail-server 1', 'kaze-to-hikari-9!')
  expect(await vault.secretCalled('mail-server 1')).toBe('kaze-to-hikari-9!')
  const key = vault.blobKey(`blob-${'0'.repeat(32)}`)
  expect(held().some((bytes) => !isZero(bytes))).toBe(true)

  await vault.lock('asked')

  key.fill(0)
  expect(held().length).toBeGreaterThan(3)
  expect(held().filter((bytes) => !isZero(bytes))).toEqual([])
})

test.each(['the password', 'the recovery key'])('a vault that cannot be entered though %s was right leaves no secret behind', async (by) => {
  const { held } = watchSecrets()
  const { vault, home } = office()
  truncateSync(join(home, 'vault/vault.db'), 4096)

  expect(await (by === 'the password' ? vault.unlock('hanako', password) : vault.recover(recoveryKey(), 'hanako', 'a-new-password-for-hanako'))).toMatchObject({ outcome: 'damaged' })

  expect(held().length).toBeGreaterThan(0)
  expect(held().filter((bytes) => !isZero(bytes))).toEqual([])
})

test('the database is for its owner alone, keeps no temporary files and leaves nothing in unused pages', () => {
  const folder = mkdtempSync(join(shelf, 'database-'))
  const path = join(folder, 'vault.db')
  const db = openDatabase(path, randomBytes(32), { fresh: true })
  db.exec('CREATE TABLE a (x TEXT) STRICT')
  const said = Object.fromEntries(['temp_store', 'secure_delete', 'journal_mode', 'synchronous', 'locking_mode'].map((name) => [name, db.pragma(name, { simple: true })]))
  const files = readdirSync(folder)
  const modes = files.map((name) => statSync(join(folder, name)).mode & 0o777)
  db.close()

  expect(said).toEqual({ temp_store: 2, secure_delete: 1, journal_mode: 'wal', synchronous: 2, locking_mode: 'exclusive' })
  expect(files.toSorted()).toEqual(['vault.db', 'vault.db-wal'])
  expect(modes).toEqual([0o600, 0o600])
})

test('what is put aside while a package is read is encrypted, for its owner alone, under a name that nobody can know, and gone afterwards', async () => {
  const folder = mkdtempSync(join(shelf, 'aside-'))
  // As where a file that is open keeps its name: only the last removal succeeds.
  let open = true
  const spills = new Spills(join(folder, 'reading'), { ...realDisk, rm: (path, how) => (open ? Promise.reject(new Error('EBUSY')) : realDisk.rm(path, how)) })
  await spills.open().put(Buffer.from('髙橋 亮,架空町1番地'.repeat(1000)))
  const [name = ''] = readdirSync(folder)

  expect(name).toMatch(/^reading\..*-[0-9a-f]{8}\.part$/)
  expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
  expect(searchFor({ who: '髙橋 亮', where: '架空町1番地' }, [folder]).hits).toEqual([])
  open = false
  await spills.close()

  expect(readdirSync(folder)).toEqual([])
})
