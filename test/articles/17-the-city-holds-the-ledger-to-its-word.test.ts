import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Desk } from '../../core/contract.ts'
import { openDesk } from '../../core/desk.ts'
import { DAY, dayOf, type Instant, MINUTE } from '../../core/time.ts'
import { noScanner } from '../../main/viruses/no-scanner.ts'
import { openWorld, type RealWorld } from '../../main/world.ts'
import { hikari, PASSWORD, taxContract } from '../cast.ts'
import { cost } from '../main/vault/hanako.ts'
import { codesAgainst, refused } from '../refused.ts'
import { ending, type TwoOffices, twoOffices } from '../two-offices.ts'

let offices: TwoOffices
const opened: RealWorld[] = []
/** The contractor's desk as it goes on; and one on a copy of its vault as it was before: put back, or carried on beside it. */
let desk: Desk
let copy: Desk

beforeAll(async () => {
  offices = await twoOffices()
  await offices.worlds.contractor.close()
  cpSync(offices.at('contractor'), offices.at('copy'), { recursive: true })
  desk = await again('contractor')
  copy = await again('copy')
})
afterAll(async () => {
  for (const world of opened) await world.close()
  await offices.close()
})

async function again(name: string): Promise<Desk> {
  const world = await openWorld({ home: offices.at(name), now: offices.now, viruses: noScanner })
  opened.push(world)
  const one = openDesk(world)
  offices.pass(MINUTE)
  await one.vault.unlock({ loginId: 'mizuno', password: PASSWORD })
  return one
}

/** A letter of this desk, saved. */
async function letter(of: Desk, where: string, contractId = offices.ours): Promise<string> {
  offices.pass(MINUTE)
  const { id } = await of.forms.issue({ contractId, form: 'F-00', subjectId: null, kind: '新規', reason: '', changesDocNo: '' })
  return ending((await of.documents.submit({ id, into: offices.at(where) })).paths, '.json')
}
const take = async (path: string) => (await offices.city.city.import({ paths: [path], cityReceiptNo: null, contractId: null }))[0]
const known = async () => (await offices.city.cityOffice.ledgersKnown({ contractId: offices.theirs }))[0]
const proof = async (of: Desk, where: string): Promise<string> => (await of.answers.saveConsistency({ into: offices.at(where) })).paths[0] ?? ''

test('every document leaves a checkpoint with the city; a longer ledger waits for its proof, and has it', async () => {
  expect(await take(await letter(desk, 'a'))).toMatchObject({ outcome: 'imported' })
  expect(await known()).toMatchObject({ organisation: '株式会社ひかりの丘データサービス', checkpoints: [{ proved: true }], contradictions: [] })
  expect(await take(await letter(desk, 'b'))).toMatchObject({ outcome: 'imported' })
  expect((await known())?.checkpoints.map(({ proved }) => proved)).toEqual([true, false])

  await offices.city.cityOffice.proveLedger({ contractId: offices.theirs, path: await proof(desk, 'proof-1') })
  expect((await known())?.checkpoints.every(({ proved }) => proved)).toBe(true)
})

test('papers may come in any order: a shorter ledger on an older paper is no cut', async () => {
  const older = await letter(desk, 'c')
  const newer = await letter(desk, 'd')
  expect(await take(newer)).toMatchObject({ outcome: 'imported' })
  expect(await take(older)).toMatchObject({ outcome: 'imported' })
})

test('a ledger of the same length with another root is a FORK, refused even before its number is', async () => {
  const path = await letter(copy, 'forked')
  const answer = await take(path)
  expect(answer).toMatchObject({ outcome: 'refused', imported: null, verification: { verdict: 'refused', reasons: [{ code: 'ledger-forked' }] } })
  expect(await take(path)).toMatchObject({ outcome: 'refused' })
  expect((await known())?.contradictions).toMatchObject([{ kind: 'FORK' }])
})

test('a shorter ledger on a younger paper is a ROLLBACK, and its own proof makes it no better', async () => {
  expect(await take(await letter(copy, 'cut'))).toMatchObject({ outcome: 'refused', verification: { reasons: [{ code: expect.stringMatching(/^ledger-(rolled-back|forked)$/) as string }] } })
  expect((await known())?.contradictions.length).toBeGreaterThan(1)
  for (let i = 0; i < 12; i++) await letter(copy, `longer-${i}`)
  expect((await refused(offices.city.cityOffice.proveLedger({ contractId: offices.theirs, path: await proof(copy, 'proof-copy') })))[0]).toMatchObject({ code: 'ledger-forked' })
  // The ledger that went on honestly proves itself as before.
  await offices.city.cityOffice.proveLedger({ contractId: offices.theirs, path: await proof(desk, 'proof-2') })
  expect((await known())?.checkpoints.every(({ proved }) => proved)).toBe(true)
})

