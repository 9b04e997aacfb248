import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRealDesk } from '../../../main/desk.ts'
import { noScanner } from '../../../main/viruses/no-scanner.ts'
import { type Instant, MINUTE } from '../../../core/time.ts'
import { Refusal } from '../../../core/refusal.ts'
import { atCounter, cleanCheck, designation, parcel, PASSWORD, receiving, staffedOffice } from '../../cast.ts'
import { cost } from '../../main/vault/hanako.ts'
import { type Office, TEN_IN_THE_MORNING } from '../../world.ts'

/** Three days of an office in one run: asks as a window makes them, a share of writing, breaks in which the desk locks itself. Says after every so many hours how much it holds. */
const [folder = '', asked = '72', perHour = '280'] = process.argv.slice(2)
const HOURS = Number(asked)
const SAMPLES = 24
let now: number = TEN_IN_THE_MORNING
const clock = () => now as Instant
const at = (name: string) => { const path = join(folder, name); mkdirSync(path, { recursive: true }); return path }
const count: Record<string, number> = {}
let operations = 0

/** Counts, and lets be refused what an office is refused all day. */
async function does<T>(name: string, act: () => Promise<T>): Promise<T | null> {
  operations++
  count[name] = (count[name] ?? 0) + 1
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    refusals[error.objections.map(({ code }) => code).join()] = (refusals[error.objections.map(({ code }) => code).join()] ?? 0) + 1
    return null
  }
}
const refusals: Record<string, number> = {}

const { desk, close } = await openRealDesk({ home: at('home'), now: clock, idleClock: clock, cost, viruses: noScanner })
const office = await staffedOffice({ desk } as Office)
const contractId = office.contract.id
writeFileSync(join(at('in'), 'R09.csv'), '番号,氏名\r\n1,見本 一郎\r\n'.repeat(40))

for (let hour = 0; hour <= HOURS; hour++) {
  if (hour > 0) await anHour(hour)
  if (hour % (HOURS / SAMPLES) === 0) sample(hour)
}
await close()
console.log(JSON.stringify({ end: { operations, count, refusals } }))

/** An hour begins with somebody coming in, is full of looking, has some writing, and ends with a desk that locks itself. */
async function anHour(hour: number): Promise<void> {
  await does('vault.unlock', () => desk.vault.unlock({ loginId: hour % 12 === 5 ? 'oba' : 'mizuno', password: PASSWORD }))
  await writing(hour)
  for (let n = operations % 7; n < Number(perHour); n++) {
    now += Math.floor(30 * MINUTE / Number(perHour))
    await looking(n)
  }
  // Nobody asks for anything: the time runs out, and whoever asks next is told so.
  now += 30 * MINUTE
  await does('idle', async () => { await desk.vault.status(); await desk.people.list() })
}

async function looking(n: number): Promise<unknown> {
  const looks: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['home.today', () => desk.home.today()], ['vault.status', () => desk.vault.status()], ['contracts.list', () => desk.contracts.list()], ['people.list', () => desk.people.list()],
    ['media.list', () => desk.media.list()], ['packages.list', () => desk.packages.list({ contractId })], ['mailings.list', () => desk.mailings.list({ contractId })],
    ['ledgers.page', () => desk.ledgers.page({ ledger: 'items', contractId, search: n % 4 === 0 ? '受領' : '', filters: [], sort: null, from: 0, count: 50 })],
    ['carryOuts.list', () => desk.carryOuts.list({ contractId })], ['vault.status', () => desk.vault.status()], ['handovers.list', () => desk.handovers.list({ contractId })],
    ['workplace.readiness', () => desk.workplace.readiness({ contractId })], ['packages.items', () => desk.packages.items({ contractId })], ['ledger.entries', () => desk.ledger.entries({ from: n, count: 20 })],
    ['settlement.balance', () => desk.settlement.balance({ contractId })], ['receipts.list', () => desk.receipts.list({ contractId })], ['ledgers.list', () => desk.ledgers.list({ contractId })],
    ['forms.offered', () => (n % 40 === 0 ? desk.forms.offered({ contractId }) : desk.vault.status())],
  ]
  const [name, look] = looks[n % looks.length]!
  return does(name, look)
}

async function writing(hour: number): Promise<void> {
  const handover = await does('handovers.designate', () => desk.handovers.designate({ ...designation(office), designated: { ...atCounter, at: clock() } }))
  if (handover) {
    const received = await does('handovers.receive', () => desk.handovers.receive({ ...receiving(handover, office, [join(folder, 'in')]), actual: { ...atCounter, at: clock() }, virusCheck: { ...cleanCheck, at: clock() } }))
    if (hour % 6 === 2) {
      const receipt = await does('receipts.issue', () => desk.receipts.issue({ handoverId: handover.id }))
      if (receipt && received?.outcome === 'received') {
        await does('receipts.save', () => desk.receipts.save({ id: receipt.id, into: at(`receipts/${hour}`) }))
        const sealed = await does('packages.seal', () => desk.packages.seal({ contractId, itemIds: received.items.map(({ id }) => id), paths: [], into: at(`sealed/${hour}`), namesHidden: true, level: 4 }))
        if (sealed?.outcome === 'verified') await does('packages.verify', () => desk.packages.verify({ packageId: sealed.package.id, path: null, key: null, contractId }))
      }
    }
  }
  if (hour % 4 === 0) {
    await does('media.takeStock', () => desk.media.takeStock({ sightings: [{ said: office.ourStick.no, place: 'C-2' }, { said: office.cityStick.no, place: 'C-2' }], attendedBy: '大庭 健吾', remarks: '' }))
    const parcels = await does('mailings.draft', () => desk.mailings.draft({ ...parcel(office, []), contentKind: 'document', medium: null, mediumFolder: null }))
    if (parcels) await does('mailings.withdraw', () => desk.mailings.withdraw({ mailingId: parcels.id, reason: '変更' }))
    await does('ledgers.export', () => desk.ledgers.export({ ledger: 'items', contractId, search: '', filters: [], sort: null, format: hour % 8 === 0 ? 'xlsx' : 'csv-utf8', columns: [], into: at(`tables/${hour}`) }))
  }
  if (hour % 8 === 0) await does('ledger.verify', () => desk.ledger.verify(undefined))
  if (hour % 12 === 0) await does('ledger.export', () => desk.ledger.export({ into: join(at('exports'), String(hour)) }))
  if (hour % 12 === 6) await does('backup.make', () => desk.backup.make({ folder: at('backups') }))
}

/** What the program holds, when all that it no longer needs was given back. */
function sample(hour: number): void {
  const gc = (globalThis as { gc?: () => void }).gc
  for (let i = 0; i < 3; i++) gc?.()
  const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage()
  const handles: Record<string, number> = {}
  for (const kind of process.getActiveResourcesInfo()) handles[kind] = (handles[kind] ?? 0) + 1
  const temporary = readdirSync(tmpdir()).length
  const drafts = readdirSync(folder, { recursive: true }).map(String).filter((name) => name.endsWith('.part')).length
  // What the system maps and takes back by itself (the program's own file) is no growth.
  const own = process.platform === 'linux' ? Number(/^RssAnon:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) * 1024 : rss
  const open = process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0
  console.log(JSON.stringify({ hour, operations, rss, own, heapUsed, external: external + arrayBuffers, open, timers: handles['Timeout'] ?? 0, handles: Object.values(handles).reduce((sum, n) => sum + n, 0), temporary, drafts }))
}
