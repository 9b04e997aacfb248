import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { readCheckpoint } from '../../../crypto/checkpoint.ts'
import { verifyInclusion } from '../../../crypto/merkle.ts'
import { logOf } from '../../../main/ledger/book.ts'
import { type Db, memoryDatabase } from '../../../main/ledger/database.ts'
import { beginLedger, openLedger } from '../../../main/ledger/ledger.ts'
import { keepSticks, signedIn, strangeStick } from './entries.ts'

const quietly = { signal: new AbortController().signal, onProgress: () => {} }
const hex = (text: string) => Buffer.from(text, 'hex')

/** Five entries, witnessed after the third, and the database below them. */
async function office() {
  const key = generateKeyPairSync('ed25519').privateKey
  const db = memoryDatabase()
  beginLedger(db, key)
  const open = () => openLedger(db, { key, projection: { version: 1, project: keepSticks } })
  const ledger = open()
  const head = await ledger.append([signedIn(), strangeStick('S-1'), strangeStick('S-2')], { size: 0, hash: '' })
  await ledger.witness(2)
  if (head) await ledger.append([strangeStick('S-3'), signedIn()], head)
  return { db, key, ledger, open }
}

/** Somebody who holds the key takes the guards away, does his deed, and puts them back. */
function pastTheGuards(db: Db, deed: string): void {
  const guards = db.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`)
  db.exec(deed)
  for (const { sql } of guards) db.exec(sql)
}

test('an honest ledger verifies, says how far it has come, and signs for what it found', async () => {
  const { ledger, key } = await office()
  const progress: number[] = []

  const found = await ledger.verify({ ...quietly, onProgress: ({ done }) => progress.push(done) })

  expect(found).toMatchObject({ size: 5, problems: [] })
  expect(progress.at(-1)).toBe(5)
  const said = readCheckpoint(found.checkpoint, { origin: logOf(key), publicKey: createPublicKey(key) })
  expect(said.size).toBe(5)
  expect(Buffer.from(said.root).toString('hex')).toBe(found.root)
})

test('a witness proves its entry below the newest checkpoint, and the same state is signed for once', async () => {
  const { ledger, key, db } = await office()

  const witness = await ledger.witness(1)

  const { size, root } = readCheckpoint(witness.checkpoint, { origin: logOf(key), publicKey: createPublicKey(key) })
  expect(verifyInclusion({ leaf: hex(witness.leafHash), index: 1, size, proof: witness.proof.map(hex), root })).toBe(true)
  expect(size).toBe(5)
  expect((await ledger.witness(4)).checkpoint).toBe(witness.checkpoint)
  expect(db.prepare('SELECT size FROM checkpoints').pluck().all()).toEqual([3, 5])
  await expect(ledger.witness(5)).rejects.toHaveProperty('code', 'entry-missing')
})

test.each([
  ['changes an entry', "UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), 'S-1', 'S-9') AS BLOB) WHERE seq = 1"],
  ['takes an entry out', 'DELETE FROM entries WHERE seq = 1'],
  ['takes the last entry', 'DELETE FROM entries WHERE seq = 4'],
  ['puts another before the end', "INSERT INTO entries VALUES (7, x'', zeroblob(32), x'00')"],
  ['writes over an entry', "INSERT OR REPLACE INTO entries VALUES (1, (SELECT leaf FROM entries WHERE seq = 0), zeroblob(32), x'00')"],
  ['forges a follower', "INSERT INTO entries VALUES (5, zeroblob(32), zeroblob(32), x'00')"],
  ['takes a checkpoint back', 'DELETE FROM checkpoints'],
  ['signs for less', "INSERT INTO checkpoints VALUES (2, 'x')"],
])('the guards stop a slip that %s', async (_, deed) => {
  const { db } = await office()

  expect(() => db.exec(deed)).toThrow(/stays|never changes|follows/)
})

test.each([
  ['an altered entry', "UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), 'S-1', 'S-9') AS BLOB) WHERE seq = 1", ['1 bytes-changed', '1 kept-differs:medium', '1 kept-differs:medium']],
  ['a missing entry', 'DELETE FROM entries WHERE seq = 1', ['1 missing', '2 chain-broken', '2 checkpoint-differs', '1 kept-differs:medium']],
  ['an entry that is no longer JSON', "UPDATE entries SET bytes = x'7b' WHERE seq = 1", ['1 bytes-changed', '1 not-as-written', '-1 kept-unmakeable']],
  ['another spelling of an entry', "UPDATE entries SET bytes = CAST(bytes || x'20' AS BLOB) WHERE seq = 4", ['4 bytes-changed', '4 not-as-written']],
  ['an altered leaf', 'UPDATE entries SET leaf = zeroblob(32) WHERE seq = 2', ['2 bytes-changed', '3 chain-broken', '2 checkpoint-differs']],
  ['an altered link', "UPDATE entries SET prev = zeroblob(32) WHERE seq = 3", ['3 chain-broken', '3 not-as-written']],
  ['a checkpoint of nobody', "UPDATE checkpoints SET text = 'trust me'", ['2 checkpoint-not-ours']],
  ['a checkpoint in the wrong place', 'UPDATE checkpoints SET size = 2', ['1 checkpoint-not-ours']],
  ['a table that says more than the entries', `INSERT INTO kept (kind, id, value, seq) VALUES ('medium', 'S-7', '{}', 4)`, ['4 kept-differs:medium']],
  ['a table that says less', "DELETE FROM kept WHERE id = 'S-3'", ['3 kept-differs:medium']],
  ['a table that says otherwise', "UPDATE kept SET value = '{}' WHERE id = 'S-2'", ['2 kept-differs:medium']],
])('past the guards, %s is found', async (_, deed, problems) => {
  const { db, ledger } = await office()

  pastTheGuards(db, deed)

  expect((await ledger.verify(quietly)).problems.map(({ seq, what }) => `${seq} ${what}`).toSorted()).toEqual(problems.toSorted())
})

test('a guard that is gone is found, and one that was added', async () => {
  const { db, ledger } = await office()

  db.exec('DROP TRIGGER entries_stay; CREATE TRIGGER extra AFTER INSERT ON entries BEGIN DELETE FROM kept; END')

  expect((await ledger.verify(quietly)).problems.map((p) => p.what)).toEqual(['guard-altered:entries_stay', 'guard-altered:extra'])
})

test('a chain that was rewritten from the middle on is caught by the checkpoint that spoke of it, and is not signed for', async () => {
  const { db, key, open } = await office()
  const other = await office()
  const rows = other.db.prepare<[], { seq: number; prev: Uint8Array; leaf: Uint8Array; bytes: Uint8Array }>('SELECT * FROM entries').all()
  const rewritten = memoryDatabase()
  beginLedger(rewritten, key)
  const forged = openLedger(rewritten, { key, projection: { version: 1, project: keepSticks } })
  await forged.append([signedIn(), strangeStick('S-1'), strangeStick('S-8'), strangeStick('S-3'), signedIn()], { size: 0, hash: '' })
  const forgedRows = rewritten.prepare<[], (typeof rows)[number]>('SELECT * FROM entries').all()

  pastTheGuards(db, 'DELETE FROM entries; DELETE FROM kept')
  for (const row of forgedRows) db.prepare('INSERT INTO entries VALUES (?, ?, ?, ?)').run(row.seq, row.prev, row.leaf, row.bytes)
  const ledger = open()
  ledger.rebuild()

  expect((await ledger.verify(quietly)).problems).toEqual([{ seq: 2, what: 'checkpoint-differs' }])
  await expect(ledger.witness(0)).rejects.toHaveProperty('code', 'ledger-forked')
})

test('a ledger with fewer entries than it once signed for does not open', async () => {
  const { db, open } = await office()

  pastTheGuards(db, 'DELETE FROM entries WHERE seq > 0')

  expect(open).toThrow('ledger-cut')
})

test('a ledger does not open with the key of another', async () => {
  const { db } = await office()

  expect(() => openLedger(db, { key: generateKeyPairSync('ed25519').privateKey, projection: { version: 1, project: keepSticks } })).toThrow('ledger-of-another-key')
  expect(() => openLedger(memoryDatabase(), { key: generateKeyPairSync('ed25519').privateKey, projection: { version: 1, project: keepSticks } })).toThrow('ledger-without-form')
})

test('a newer way of reading the entries fills the tables anew when the ledger opens', async () => {
  const { db, key } = await office()

  const newer = openLedger(db, { key, projection: { version: 2, project: (entry, shelf) => keepSticks({ ...entry, seq: entry.seq + 100 }, shelf) } })

  expect(newer.now().list('medium')).toEqual([{ no: 'S-1', seenAt: 101 }, { no: 'S-2', seenAt: 102 }, { no: 'S-3', seenAt: 103 }])
})

test('entries that are appended while one verifies are verified with the rest', async () => {
  const { ledger } = await office()
  let head = ledger.head()
  const many = await ledger.append(Array.from({ length: 600 }, () => signedIn()), head)
  if (many) head = many

  const verifying = ledger.verify(quietly)
  await ledger.append([strangeStick('S-9')], head)

  expect(await verifying).toMatchObject({ size: 606, problems: [] })
})

test('verifying stops when it is cancelled', async () => {
  const { ledger } = await office()
  const office2 = new AbortController()

  const verifying = ledger.verify({ signal: office2.signal, onProgress: () => office2.abort() })

  await expect(verifying).rejects.toHaveProperty('name', 'AbortError')
})
