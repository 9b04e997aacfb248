import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Entry } from '../../core/ledger/entry.ts'
import type { Shelf } from '../../core/ledger/shelf.ts'
import { type Db, memoryDatabase } from '../../main/ledger/database.ts'
import { bringUpLedger } from '../../main/ledger/bring-up.ts'
import { beginLedger, openLedger } from '../../main/ledger/ledger.ts'
import { keepSticks, signedIn, strangeStick } from '../main/ledger/entries.ts'

const STICKS = 520
/** A ledger of 521 entries that version 7 filled, and its tables made anew by version 9 in pieces. */
async function office(): Promise<{ db: Db; bringUp(signal: AbortSignal, onProgress: (at: { done: number; total: number }) => void): Promise<void>; open(): { sticks: number; projected: number }; rows(): unknown[] }> {
  const db = memoryDatabase()
  const { privateKey: key } = generateKeyPairSync('ed25519')
  beginLedger(db, key)
  await openLedger(db, { key, projection: { version: 7, project: keepSticks } }).append([signedIn(), ...Array.from({ length: STICKS }, (_, n) => strangeStick(`S-${n}`))], { size: 0, hash: '' })
  let projected = 0
  const projection = { version: 9, project: (entry: Entry, shelf: Shelf): void => { projected++; keepSticks(entry, shelf) }, changedSince: () => 'all' as const }
  return {
    db,
    bringUp: (signal, onProgress) => bringUpLedger(db, { key, projection }, { signal, onProgress }),
    open: () => { projected = 0; const sticks = openLedger(db, { key, projection }).now().list('medium').length; return { sticks, projected } },
    rows: () => [...db.prepare('SELECT * FROM kept ORDER BY rowid').all(), ...db.prepare("SELECT * FROM about WHERE name = 'projection'").all()],
  }
}

test('rows are made anew in pieces, each of which says how far it is, and the door has nothing left to do', async () => {
  const { bringUp, open } = await office()
  const told: { done: number; total: number }[] = []

  await bringUp(new AbortController().signal, (at) => told.push(at))

  expect(told).toEqual([500, 521].map((done) => ({ done, total: 521 })))
  expect(open()).toEqual({ sticks: STICKS, projected: 0 })
})

test('called off in the middle, everything is as it was, and the next opening makes it anew', async () => {
  const { db, bringUp, open, rows } = await office()
  const before = rows()
  const leaving = new AbortController()

  await expect(bringUp(leaving.signal, ({ done }) => { if (done === 500) leaving.abort(new Error('the window was closed')) })).rejects.toThrow('the window was closed')

  expect(db.inTransaction).toBe(false)
  expect(rows()).toEqual(before)
  expect(open()).toEqual({ sticks: STICKS, projected: STICKS + 1 })
})

test('where nothing changed, nothing is read and nobody is told', async () => {
  const { bringUp, open } = await office()
  open()
  const told: unknown[] = []

  await bringUp(new AbortController().signal, (at) => told.push(at))

  expect(told).toEqual([])
})
