import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Refusal } from '../../core/refusal.ts'
import { sayInEnglish } from '../../core/words/en.ts'
import { sayInJapanese } from '../../core/words/ja.ts'
import { openRealDesk } from '../../main/desk.ts'
import type { Db } from '../../main/ledger/database.ts'
import { roomsOf } from '../../main/vault/rooms.ts'
import { noScanner } from '../../main/viruses/no-scanner.ts'
import { cost } from '../main/vault/hanako.ts'
import { AFTERWARDS, filesOf, landedHomes, layOut, withDatabase } from './landed.ts'

const shelf = mkdtempSync(join(tmpdir(), 'azukari-newer-'))
afterAll(() => rmSync(shelf, { recursive: true, force: true }))
const landed = landedHomes().findLast(({ office }) => office === 'city')!

/** A home that today's program used once, so that nothing is left to migrate. */
async function usedToday(name: string): Promise<string> {
  const home = layOut(landed, join(shelf, name))
  const { desk, close } = await openRealDesk({ home, now: () => AFTERWARDS, idleClock: () => 0, cost, viruses: noScanner })
  await desk.vault.unlock(landed)
  await close()
  return home
}

const inDatabase = (change: (db: Db) => void) => (home: string): Promise<void> => withDatabase(home, landed.recoveryKey, (db) => change(db))
const note = (db: Db, name: string, value: (was: string) => string): void => {
  const was = db.prepare<[string], string>('SELECT value FROM about WHERE name = ?').pluck().get(name) as string
  db.prepare('UPDATE about SET value = ? WHERE name = ?').run(value(was), name)
}

test.each<[string, string, (home: string) => void | Promise<void>]>([
  ['whose tables have a newer form', 'vault.db: form 990', inDatabase((db) => { db.exec('CREATE TABLE later (x TEXT) STRICT'); db.pragma('user_version = 990') })],
  ['whose rows were made by a newer program', 'vault.db: projection 99', inDatabase((db) => note(db, 'projection', () => '99'))],
  ['that holds entries of a type from later', 'vault.db: entries seal-of-2031', inDatabase((db) => note(db, 'types', (was) => `${was} seal-of-2031`))],
  ['whose keyring has a newer version', 'keyring.json 7', (home) => writeFileSync(roomsOf(home).keyring, readFileSync(roomsOf(home).keyring, 'utf8').replace(/"version": \d+/, '"version": 7'))],
])('a home %s is refused by name, and not one byte of it changes', async (name, what, writeAsLater) => {
  const home = await usedToday(name)
  await writeAsLater(home)
  const before = filesOf(home)
  const { desk, close } = await openRealDesk({ home, now: () => AFTERWARDS, idleClock: () => 0, cost, viruses: noScanner })

  const refused = await desk.vault.unlock(landed).then(() => null, (error: unknown) => error)
  await close()

  expect(refused).toBeInstanceOf(Refusal)
  const [objection] = (refused as Refusal).objections
  expect(objection).toMatchObject({ code: 'vault-newer', facts: { what } })
  expect(sayInJapanese(objection!)).toMatch(/新しい版.*書いていません.*入れて/s)
  expect(sayInEnglish(objection!)).toMatch(/newer version.*written nothing.*Install/s)
  expect(filesOf(home)).toEqual(before)
})
