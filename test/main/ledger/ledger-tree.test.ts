import { createHash, generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { MerkleTree } from '../../../crypto/merkle.ts'
import { memoryDatabase } from '../../../main/ledger/database.ts'
import { beginLedger, openLedger } from '../../../main/ledger/ledger.ts'
import { LedgerTree } from '../../../main/ledger/ledger-tree.ts'
import { keepSticks, signedIn } from './entries.ts'

const key = generateKeyPairSync('ed25519').privateKey
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** An office with so many entries, the whole tree of them in memory, and where each of its sizes is asked for. */
async function office(size: number) {
  const db = memoryDatabase()
  beginLedger(db, key)
  const open = () => openLedger(db, { key, projection: { version: 1, project: keepSticks } })
  const ledger = open()
  for (let n = 0; n < size; n += 100) await ledger.append(Array.from({ length: Math.min(100, size - n) }, (_, i) => signedIn(1_775_000_000_000 + n + i)), ledger.head())
  const whole = new MerkleTree()
  for (const leaf of db.prepare<[], Uint8Array>('SELECT leaf FROM entries ORDER BY seq').pluck().all() as Uint8Array[]) whole.append(leaf)
  return { db, open, ledger, whole }
}
const sizes = (most: number) => [0, 1, 2, 255, 256, 257, 300, 511, 512, 513, 700, 767, 768, 1024, most - 1, most].filter((size) => size >= 0 && size <= most)

test.each([0, 1, 255, 256, 257, 512, 700, 1300])('over %d entries, roots and proofs are those of the whole tree', async (size) => {
  const { db, whole } = await office(size)

  const tree = LedgerTree.over(db, size)

  for (const each of sizes(size)) {
    expect(hex(tree.root(each))).toBe(hex(whole.root(each)))
    expect(tree.consistencyProof(each).map(hex)).toEqual(whole.consistencyProof(each).map(hex))
    for (const index of [0, 200, 255, 256, 511, 699].filter((i) => i < each)) expect(tree.inclusionProof(index, each).map(hex)).toEqual(whole.inclusionProof(index, each).map(hex))
  }
})

test('a tree that grew with the ledger is the one that is planted anew, also where an older program kept no tiles', async () => {
  const { db, whole } = await office(1300)
  const grown = LedgerTree.over(db, 1300)
  const kept = db.prepare('SELECT * FROM tiles').all()

  db.exec('DELETE FROM tiles WHERE n IN (0, 3)')
  const planted = LedgerTree.over(db, 1300)

  expect(grown.size).toBe(1300)
  expect(hex(planted.root())).toBe(hex(whole.root()))
  expect(db.prepare('SELECT * FROM tiles').all()).toEqual(kept)
  expect(kept).toHaveLength(5)
})

test('an append that is rolled back leaves no tile', async () => {
  const { db, ledger } = await office(255)

  await expect(ledger.append([signedIn(), { ...signedIn(), type: 'unregistered-medium-refused', data: { serial: 'SOUR', where: '窓口' } } as never], ledger.head())).rejects.toThrow('the projection failed')
  expect(db.prepare('SELECT * FROM tiles').all()).toEqual([])

  await ledger.append([signedIn()], ledger.head())
  expect(db.prepare('SELECT n FROM tiles').pluck().all()).toEqual([0])
})

test('whoever rewrites entries below a tile gets no witness for them', async () => {
  const { db, open, ledger } = await office(600)
  const { root } = await ledger.verify({ signal: new AbortController().signal, onProgress: () => {} })
  const trigger = db.prepare<[], { sql: string }>("SELECT sql FROM sqlite_schema WHERE name = 'entries_never_change'").get()
  db.exec('DROP TRIGGER entries_never_change')
  db.prepare('UPDATE entries SET leaf = ? WHERE seq = 300').run(createHash('sha256').update('forged').digest())
  db.exec(trigger?.sql ?? '')

  const again = open()

  await expect(again.witness(300)).rejects.toHaveProperty('code', 'ledger-forked')
  expect((await again.witness(599)).checkpoint).toContain(Buffer.from(root, 'hex').toString('base64'))
})