test('a proof that is none, older than what is held, or of somebody else is refused', async () => {
  const { city, theirs, at } = offices
  const path = join(at('broken'), 'proof.txt')
  const why = async () => (await refused(city.cityOffice.proveLedger({ contractId: theirs, path }))).map(({ facts }) => (facts as { why: string }).why)
  writeFileSync(path, '{"v":1}')
  expect(await why()).toEqual(['malformed'])
  writeFileSync(path, readFileSync(join(at('proof-1'), (await proofName('proof-1')))))
  expect(await why()).toEqual(['older'])
  writeFileSync(path, readFileSync(path, 'utf8').replace(/\+?[A-Za-z0-9/+]{20}==?\\n"/, 'AAAAAAAAAAAAAAAAAAAA=\\n"'))
  expect(await why()).toEqual(['not-theirs'])
})
const proofName = async (where: string): Promise<string> => (await import('node:fs')).readdirSync(offices.at(where))[0] ?? ''

test('a key is shown with its words before it is registered; once revoked, nothing it signs is believed, whatever day stands on it', async () => {
  const { city, theirs, at, pass, now } = offices
  const [before] = [await letter(desk, 'before')]
  const { paths } = await desk.vault.saveKeyNotice({ into: at('notice') })
  const seen = await city.contracts.lookAtKey({ contractId: theirs, path: ending(paths, '.json') })
  expect(seen).toMatchObject({ organisation: '株式会社ひかりの丘データサービス', expected: '株式会社ひかりの丘データサービス', replaces: null, known: true })
  expect(seen.checkWords).toHaveLength(12)

  const { fingerprint } = seen
  expect(await codesAgainst(city.contracts.revokeKey({ contractId: theirs, fingerprint, from: dayOf((now() + DAY) as Instant), reason: '紛失' }))).toEqual(['time-in-future'])
  expect(await codesAgainst(city.contracts.revokeKey({ contractId: theirs, fingerprint: '0'.repeat(64), from: dayOf(now()), reason: '紛失' }))).toEqual(['nothing-found'])
  expect(await city.contracts.revokeKey({ contractId: theirs, fingerprint, from: dayOf(now()), reason: '保管庫の盗難' })).toMatchObject({ counterpartKey: null, formerKeys: [{ why: '失効', reason: '保管庫の盗難' }] })
  pass(MINUTE)
  expect(await take(before)).toMatchObject({ outcome: 'refused', verification: { reasons: expect.arrayContaining([expect.objectContaining({ code: 'key-ended' })]) as unknown[] } })
})

test('a key that another took the place of is believed for what it signed until that day, and for nothing after', async () => {
  const { city, at, pass } = offices
  const other = { ...taxContract, contractNo: 'R8-税-018', shortNo: 'R8-018' }
  const { id: ours } = await desk.contracts.open(other)
  const { id: theirs } = await city.contracts.open({ ...other, contractor: hikari.name })
  const registers = async (of: Desk, where: string) => city.contracts.registerKey({
    contractId: theirs, path: ending((await of.vault.saveKeyNotice({ into: at(where) })).paths, '.json'), checkedBy: '電話', toldBy: '水野 灯里', fingerprintHeard: (await of.vault.publicKeys()).checkWords.join(' '),
  })
  await registers(desk, 'old-key')
  const [early, late] = [await letter(desk, 'early', ours), 'late']
  pass(DAY)

  const world = await openWorld({ home: at('new-machine'), now: offices.now, viruses: noScanner, cost })
  opened.push(world)
  const fresh = openDesk(world)
  await fresh.vault.create({ organisation: hikari, administrator: { name: '水野 灯里', kana: 'ミズノ アカリ', title: '', email: 'a@example.jp', tel: '', loginId: 'mizuno', password: PASSWORD, roles: ['supervisor'] } })
  expect(await registers(fresh, 'new-key')).toMatchObject({ formerKeys: [{ why: '更新' }] })
  expect(await take(early)).toMatchObject({ outcome: 'imported', verification: { verdict: 'verified' } })
  // The day of the change itself still belongs to both.
  pass(DAY)
  expect(await take(await letter(desk, late, ours))).toMatchObject({ outcome: 'refused', verification: { reasons: expect.arrayContaining([expect.objectContaining({ code: 'key-ended' })]) as unknown[] } })
})
