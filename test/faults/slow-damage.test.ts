import type { KeyObject } from 'node:crypto'
import { appendFileSync, closeSync, copyFileSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { project, PROJECTION_VERSION } from '../../core/ledger/project.ts'
import { LedgerProblem } from '../../main/ledger/book.ts'
import { openDatabase, sqliteCode } from '../../main/ledger/database.ts'
import { openLedger } from '../../main/ledger/ledger.ts'
import { sized } from '../campaign.ts'
import { keepFigures } from '../figures.ts'
import { nine, password } from '../main/vault/hanako.ts'
import { offices, type Office, program } from '../main/vault/office.ts'
import { contentOf, copyOf, databaseOf, fillOffice, type Known, knownOf, never, PAGE, rescuedIn } from './damage-cast.ts'

const { office } = offices()
const bench = mkdtempSync(join(tmpdir(), 'azukari-damage-'))
afterAll(() => rmSync(bench, { recursive: true, force: true }))

let home = ''
let known: Known
let databaseKey: Buffer
let checkpointKey: KeyObject
const seen = { trials: 0, atTheDoor: 0, whenVerified: 0, untouched: 0, entriesThere: 0, entriesRescued: 0, wrong: 0, changed: 0 }

beforeAll(async () => {
  const desk = office()
  known = await fillOffice(desk, sized(160, 700))
  home = copyOf(desk.home, join(bench, 'whole'))
  await desk.vault.unlock('hanako', password)
  databaseKey = desk.vault.inside().secret.databaseKey()
  checkpointKey = desk.vault.keys().checkpoint.privateKey
  await desk.vault.lock('asked')
})

/** Damages a copy, and looks at what the door, the reading, the verifying and the rescue make of it. */
async function suffer(damage: (database: string) => void, whole = home, all = known): Promise<'at the door' | 'when verified' | 'nothing lies there'> {
  const desk = program({ home: copyOf(whole, join(bench, 'damaged')) })
  damage(databaseOf(desk))
  seen.trials++
  const before = contentOf(desk.home)
  const into = join(bench, 'rescued')
  rmSync(into, { recursive: true, force: true })
  const answer = await desk.vault.rescue({ loginId: 'hanako', password, into }, never)
  if (answer.outcome !== 'rescued') throw new Error(`the rescue: ${answer.outcome}`)
  const found = rescuedIn(into)
  const right = new Set(all.entries)
  seen.entriesThere += all.entries.length
  seen.entriesRescued += found.length
  seen.wrong += found.filter((entry) => !right.has(entry)).length + answer.rescued.contradicting.length
  if (JSON.stringify(contentOf(desk.home)) !== JSON.stringify(before)) seen.changed++
  const how = await opened(desk, all)
  if (how === 'at the door') expect(contentOf(desk.home)['vault.db'], 'a vault that is called damaged stays as it is').toBe(before['vault.db'])
  seen[how === 'at the door' ? 'atTheDoor' : how === 'when verified' ? 'whenVerified' : 'untouched']++
  return how
}

/** Never wrong, and never quiet: whatever is read is what was written, and whoever verifies hears of it. */
async function opened({ vault, home: at }: Office, { entries, people }: Known): Promise<'at the door' | 'when verified' | 'nothing lies there'> {
  const unlocked = await vault.unlock('hanako', password)
  if (unlocked.outcome === 'damaged') {
    expect(unlocked.what).toMatch(/^vault\.db/)
    return 'at the door'
  }
  expect(unlocked.outcome).toBe('open')
  try {
    const right = new Set(entries)
    const ledger = vault.ledger()
    let unreadable = 0
    for (let seq = 0; seq < ledger.head().size; seq++) {
      const read = await ledger.entries(seq, 1).catch(() => null)
      if (read?.length !== 1) unreadable++
      else if (!right.has(`${read[0]!.seq} ${read[0]!.hash} ${JSON.stringify(read[0]!.data)}`)) seen.wrong++
    }
    const readsPeople = (() => {
      try {
        return JSON.stringify(ledger.now().list('person'))
      } catch {
        return null
      }
    })()
    if (readsPeople !== null) expect(readsPeople).toBe(people)
    await vault.lock('asked').catch(() => {})
    const problems = await verified(at)
    if (problems > 0) return 'when verified'
    expect([unreadable, readsPeople]).toEqual([0, people])
    return 'nothing lies there'
  } finally {
    // A page that cannot be read may keep the door from noting where the ledger stood; the vault is shut all the same.
    await vault.lock('asked').catch(() => {})
  }
}

/** How many problems the ledger finds with itself; in this thread, since to begin another takes longer than the work. */
async function verified(at: string): Promise<number> {
  const db = openDatabase(databaseOf({ home: at }), databaseKey)
  try {
    return (await openLedger(db, { key: checkpointKey, projection: { version: PROJECTION_VERSION, project } }).verify(never)).problems.length
  } catch (error) {
    expect(sqliteCode(error) ?? (error instanceof LedgerProblem ? error.code : error)).toEqual(expect.any(String))
    return 1
  } finally {
    db.close()
  }
}

test('whichever page is flipped, it is reported and never believed, and all else is rescued', async () => {
  const pages = statSync(databaseOf({ home })).size / PAGE
  const flipped = []
  for (let page = 0; page < pages; page += sized(2, 1)) {
    // Somewhere else on each page, and on every seventh in its authentication code.
    const place = page * PAGE + (page % 7 === 6 ? PAGE - 5 : (page * 1009 + 17) % PAGE)
    flipped.push(await suffer((database) => flip(database, place)))
  }
  expect(seen.wrong).toBe(0)
  expect(flipped.filter((how) => how === 'nothing lies there').length, 'pages that nobody reads').toBeLessThan(pages / 4)
  const { entriesThere, entriesRescued } = seen
  expect(entriesRescued / entriesThere).toBeGreaterThan(0.97)
  keepFigures('damaged pages', {
    'pages of the vault': pages, 'pages flipped': flipped.length, 'reported at the door': count(flipped, 'at the door'), 'reported when verified': count(flipped, 'when verified'), 'pages that hold nothing': count(flipped, 'nothing lies there'),
    'entries rescued': entriesRescued, 'entries there': entriesThere, 'wrong entries believed': seen.wrong, 'vaults changed by a rescue': seen.changed,
  })
})

test.each<[string, (database: string) => void]>([
  ['cut in the middle of a page', (database) => truncateSync(database, (statSync(database).size >> 1) + 100)],
  ['cut to the first half of its pages', (database) => truncateSync(database, Math.floor(statSync(database).size / PAGE / 2) * PAGE)],
  ['with its last page missing', (database) => truncateSync(database, statSync(database).size - PAGE)],
  ['with zeroed pages', (database) => write(database, 3 * PAGE, Buffer.alloc(2 * PAGE))],
  ['with a zeroed first page', (database) => write(database, 0, Buffer.alloc(PAGE))],
  ['with another salt', (database) => write(database, 0, Buffer.alloc(16, 9))],
  ['with two pages in each other’s place', (database) => swap(database, 4, 9)],
  ['with a page written over another', (database) => swap(database, 5, 5 + 3, 'copy')],
  ['with noise at its end', (database) => appendFileSync(database, Buffer.alloc(3 * PAGE, 0xa5))],
])('a database %s is reported or as it was, and what is left of it is rescued', async (_, damage) => {
  const before = { ...seen }
  await suffer(damage)
  expect(seen.wrong).toBe(0)
  expect(seen.entriesRescued).toBeGreaterThan(before.entriesRescued)
})

test('a write-ahead log that is damaged, missing, foreign or beside garbage loses at most what it alone held', async () => {
  const desk = program({ home: copyOf(home, join(bench, 'working')) })
  await desk.vault.unlock('hanako', password)
  const ledger = desk.vault.ledger()
  for (let n = 0; n < 8; n++) await ledger.append([{ type: 'unregistered-medium-refused', at: nine, by: null, data: { serial: `W-${n}`, where: '窓口'.repeat(500) } }], ledger.head())
  const all = await knownOf(desk)
  const powerless = copyOf(desk.home, join(bench, 'power-cut'))
  await desk.vault.lock('asked')
  const wal = (database: string) => `${database}-wal`
  const size = statSync(wal(databaseOf({ home: powerless }))).size
  expect(size).toBeGreaterThan(0)

  await suffer(() => {}, powerless, all)
  for (const place of [2, 40, Math.floor(size / 2), size - 40]) await suffer((database) => flip(wal(database), place), powerless, all)
  await suffer((database) => truncateSync(wal(database), size - 2000), powerless, all)
  await suffer((database) => truncateSync(wal(database), 0), powerless, all)
  await suffer((database) => rmSync(wal(database)), powerless, all)
  await suffer((database) => writeFileSync(wal(database), readFileSync(database).subarray(0, 5 * PAGE)), powerless, all)
  await suffer((database) => writeFileSync(`${database}-shm`, Buffer.alloc(32_768, 0x5a)), powerless, all)
  const other = office()
  await fillOffice(other, 10)
  await other.vault.unlock('hanako', password)
  copyFileSync(wal(databaseOf(other)), join(bench, 'foreign-wal'))
  await other.vault.lock('asked')
  await suffer((database) => copyFileSync(join(bench, 'foreign-wal'), wal(database)), powerless, all)
  expect(seen.wrong).toBe(0)
  expect(seen.changed).toBe(0)
  keepFigures('damaged databases', { vaults: seen.trials, 'reported at the door': seen.atTheDoor, 'reported when verified': seen.whenVerified, 'nothing lost': seen.untouched, 'entries rescued': seen.entriesRescued, 'entries there': seen.entriesThere, 'wrong entries believed': seen.wrong, 'vaults changed by a rescue': seen.changed })
})

const count = <T>(of: readonly T[], one: T): number => of.filter((each) => each === one).length

function flip(path: string, place: number): void {
  const bytes = read(path, place, 1)
  write(path, place, Buffer.from([bytes[0]! ^ (1 << (place % 8))]))
}

function swap(path: string, a: number, b: number, how: 'swap' | 'copy' = 'swap'): void {
  const [one, other] = [read(path, a * PAGE, PAGE), read(path, b * PAGE, PAGE)]
  write(path, b * PAGE, one)
  if (how === 'swap') write(path, a * PAGE, other)
}

function read(path: string, place: number, count_: number): Buffer {
  const file = openSync(path, 'r')
  const bytes = Buffer.alloc(count_)
  readSync(file, bytes, 0, count_, place)
  closeSync(file)
  return bytes
}

function write(path: string, place: number, bytes: Buffer): void {
  const file = openSync(path, 'r+')
  writeSync(file, bytes, 0, bytes.length, place)
  closeSync(file)
}
