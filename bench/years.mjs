// What a person meets who signs in to an office of years: npm run bench:years -- [--home HOME] [--entries N] [--parcels N] [--slips N] [--no-peers]
// Without --home it makes one (vault-of-years.mjs) and removes it. Everything is asked of the real desk, without a window.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3-multiple-ciphers'
import { openRealDesk } from '../main/desk.ts'
import { LOGIN, makeVaultOfYears } from './vault-of-years.mjs'

const { values: asked } = parseArgs({ options: { home: { type: 'string' }, entries: { type: 'string', default: '1100000' }, parcels: { type: 'string', default: '100000' }, slips: { type: 'string', default: '1000' }, 'no-peers': { type: 'boolean', default: false } } })
const folder = mkdtempSync(join(process.env.TMP_FOLDER ?? tmpdir(), 'azukari-years-'))
const home = asked.home ?? join(folder, 'home')
const said = (ms) => (ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en'))
const busy = (from) => { const { user, system } = process.cpuUsage(from); return (user + system) / 1000 }
const middle = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]
const tell = (what, text) => console.log(`${what.padEnd(56)} ${text}`)

/** Milliseconds on the wall and of the processor (all threads), the median of `times`; each says so. */
async function timed(what, act, times = 1) {
  const walls = []
  const works = []
  let answer
  for (let n = 0; n < times; n++) {
    const start = performance.now()
    const cpu = process.cpuUsage()
    answer = await act(n)
    works.push(busy(cpu))
    walls.push(performance.now() - start)
  }
  tell(what, `${said(middle(walls))} ms (processor ${said(middle(works))} ms)${times > 1 ? `, median of ${times}, at most ${said(Math.max(...walls))} ms` : ''}`)
  return { answer, wall: middle(walls), work: middle(works) }
}

/** How long nobody was answered, while something goes on. */
async function withHeart(act) {
  let longest = 0
  let last = performance.now()
  const before = performance.eventLoopUtilization()
  const heart = setInterval(() => { const now = performance.now(); longest = Math.max(longest, now - last); last = now }, 5)
  try {
    return { ...(await act()), busyHere: () => performance.eventLoopUtilization(before).active, longest: () => longest }
  } finally {
    clearInterval(heart)
  }
}

console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}`)
try {
  if (!asked.home) await timed(`making ${asked.entries} entries, ${asked.parcels} parcels`, () => makeVaultOfYears(home, { entries: Number(asked.entries), parcels: Number(asked.parcels), slips: Number(asked.slips) }))
  const page = (desk, query) => desk.ledgers.page({ ledger: 'mailings', contractId: null, search: '', filters: [], sort: null, from: 0, count: 100, ...query })

  const first = await openRealDesk({ home })
  await timed('coming in after an update that projects otherwise', () => first.desk.vault.unlock(LOGIN))
  await timed('… and until every row is made, in the background', () => page(first.desk, {}))
  await first.close()

  const start = performance.now()
  const real = await openRealDesk({ home })
  const { desk } = real
  await timed('coming in', () => desk.vault.unlock(LOGIN))
  await timed('今日', () => desk.home.today({}))
  await timed('first 100 rows', () => page(desk, {}))
  tell('usable after (asked for: 3,000 ms)', `${said(performance.now() - start)} ms`)
  await timed('今日 again (asked for: 200 ms)', () => desk.home.today({}), 7)
  await timed('first 100 rows again (asked for: 100 ms)', (n) => page(desk, { search: ' '.repeat(n) }), 9)
  const searches = {}
  for (const [word, contractId] of [['𠮷田', null], ['𠮷田', 'c-1'], ['税務', null], ['税務', 'c-1'], ['髙橋 校正', null], ['MED-2026-0017', null]]) {
    const { answer, ...took } = await timed(`search ${word}${contractId ? ' of a contract' : ''} (asked for: 50 ms)`, (n) => page(desk, { search: word + ' '.repeat(n), contractId }), 9)
    searches[word] ??= { ...took, total: answer.total }
    tell('', `${answer.total.toLocaleString('en')} rows`)
  }
  const checked = await withHeart(() => timed('the whole ledger checked (asked for: 60,000 ms)', () => desk.ledger.verify({})))
  const { size, problems } = checked.answer
  tell('', `${size.toLocaleString('en')} entries, ${problems.length === 0 ? 'sound' : JSON.stringify(problems.slice(0, 5))}; the thread that answers worked ${said(checked.busyHere())} ms of it, and nobody waited longer than ${said(checked.longest())} ms`)
  tell('memory afterwards', `${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`)
  if (!asked['no-peers']) await peers(desk, page, { size, checked, searches })
  await real.close()
  console.log(`load at the end ${loadavg()[0]?.toFixed(1)}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The same run, other people's programs: sha256sum over the entries, and SQLite's own ways of finding text, without encryption. */
async function peers(desk, page, { size, checked, searches }) {
  const entries = join(folder, 'entries')
  await desk.ledger.export({ into: entries })
  const hashed = performance.now()
  execFileSync('sha256sum', [join(entries, 'entries.ndjson')])
  const sum = performance.now() - hashed
  tell('sha256sum over the same bytes, once', `${said(sum)} ms; the check took ${(checked.wall / sum).toFixed(1)} times as long (${(checked.wall / size * 1000).toFixed(0)} µs an entry)`)

  const plain = new Database(join(folder, 'plain.db'))
  plain.exec("CREATE TABLE row (n INTEGER PRIMARY KEY, text TEXT); CREATE VIRTUAL TABLE grams USING fts5 (text, tokenize = 'trigram', content = '')")
  const insert = plain.prepare('INSERT INTO row (n, text) VALUES (?, ?)')
  const index = plain.prepare('INSERT INTO grams (rowid, text) VALUES (?, ?)')
  for (let from = 0; ; from += 500) {
    const { rows } = await page(desk, { from, count: 500 })
    if (rows.length === 0) break
    plain.transaction(() => rows.forEach(({ cells }, i) => { const text = cells.join('\n'); insert.run(from + i, text); index.run(from + i, text) }))()
  }
  for (const [word, ours] of Object.entries(searches)) {
    const like = await timed(`SQLite's LIKE, the rows only, ${word}`, () => plain.prepare(`SELECT n FROM row WHERE ${word.split(' ').map(() => "text LIKE ?").join(' AND ')} ORDER BY n DESC`).pluck().all(...word.split(' ').map((each) => `%${each}%`)).length, 5)
    tell('', `${like.answer.toLocaleString('en')} rows; ours took ${(ours.work / like.work).toFixed(2)} times its processor, page and all`)
    if (word.split(' ').some((each) => [...each].length < 3)) continue
    const grams = await timed(`SQLite's FTS5 trigram, the rows only, ${word}`, () => plain.prepare('SELECT rowid FROM grams WHERE grams MATCH ? ORDER BY rowid DESC').pluck().all(`"${word}"`).length, 5)
    tell('', `${grams.answer.toLocaleString('en')} rows; ours took ${(ours.work / grams.work).toFixed(2)} times its processor, page and all`)
  }
  plain.close()
}
