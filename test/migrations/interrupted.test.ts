import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { project, PROJECTION_VERSION } from '../../core/ledger/project.ts'
import { importOrganisationKeys, type StoredKeys } from '../../crypto/organisation-keys.ts'
import type { Projection } from '../../main/ledger/book.ts'
import type { Db } from '../../main/ledger/database.ts'
import { openLedger } from '../../main/ledger/ledger.ts'
import { landedHomes, layOut, lookInto } from './landed.ts'

const shelf = mkdtempSync(join(tmpdir(), 'azukari-interrupted-'))
afterAll(() => rmSync(shelf, { recursive: true, force: true }))
const [oldest] = landedHomes()
const quietly = { signal: new AbortController().signal, onProgress: () => {} }

test('an older home whose bringing up fails at any entry is as it was, and comes up the next time', async () => {
  const home = layOut(oldest!, join(shelf, 'home'))
  await lookInto(home, oldest!.recoveryKey, async (db) => {
    const key = importOrganisationKeys(JSON.parse(db.prepare<[string], string>('SELECT value FROM secrets WHERE name = ?').pluck().get('keys') as string) as StoredKeys).checkpoint.privateKey
    const before = everythingIn(db)
    for (let failing = 1; failing <= oldest!.size; failing += 7) {
      expect(() => openLedger(db, { key, projection: failingAt(failing) })).toThrow('pulled')
      expect(everythingIn(db)).toEqual(before)
    }

    const ledger = openLedger(db, { key, projection: { version: PROJECTION_VERSION, project } })

    expect(ledger.head()).toEqual({ size: oldest!.size, hash: oldest!.head })
    expect((await ledger.verify(quietly)).problems).toEqual([])
  })
})

/** The plug is pulled while this entry is projected. */
function failingAt(n: number): Projection {
  let seen = 0
  return { version: PROJECTION_VERSION, project: (entry, paper) => {
    if (++seen === n) throw new Error('pulled')
    project(entry, paper)
  } }
}

/** The form, and each row of each table. */
function everythingIn(db: Db): unknown {
  const tables = db.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name").all()
  const rows = tables.filter(({ sql }) => /^CREATE TABLE/i.test(sql.trim())).map(({ name }) => [name, db.prepare(`SELECT * FROM ${name}`).all()])
  return { form: db.pragma('user_version', { simple: true }), tables, rows }
}
