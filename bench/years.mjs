// What a person meets who signs in to an office of years: node --import tsx bench/years.mjs HOME   (made by vault-of-years.mjs)
import { setTimeout as pause } from 'node:timers/promises'
import { openRealDesk } from '../main/desk.ts'
import { LOGIN } from './vault-of-years.mjs'

const home = process.argv[2]
const said = (ms) => (ms < 10 ? ms.toFixed(2) : Math.round(ms).toLocaleString('en'))
const busy = (from) => { const { user, system } = process.cpuUsage(from); return (user + system) / 1000 }
async function timed(what, act) {
  const start = performance.now()
  const cpu = process.cpuUsage()
  const answer = await act()
  console.log(`${what.padEnd(62)} ${said(performance.now() - start)} ms (processor ${said(busy(cpu))} ms)`)
  return answer
}

const from = performance.now()
const real = await openRealDesk({ home, checksLedger: true })
await timed('signing in', () => real.desk.vault.unlock(LOGIN))
const beginning = performance.now()
const cpu = process.cpuUsage()
const { desk } = real
await timed('今日', () => desk.home.today({}))
await timed('the first 100 rows', () => desk.ledgers.page({ ledger: 'mailings', contractId: null }))
await timed('search', () => desk.ledgers.page({ ledger: 'mailings', contractId: null, search: '税務' }))
console.log(`usable after ${said(performance.now() - from)} ms`)
let last = performance.now()
let longest = 0
const heart = setInterval(() => { const now = performance.now(); longest = Math.max(longest, now - last); last = now }, 5)
const waits = []
for (;;) {
  const integrity = await desk.home.integrity?.({}).catch(() => null)
  if (integrity || performance.now() - beginning > 1_200_000) { console.log(JSON.stringify(integrity)); break }
  const asked = performance.now()
  await desk.ledgers.page({ ledger: 'mailings', contractId: null, from: 100 * waits.length })
  waits.push(performance.now() - asked)
  await pause(200)
}
clearInterval(heart)
console.log(`the whole ledger checked after ${said(performance.now() - beginning)} ms (processor ${said(busy(cpu))} ms); meanwhile 100 rows took ${said(waits.toSorted((a, b) => a - b)[waits.length >> 1] ?? 0)} ms, at most ${said(Math.max(0, ...waits))} ms; nobody waited longer than ${said(longest)} ms`)
console.log(`memory: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`)
await timed('leaving', () => real.close())
