import { generateKeyPairSync } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { project, PROJECTION_VERSION } from '../../../core/ledger/project.ts'
import type { NewEntry } from '../../../core/ledger/entry.ts'
import type { Medium } from '../../../core/media/medium.ts'
import { type Db, memoryDatabase } from '../../../main/ledger/database.ts'
import { beginDoubtThread, doubterOn, doubtInThread } from '../../../main/ledger/doubt-thread.ts'
import { type Doubter, doubtHere } from '../../../main/ledger/doubter.ts'
import { pack, unpack } from '../../../main/ledger/doubt-task.ts'
import { beginLedger, openLedger } from '../../../main/ledger/ledger.ts'
import { nine, sato, signedIn } from './entries.ts'

const quietly = { signal: new AbortController().signal, onProgress: () => {} }
const stick = (no: string, serial = `AZ-${no}`): NewEntry => ({ type: 'medium-registered', at: nine, by: sato, data: { medium: { no, type: 'USBメモリ', maker: '', model: '𠮷', serial, capacityBytes: 16e9, owner: '乙', ownerNo: '', storagePlace: '棚', lockType: '鍵', keyHolder: '佐藤', state: '保管', registeredAt: nine } as unknown as Medium } })

/** One thread for all that do not end it: to begin one takes a second when its rooms must first be translated. */
const shared = beginDoubtThread('nobody’s')
afterAll(async () => (await shared)?.dismiss())
async function sharedThread({ log }: { log: string }): Promise<Doubter> {
  const thread = await shared
  if (!thread) throw new Error('no thread')
  await thread.begin(log)
  return { ...doubterOn(thread), dismiss: async () => {} }
}

/** Two sticks, a signature, another stick, somebody coming in; and who doubts it. */
async function office(hire: (book: Parameters<typeof doubtHere>[0]) => Doubter | Promise<Doubter>, deed = '', more = 0) {
  const key = generateKeyPairSync('ed25519').privateKey
  const db = memoryDatabase()
  beginLedger(db, key)
  const ledger = openLedger(db, { key, projection: { version: PROJECTION_VERSION, project }, hireDoubter: hire })
  const head = await ledger.append([signedIn(), stick('M-1'), stick('M-2')], { size: 0, hash: '' })
  await ledger.witness(2)
  if (head) await ledger.append([stick('M-3'), signedIn()], head)
  if (more > 0) await ledger.append(Array.from({ length: more }, () => signedIn()), ledger.head())
  if (deed) pastTheGuards(db, deed)
  return { db, ledger }
}

