// Measures the ledgers (台帳) as an office meets them: node --import tsx bench/ledgers.mjs
// ROWS parcels (100,000), ENTRIES entries in all (6 × ROWS), KEEP=path keeps the vault's database there for the next run, BRIEF=1 makes a parcel one entry instead of six, SKIP=export,verify leaves out what takes long.
import { generateKeyPairSync, createPrivateKey, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { today } from '../core/home/today.ts'
import { project, PROJECTION_VERSION } from '../core/ledger/project.ts'
import { RowsQuery } from '../core/ledgers/query.ts'
import { ledgerNamed } from '../core/ledgers/register.ts'
import { cellsOf } from '../core/ledgers/definition.ts'
import { lookIn } from '../core/ledgers/sift.ts'
import { openDatabase } from '../main/ledger/database.ts'
import { beginLedger, openLedger } from '../main/ledger/ledger.ts'
import { realTables } from '../main/ledgers/write-table.ts'
import { entriesOf } from './office-of-years.mjs'

const rows = Number(process.env.ROWS ?? 100_000)
const brief = process.env.BRIEF === '1'
const many = Number(process.env.ENTRIES ?? (brief ? rows : rows * 6))
const skip = new Set((process.env.SKIP ?? '').split(','))
const keep = process.env.KEEP
const folder = keep ?? mkdtempSync(join(process.env.TMP_FOLDER ?? tmpdir(), 'azukari-ledgers-'))
mkdirSync(folder, { recursive: true })
const path = join(folder, 'vault.db')
const kept = join(folder, 'keys.json')
const quietly = { signal: new AbortController().signal, onProgress: () => {} }
const projection = { version: PROJECTION_VERSION, project }

/** What the processor was kept busy with, in all threads: the wall's clock also counts what other programs take. */
const busy = (from) => { const { user, system } = process.cpuUsage(from); return (user + system) / 1000 }
const said = (ms) => (ms < 10 ? ms.toFixed(2) : Math.round(ms).toLocaleString('en'))
async function timed(what, act, again = 0) {
  const start = performance.now()
  const cpu = process.cpuUsage()
  const answer = await act()
  const worked = busy(cpu)
  const first = performance.now() - start
  let warm = ''
  if (again > 0) {
    const times = []
    const work = []
    for (let n = 0; n < again; n++) { const from = performance.now(); const worked = process.cpuUsage(); await act(n + 1); times.push(performance.now() - from); work.push(busy(worked)) }
    const middle = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]
    warm = `   then ${said(middle(times))} ms (processor ${said(middle(work))} ms; median of ${again}), at most ${said(Math.max(...times))} ms`
  }
  console.log(`${what.padEnd(62)} ${said(first)} ms (processor ${said(worked)} ms)${warm}`)
  return answer
}

const fresh = !existsSync(kept)
const keys = fresh ? { secret: randomBytes(32).toString('hex'), key: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) } : JSON.parse(readFileSync(kept, 'utf8'))
const secret = Buffer.from(keys.secret, 'hex')
const key = createPrivateKey(keys.key)
let db
let ledger
if (fresh) {
  db = openDatabase(path, secret, { fresh: true })
  beginLedger(db, key)
  ledger = openLedger(db, { key, projection })
  let head = ledger.head()
  let batch = []
  await timed(`writing ${many.toLocaleString('en')} entries, ${rows.toLocaleString('en')} parcels among them (100 at a time)`, async () => {
    for (const entry of entriesOf(rows, many, 0, brief)) {
      batch.push(entry)
      if (batch.length < 100) continue
      head = await ledger.append(batch, head)
      if (!head) throw new Error('refused')
      batch = []
    }
    if (batch.length > 0) await ledger.append(batch, head)
  })
  db.close()
  if (keep) writeFileSync(kept, JSON.stringify(keys), { mode: 0o600 })
}
console.log(`the file: ${(statSync(path).size / 2 ** 20).toFixed(0)} MiB`)

await timed('opening it again, as after login', async () => { db = openDatabase(path, secret); ledger = openLedger(db, { key, projection }) })
const at = (await ledger.entries(ledger.head().size - 1, 1))[0].at
if (!skip.has('home')) {
  const world = { now: () => at, ledger, vault: { session: () => ({ personId: 'p-1', loginId: 'mizuno' }) } }
  const { cards } = await timed('今日: every card', () => today(world), 5)
  console.log(`    ${cards.length} cards`)
}

