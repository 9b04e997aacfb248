import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Entry } from '../../core/ledger/entry.ts'
import { changedSince, PROJECTION_VERSION } from '../../core/ledger/project.ts'
import type { Shelf } from '../../core/ledger/shelf.ts'
import { memoryDatabase } from '../../main/ledger/database.ts'
import { beginLedger, openLedger } from '../../main/ledger/ledger.ts'
import { keepSticks, signedIn, strangeStick } from '../main/ledger/entries.ts'

const quietly = { signal: new AbortController().signal, onProgress: () => {} }

/** A ledger that version 7 filled, and how often a later program projects one of its entries when it opens it. */
async function office(): Promise<{ open: (changed: readonly string[] | 'all', version?: number) => { projected: number; sticks: number; sound: () => Promise<boolean> } }> {
  const db = memoryDatabase()
  const { privateKey: key } = generateKeyPairSync('ed25519')
  beginLedger(db, key)
  await openLedger(db, { key, projection: { version: 7, project: keepSticks } }).append([signedIn(), strangeStick('S-1'), strangeStick('S-2')], { size: 0, hash: '' })
  return { open(changed, version = 9) {
    let projected = 0
    const project = (entry: Entry, shelf: Shelf): void => { projected++; keepSticks(entry, shelf) }
    const ledger = openLedger(db, { key, projection: { version, project, changedSince: (before) => { expect(before).toBe(7); return changed } } })
    const found = { projected, sticks: ledger.now().list('medium').length }
    return { ...found, sound: async () => (await ledger.verify(quietly)).problems.length === 0 }
  } }
}

test('after an update that projects otherwise only what this ledger never held, nobody waits, and the rows are right', async () => {
  const { open } = await office()

  const came = open(['fax-refused', 'medium-lost'])

  expect(came).toMatchObject({ projected: 0, sticks: 2 })
  expect(await came.sound()).toBe(true)
  expect(open('all', 9).projected).toBe(0)
})

test.each<[string, readonly string[] | 'all']>([['a type that this ledger holds', ['unregistered-medium-refused']], ['nobody can say what', 'all']])('after an update that projects %s otherwise, every row is made anew', async (_, changed) => {
  const { open } = await office()

  expect(open(changed)).toMatchObject({ projected: 3, sticks: 2 })
})

test('a ledger to which an older program added entries without noting their types is read whole', async () => {
  const db = memoryDatabase()
  const { privateKey: key } = generateKeyPairSync('ed25519')
  beginLedger(db, key)
  const ledger = openLedger(db, { key, projection: { version: 7, project: keepSticks } })
  const head = await ledger.append([signedIn()], { size: 0, hash: '' })
  const noted = db.prepare("SELECT value FROM about WHERE name = 'types'").pluck().get()
  await ledger.append([strangeStick('S-1')], head as { size: number; hash: string })
  db.prepare("UPDATE about SET value = ? WHERE name = 'types'").run(noted)
  let projected = 0

  openLedger(db, { key, projection: { version: 9, project: (entry, shelf) => { projected++; keepSticks(entry, shelf) }, changedSince: () => [] } })

  expect(projected).toBe(2)
})

test('what each version projects otherwise is said, or everything is made anew', () => {
  expect(changedSince(PROJECTION_VERSION)).toEqual([])
  expect(changedSince(4)).toBe('all')
  expect(changedSince(1)).toBe('all')
})