/** Somebody who holds the key takes the guards away, does his deed, and puts them back. */
function pastTheGuards(db: Db, deed: string): void {
  const guards = db.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`)
  db.exec(deed)
  for (const { sql } of guards) db.exec(sql)
}

const said = (problems: readonly { seq: number; what: string }[]) => problems.map(({ seq, what }) => `${seq} ${what}`).toSorted()

test('a thread finds an honest ledger sound, and says how far it has come', async () => {
  const { ledger } = await office(sharedThread)
  const progress: number[] = []

  expect(await ledger.verify({ ...quietly, onProgress: ({ done }) => progress.push(done) })).toMatchObject({ size: 5, problems: [] })

  expect(progress.at(-1)).toBe(5)
})

test.each([
  ['a flipped byte', "UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), 'AZ-M-1', 'AZ-M-9') AS BLOB) WHERE seq = 1", '1 bytes-changed'],
  ['a missing entry', 'DELETE FROM entries WHERE seq = 1', '1 missing'],
  ['two entries in each other’s place', 'UPDATE entries SET seq = -1 WHERE seq = 1; UPDATE entries SET seq = 1 WHERE seq = 2; UPDATE entries SET seq = 2 WHERE seq = -1', '1 chain-broken'],
  ['fewer entries than were signed for', 'DELETE FROM entries WHERE seq > 1', '2 checkpoint-differs'],
  ['an entry that is no longer JSON', "UPDATE entries SET bytes = x'7b' WHERE seq = 1", '-1 kept-unmakeable'],
  ['another spelling of an entry', "UPDATE entries SET bytes = CAST(bytes || x'20' AS BLOB) WHERE seq = 4", '4 not-as-written'],
  ['an altered leaf', 'UPDATE entries SET leaf = zeroblob(32) WHERE seq = 2', '2 checkpoint-differs'],
  ['a leaf of another length', "PRAGMA ignore_check_constraints = ON; UPDATE entries SET leaf = x'01' WHERE seq = 2; PRAGMA ignore_check_constraints = OFF", '2 bytes-changed'],
  ['an altered link', 'UPDATE entries SET prev = zeroblob(32) WHERE seq = 3', '3 chain-broken'],
  ['a checkpoint of nobody', "UPDATE checkpoints SET text = 'trust me'", '2 checkpoint-not-ours'],
  ['a checkpoint of more than there is', 'UPDATE checkpoints SET size = 9', '8 checkpoint-not-ours'],
  ['a table that says more than the entries', "INSERT INTO kept (kind, id, value, seq) VALUES ('medium', 'M-7', '{}', 4)", '4 kept-differs:medium'],
  ['a table that says less', "DELETE FROM kept WHERE id = 'M-3'", '3 kept-differs:medium'],
  ['a table that says otherwise', "UPDATE kept SET value = replace(value, 'AZ-M-2', 'AZ-M-8') WHERE id = 'M-2'", '2 kept-differs:medium'],
  ['a table that calls open what is over', "UPDATE kept SET open = 0 WHERE id = 'M-2'", '2 kept-differs:medium'],
  ['a table of a kind that nobody knows', "INSERT INTO kept (kind, id, value, seq) VALUES ('zebra', 'z', '{}', 4)", '4 kept-differs:zebra'],
  ['a table in another order', "UPDATE kept SET place = -1 WHERE id = 'M-3'", '-1 kept-differs:medium'],
])('a thread finds %s, and so does whoever works without one', async (_, deed, one) => {
  const inThread = await office(sharedThread, deed)
  const here = await office(doubtHere, deed)

  const found = said((await inThread.ledger.verify(quietly)).problems)

  expect(found).toContain(one)
  expect(found).toEqual(said((await here.ledger.verify(quietly)).problems))
})

test.each([
  ['a tile that differs', 'UPDATE tiles SET hash = zeroblob(32) WHERE n = 1', ['256 tile-differs']],
  ['a tile of entries that are not there', 'INSERT INTO tiles VALUES (9, zeroblob(32))', ['2304 tile-differs']],
  ['an entry taken from below a tile', 'DELETE FROM entries WHERE seq = 300', ['256 tile-differs', '300 missing', '301 chain-broken']],
])('a thread finds %s', async (_, deed, problems) => {
  const { ledger } = await office(sharedThread, deed, 600)

  expect(said((await ledger.verify(quietly)).problems)).toEqual(problems)
})

test('a thread that is called off while it works is gone before the answer, and the ledger goes on', async () => {
  const { ledger } = await office(doubtInThread)
  await ledger.append(Array.from({ length: 3000 }, () => signedIn()), ledger.head())
  const leaving = new AbortController()

  const verifying = ledger.verify({ signal: leaving.signal, onProgress: ({ done }) => { if (done >= 500) leaving.abort() } })

  await expect(verifying).rejects.toHaveProperty('name', 'AbortError')
  expect(await ledger.append([signedIn()], ledger.head())).toMatchObject({ size: 3006 })
  await expect(ledger.verify({ signal: leaving.signal, onProgress: () => {} })).rejects.toHaveProperty('name', 'AbortError')
})

test('what is appended, changed and taken away while a thread works is found sound with the rest', async () => {
  const { ledger } = await office(sharedThread)
  await ledger.append(Array.from({ length: 2000 }, (_, n) => stick(`N-${n}`)), ledger.head())
  const verifying = ledger.verify(quietly)
  let isDone = false
  void verifying.then(() => { isDone = true })
  let n = 0
  while (!isDone) {
    await ledger.append([stick(`L-${n}`), stick(`N-${n % 2000}`, 'another'), signedIn()], ledger.head())
    n++
    await new Promise((resolve) => { setImmediate(resolve) })
  }

  const { size, problems } = await verifying

  expect(problems).toEqual([])
  expect(n).toBeGreaterThan(3)
  expect(size).toBeGreaterThan(2005)
})

test('when a thread breaks, nothing is called sound', async () => {
  const hire = async (book: Parameters<typeof doubtHere>[0]) => {
    const doubter = await doubtInThread(book)
    return { ...doubter, suspects: async () => { await doubter.dismiss(); return doubter.suspects() } }
  }
  const { ledger, db } = await office(hire)

  await expect(ledger.verify(quietly)).rejects.toThrow('thread ended')

  expect(db.prepare('SELECT max(size) FROM checkpoints').pluck().get()).toBe(3)
})

test('rows come out of their packing as they went in', () => {
  const rows = [{ seq: 7, prev: new Uint8Array(), leaf: Uint8Array.of(1, 2), bytes: Uint8Array.of(3) }, { seq: 9, prev: Uint8Array.of(4), leaf: new Uint8Array(32), bytes: new Uint8Array() }]

  const { rows: unpacked, ...rest } = unpack(pack({ from: 7, to: 10, rows, unreadable: false }))

  expect(unpacked.map(({ seq, prev, leaf, bytes }) => ({ seq, prev: [...prev], leaf: [...leaf], bytes: [...bytes] }))).toEqual(rows.map(({ seq, prev, leaf, bytes }) => ({ seq, prev: [...prev], leaf: [...leaf], bytes: [...bytes] })))
  expect(rest).toMatchObject({ from: 7, to: 10, unreadable: false })
})