const page = async (query, from = 0) => {
  const definition = ledgerNamed('mailings')
  const { total, ids, reading: now } = await ledger.rows(RowsQuery.parse({ ledger: 'mailings', ...query }), from, 100)
  const look = lookIn(now)
  return { total, rows: ids.map((id) => cellsOf(definition, now.get('mailing', id), look)) }
}
// Each asks anew: what was found before is remembered, and that would be too easy.
let nth = 0
const asking = (query) => async () => { nth++; return page({ ...query, search: (query.search ?? '') + ' '.repeat(nth) }) }
await timed('first 100 rows of one contract', asking({ contractId: 'c-1' }), 9)
await timed('first 100 rows of all', asking({}), 9)
await timed('sorted by recipient', asking({ sort: { column: 'recipient', descending: false } }), 9)
await timed('sorted by tracking number, last first, one contract', asking({ contractId: 'c-1', sort: { column: 'trackingNo', descending: true } }), 9)
for (const search of ['税務', '𠮷田', '髙橋 校正', '無い言葉', 'MED-2026-0017', '京']) {
  const { total } = await timed(`search 「${search}」`, asking({ search }), 9)
  console.log(`    ${total.toLocaleString('en')} rows`)
}
await timed('narrowed to what is on its way', asking({ filters: [{ column: 'state', oneOf: ['dispatched'] }] }), 9)
await timed('narrowed to a month and a service, sorted', asking({ filters: [{ column: 'dispatchedAt', from: at - 60 * 86_400_000, to: at - 30 * 86_400_000 }, { column: 'service', oneOf: ['簡易書留'] }], sort: { column: 'dispatchedAt', descending: true } }), 9)
await timed('100 rows from the middle, while scrolling', () => page({}, Math.floor(rows / 2)), 9)
await timed('choices of a column', async () => ledger.choices(RowsQuery.parse({ ledger: 'mailings' }), 'service', 40), 5)
await timed('history of a row', async () => ledger.touching('mailing', `m-${Math.floor(rows / 2)}`), 9)
await timed('one more parcel, synced', async (n = 0) => ledger.append([...entriesOf(1, 1, rows + n)].slice(-1), ledger.head()), 20)

if (!skip.has('verify')) {
  let longest = 0
  let last = performance.now()
  const heart = setInterval(() => { const now = performance.now(); longest = Math.max(longest, now - last); last = now }, 5)
  await timed('the whole ledger verified, in the background', async () => {
    const { problems } = await ledger.verify(quietly)
    if (problems.length > 0) throw new Error(JSON.stringify(problems.slice(0, 5)))
  })
  await pause(20)
  clearInterval(heart)
  console.log(`    and meanwhile nobody waited longer than ${said(longest)} ms`)
}
if (!skip.has('export')) {
  const tables = realTables({ begin: () => ({ signal: quietly.signal, end: () => {} }) })
  const definition = ledgerNamed('mailings')
  for (const format of ['csv-utf8', 'csv-cp932', 'xlsx']) {
    const into = mkdtempSync(join(tmpdir(), 'azukari-saved-'))
    await timed(`saved as ${format}`, async () => {
      const { ids, total, reading: now } = await ledger.rows(RowsQuery.parse({ ledger: 'mailings' }), 0, Number.MAX_SAFE_INTEGER)
      const look = lookIn(now)
      async function* cells() { for (const id of ids) yield cellsOf(definition, now.get('mailing', id), look) }
      await tables.write({ format, title: definition.title.ja, about: [], columns: definition.columns, rows: cells(), total, into, fileName: 'x', at }, quietly)
    })
    rmSync(into, { recursive: true })
  }
}
console.log(`memory: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`)
if (!skip.has('fill')) await timed('every row of every ledger made anew', async () => { db.exec("UPDATE about SET value = '' WHERE name = 'ledgers'"); db.close(); db = openDatabase(path, secret); ledger = openLedger(db, { key, projection }) })
db.close()
if (!keep) rmSync(folder, { recursive: true })
