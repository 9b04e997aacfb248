import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Package } from '../../../core/packages/package.ts'
import { openRealDesk, type RealDesk } from '../../../main/desk.ts'
import { noScanner } from '../../../main/viruses/no-scanner.ts'
import { designation, hikari, morikawa, oba, PASSWORD, receiving, staffedOffice, type StaffedOffice, taxContract, yoshida } from '../../cast.ts'
import { type Office, TEN_IN_THE_MORNING } from '../../world.ts'
import { cost } from './hanako.ts'

const FIXTURES = new URL('../../fixtures/', import.meta.url).pathname
let shelf: string
let home: string
let real: RealDesk
let sealed: { package: Package; passphrase: string }
let office: StaffedOffice
const open = () => openRealDesk({ home, now: () => TEN_IN_THE_MORNING, idleClock: () => 0, cost, viruses: noScanner })

/** The whole morning at the real desk: received, receipted, sealed, drafted; then the door is closed. */
beforeAll(async () => {
  shelf = mkdtempSync(join(tmpdir(), 'azukari-home-'))
  home = join(shelf, 'home')
  for (const folder of ['in', 'out']) mkdirSync(join(shelf, folder))
  for (const name of fixtureNames()) cpSync(join(FIXTURES, name), join(shelf, 'in', name))
  real = await open()
  office = await staffedOffice({ desk: real.desk } as Office)
  const { desk } = real
  const handover = await desk.handovers.designate(designation(office))
  const received = await desk.handovers.receive(receiving(handover, office, [join(shelf, 'in')]))
  if (received.outcome !== 'received') throw new Error(received.outcome)
  const receipt = await desk.receipts.issue({ handoverId: handover.id })
  await desk.receipts.save({ id: receipt.id, into: join(shelf, 'out') })
  const sealing = await desk.packages.seal({ contractId: office.contract.id, itemIds: received.items.map(({ id }) => id), paths: [], into: join(shelf, 'out'), namesHidden: true, level: 4 })
  if (sealing.outcome !== 'verified') throw new Error(sealing.outcome)
  sealed = sealing
  await desk.mails.draft({ contractId: office.contract.id, to: [morikawa.email], subject: '納品のお知らせ', note: '添付をご確認ください。', package: sealed.package.id, into: join(shelf, 'out'), exception: null })
})
afterAll(async () => {
  await real.close()
  rmSync(shelf, { recursive: true, force: true })
})

test('the package opens with another program and holds what was received', () => {
  const listing = spawnSync('7zz', ['x', `-p${sealed.passphrase}`, `-o${join(shelf, 'opened')}`, sealed.package.path], { encoding: 'utf8' })

  expect(listing.status).toBe(0)
  expect(readdirSync(join(shelf, 'opened'))).toContain('contents.zip')
  expect(sealed.package.files.map(({ path }) => path).filter((path) => path !== 'manifest.json').toSorted()).toEqual(fixtureNames())
})

test('the ledger of a whole morning verifies', async () => {
  expect(await real.desk.ledger.verify()).toMatchObject({ problems: [] })
})

test.each(['open', 'locked', 'failed at'])('no name of a person, a client or a file stands in any file of the home while it is %s', async (state) => {
  if (state === 'locked') await real.desk.vault.lock()
  if (state === 'failed at') await real.desk.vault.unlock({ loginId: 'mizuno', password: 'wrong-password-0' }).catch(() => {})
  expect(filesBelow(home).length).toBeGreaterThan(3)

  expect(secretsBelow(home)).toEqual([])
})

test('the search finds what was handed out, where names are meant to stand', () => {
  expect(secretsBelow(join(shelf, 'out'))).toContain('青葉野 (UTF-8)')
  expect(secretsBelow(join(shelf, 'in')).join()).toMatch(/R09_shiminzei_atena.csv \(UTF-8\).*青葉野 \((UTF-8|CP932)\)/)
})

test('the desk opens again, goes on, and refuses while another has it', async () => {
  await real.desk.vault.unlock({ loginId: 'mizuno', password: PASSWORD })
  const other = await open()

  await expect(other.desk.vault.unlock({ loginId: 'mizuno', password: PASSWORD })).rejects.toThrow('vault-in-use')

  expect(await real.desk.packages.list({ contractId: office.contract.id })).toMatchObject([{ state: 'verified', no: sealed.package.no }])
  await real.close()
  await other.desk.vault.unlock({ loginId: 'mizuno', password: PASSWORD })
  expect((await other.desk.ledger.entries({ from: 0, count: 1000 })).entries.filter(({ type }) => type === 'signed-out').map(({ data }) => (data as { why: string }).why).slice(-2)).toEqual(['asked', 'closed'])
  await other.close()
})

function fixtureNames(): string[] {
  return readdirSync(FIXTURES).filter((name) => name.startsWith('R09')).toSorted()
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

function secretsBelow(folder: string): string[] {
  const found = filesBelow(folder).flatMap((path) => {
    const bytes = Buffer.concat([Buffer.from(path.slice(folder.length)), readFileSync(path)])
    return secrets().filter(({ needle }) => bytes.includes(needle)).map(({ what }) => what)
  })
  return [...new Set(found)]
}

/** What must not be found, in every way that something here might write it. */
function secrets(): { what: string; needle: Buffer }[] {
  const words = [
    hikari.name, hikari.representative, yoshida.name, '𠮷田', yoshida.email, oba.name, 'mizuno', '水野', '水野 灯里', morikawa.name, morikawa.email, 'oba@', taxContract.contractNo, taxContract.title,
    PASSWORD, sealed.passphrase, ...fixtureNames(), ...fixtureNames().map((name) => name.replace(/\.\w+$/, '')), '青葉野', 'PRIVATE KEY', 'BEGIN CERTIFICATE', 'SQLite format 3',
  ]
  return words.flatMap((word) => [
    { what: `${word} (UTF-8)`, needle: Buffer.from(word) },
    { what: `${word} (UTF-16)`, needle: Buffer.from(word, 'utf16le') },
    { what: `${word} (UTF-16BE)`, needle: Buffer.from(word, 'utf16le').swap16() },
    // 𠮷 is not in CP932; the needle is then what stands before and after it.
    { what: `${word} (CP932)`, needle: iconv.encode(word.replaceAll('𠮷', ''), 'cp932') },
    { what: `${word} (JSON)`, needle: Buffer.from(JSON.stringify(word).slice(1, -1)) },
    { what: `${word} (base64)`, needle: Buffer.from(Buffer.from(word).toString('base64').replace(/.{0,4}=*$/, '')) },
    // What is encrypted is chance: in megabytes of it four given bytes stand once in some hundred runs, six never; of base64, eight letters.
  ]).filter(({ what, needle }) => needle.length > (what.endsWith('(base64)') ? 7 : 5))
}
