// Measures the ledger in an encrypted file: node --import tsx bench/ledger.mjs [entries] [folder]
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { project, PROJECTION_VERSION } from '../core/ledger/project.ts'
import { openDatabase } from '../main/ledger/database.ts'
import { beginLedger, openLedger } from '../main/ledger/ledger.ts'

const many = Number(process.argv[2] ?? 100_000)
const folder = mkdtempSync(join(process.argv[3] ?? tmpdir(), 'azukari-bench-'))
const path = join(folder, 'vault.db')
const secret = randomBytes(32)
const key = generateKeyPairSync('ed25519').privateKey
const quietly = { signal: new AbortController().signal, onProgress: () => {} }
const entry = (n) => ({ type: 'unregistered-medium-refused', at: 1_780_000_000_000 + n, by: 'p-1', data: { serial: `S-${n}`, where: '税務課窓口' } })

async function timed(what, act) {
  const start = performance.now()
  const answer = await act()
  const ms = performance.now() - start
  console.log(`${what.padEnd(58)} ${ms < 10 ? ms.toFixed(2) : Math.round(ms)} ms`)
  return answer
}

const db = openDatabase(path, secret, { fresh: true })
beginLedger(db, key)
const projection = { version: PROJECTION_VERSION, project }
let ledger = openLedger(db, { key, projection })
let head = ledger.head()
const append = async (from, to, atOnce) => {
  for (let n = from; n < to; n += atOnce) head = await ledger.append(Array.from({ length: Math.min(atOnce, to - n) }, (_, i) => entry(n + i)), head)
}
const alone = Math.min(1000, many)
await timed(`${alone} appends of one entry, each synced`, () => append(0, alone, 1))
await timed(`${many - alone} entries in appends of 100`, () => append(alone, many, 100))
await timed('first root and witness', () => ledger.witness(Math.floor(many / 2)))
await timed('a later witness of the same state', () => ledger.witness(Math.floor(many / 3)))
head = await ledger.append([entry(many)], head)
await timed('a witness after one more entry', () => ledger.witness(many))
await timed('full verification', async () => {
  const { size, problems } = await ledger.verify(quietly)
  if (size !== many + 1 || problems.length > 0) throw new Error('the ledger does not verify')
})
await timed('export', () => ledger.exportTo(join(folder, 'export'), quietly))
await timed('which entries speak of something', async () => [...ledger.entriesWith('blob-', 0)])
await timed('filling the tables anew', async () => ledger.rebuild())
db.close()
console.log(`the file: ${(statSync(path).size / 2 ** 20).toFixed(1)} MiB for ${many + 1} entries`)
await timed('opening it again', async () => { const again = openDatabase(path, secret); ledger = openLedger(again, { key, projection }); again.close() })
rmSync(folder, { recursive: true })
