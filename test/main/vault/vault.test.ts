import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PersonId } from '../../../core/people/person.ts'
import { HOUR, MINUTE } from '../../../core/time.ts'
import { opening, organisation, password, nine } from './hanako.ts'
import { offices, program } from './office.ts'

const { office, recoveryKey } = offices()
const sato = 'sato' as PersonId

test('a new vault is open to whoever made it, with their entries in its ledger and its keys published', async () => {
  const home = mkdtempSync(join(tmpdir(), 'azukari-new-'))
  const { vault } = program({ home })
  expect((await vault.status()).state).toBe('absent')

  const { recoveryKey: printed } = await vault.create({ organisation, loginId: 'hanako', password }, opening(nine))

  expect(printed).toMatch(/^([0-9A-Z]{4}-){13}[0-9A-Z]{4}$/)
  expect(await vault.status()).toMatchObject({ state: 'open', organisation, session: { name: '𠮷田 花子', loginId: 'hanako', roles: ['administrator'], since: nine } })
  expect((await vault.ledger().entries(0, 9)).map((e) => e.type)).toEqual(['office-opened'])
  expect(vault.publicKeys()).toMatchObject({ checkWords: { length: 12 }, checkpointKeyId: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown })
  expect(vault.ledger().now().get('office', 'office')?.keys).toEqual(vault.publicKeys())
  await vault.lock('closed')
  rmSync(home, { recursive: true })
})

test('a vault that could not be finished leaves nothing, and an existing one is not made again', async () => {
  const home = mkdtempSync(join(tmpdir(), 'azukari-new-'))
  const { vault } = program({ home })

  await expect(vault.create({ organisation, loginId: 'hanako', password }, () => { throw new Error('power') })).rejects.toThrow('power')
  expect(readdirSync(home)).toEqual([])

  const existing = office()
  await expect(existing.vault.create({ organisation, loginId: 'hanako', password }, opening(nine))).rejects.toThrow('vault-exists')
  rmSync(home, { recursive: true })
})

test('locked, the vault says nothing of whose it is and gives nothing out', async () => {
  const { vault } = office()

  expect(await vault.status()).toEqual({ state: 'locked', organisation: null, session: null, idleLockMinutes: 10, openQuestions: 0 })
  expect(vault.session()).toBeNull()
  for (const ask of [vault.ledger, vault.keys, vault.publicKeys, () => vault.blobKey('blob')]) expect(ask).toThrow('vault-locked')
  await expect(vault.giveAccount(sato, 'sato', 'x')).rejects.toThrow('vault-locked')
})

test('the right ID and password open it, in any width of typing', async () => {
  const { vault } = office()

  expect(await vault.unlock('hanako', password.normalize('NFD'))).toMatchObject({ outcome: 'open' })

  expect((await vault.status()).organisation).toEqual(organisation)
})

test('five wrong passwords lock an ID for a quarter of an hour, the next five for half an hour, also across restarts', async () => {
  const first = office()
  const fail = () => first.vault.unlock('hanako', 'wrong')
  expect([await fail(), await fail(), await fail(), await fail()]).toEqual([4, 3, 2, 1].map((triesLeft) => ({ outcome: 'wrong', triesLeft })))
  expect(await first.again().vault.unlock('hanako', 'wrong')).toEqual({ outcome: 'locked-out', until: nine + 15 * MINUTE, justNow: true, failures: 5 })

  first.pass(15 * MINUTE - 1)
  const second = first.again()
  expect(await second.vault.unlock('hanako', password)).toEqual({ outcome: 'locked-out', until: nine + 15 * MINUTE, justNow: false, failures: 5 })

  second.pass(1)
  for (let n = 0; n < 4; n++) await second.vault.unlock('hanako', 'wrong')
  expect(await second.vault.unlock('hanako', 'wrong')).toEqual({ outcome: 'locked-out', until: nine + 45 * MINUTE, justNow: true, failures: 10 })
  second.pass(30 * MINUTE)
  expect(await second.vault.unlock('hanako', password)).toMatchObject({ outcome: 'open' })
  await second.vault.lock('asked')
  expect(await second.vault.unlock('hanako', 'wrong')).toEqual({ outcome: 'wrong', triesLeft: 4 })
})

test('a clock that was set back makes a lock no longer than it was meant to be', async () => {
  const desk = office()
  for (let n = 0; n < 5; n++) await desk.vault.unlock('hanako', 'wrong')
  desk.pass(-365 * 24 * HOUR)
  expect(await desk.vault.unlock('hanako', password)).toMatchObject({ outcome: 'locked-out' })
  desk.pass(15 * MINUTE)
  expect(await desk.vault.unlock('hanako', password)).toMatchObject({ outcome: 'open' })
})

test('an ID that nobody has is answered like one that somebody has', async () => {
  const { vault } = office()

  const answers = []
  for (let n = 0; n < 6; n++) answers.push(await vault.unlock('nobody', password))

  expect(answers.slice(0, 4)).toEqual([4, 3, 2, 1].map((triesLeft) => ({ outcome: 'wrong', triesLeft })))
  expect(answers.slice(4)).toMatchObject([{ outcome: 'locked-out', justNow: true }, { outcome: 'locked-out', justNow: false }])
  expect(await vault.unlock('hanako', password)).toMatchObject({ outcome: 'open' })
})

test('a second person proves themself at the open desk without taking it over, and is counted like at the door', async () => {
  const { vault } = office()
  await vault.unlock('hanako', password)
  expect(await vault.giveAccount(sato, 'sato', 'すずしい朝の貨物列車')).toBe('given')
  expect(await vault.giveAccount('other' as PersonId, 'sato', 'x')).toBe('taken')
  expect(await vault.giveAccount(sato, 'sato', 'すずしい朝の貨物列車 二')).toBe('given')

  expect(await vault.authenticate('sato', 'wrong')).toEqual({ outcome: 'wrong', triesLeft: 4 })
  expect(await vault.authenticate('sato', 'すずしい朝の貨物列車 二')).toMatchObject({ outcome: 'open', personId: sato, given: true })

  expect(vault.session()?.loginId).toBe('hanako')
})

test('a changed password replaces the old one, a resumed account forgets what was failed', async () => {
  const { vault } = office()
  await vault.unlock('hanako', password)
  for (let n = 0; n < 5; n++) await vault.authenticate('hanako', 'wrong')
  expect(await vault.authenticate('hanako', password)).toMatchObject({ outcome: 'locked-out' })

  await vault.resumeAccount('hanako', 'あたらしい合言葉です')
  await vault.lock('asked')

  expect(await vault.unlock('hanako', password)).toMatchObject({ outcome: 'wrong' })
  expect(await vault.unlock('hanako', 'あたらしい合言葉です')).toMatchObject({ outcome: 'open' })
})

test('the printed recovery key opens the vault with a new password, for an ID that exists', async () => {
  const { vault } = office()
  for (let n = 0; n < 5; n++) await vault.unlock('hanako', 'wrong')

  expect(await vault.recover('0000-0000', 'hanako', 'x')).toMatchObject({ outcome: 'wrong' })
  expect(await vault.recover(recoveryKey(), 'nobody', 'x')).toMatchObject({ outcome: 'wrong' })
  expect(await vault.recover(recoveryKey().toLowerCase().replaceAll('-', ' '), 'hanako', '忘れにくい合言葉')).toMatchObject({ outcome: 'open' })

  await vault.lock('asked')
  expect(await vault.unlock('hanako', '忘れにくい合言葉')).toMatchObject({ outcome: 'open' })
})

test('an idle desk is left after ten minutes, even when the timer slept; something under way keeps it open', async () => {
  const { vault, pass } = office()
  await vault.unlock('hanako', password)
  pass(9 * MINUTE)
  vault.touch()
  pass(9 * MINUTE)
  expect(vault.session()).not.toBeNull()
  const work = vault.begin()
  pass(60 * MINUTE)
  expect(vault.session()).not.toBeNull()

  work.end()
  pass(10 * MINUTE)

  expect(vault.session()).toBeNull()
  expect((await vault.status()).state).toBe('locked')
})

test('whoever writes down the leaving of an idle desk still sees who it was', async () => {
  const { home } = office()
  const seen: unknown[] = []
  const desk = program({ home, onIdle: async () => { seen.push(desk.vault.session()?.loginId) } })
  await desk.vault.unlock('hanako', password)

  desk.pass(10 * MINUTE)

  expect(desk.vault.session()).toBeNull()
  expect(seen).toEqual(['hanako'])
})

test('locking calls off what is under way and waits until it has put its things away', async () => {
  const { vault } = office()
  await vault.unlock('hanako', password)
  const work = vault.begin()
  let putAway = false
  work.signal.addEventListener('abort', () => { putAway = true; work.end() })

  await vault.lock('asked')

  expect(putAway).toBe(true)
  expect(() => vault.blobKey('blob')).toThrow('vault-locked')
})

test('two programs do not share a vault: the second is told so and counts no failure', async () => {
  const first = office()
  const second = first.again()
  await first.vault.unlock('hanako', password)
  const keyring = readFileSync(join(first.home, 'vault/keyring.json'))

  expect(await second.vault.unlock('hanako', 'wrong')).toEqual({ outcome: 'in-use' })
  expect(await second.vault.recover(recoveryKey(), 'hanako', 'x')).toEqual({ outcome: 'in-use' })
  expect(readFileSync(join(first.home, 'vault/keyring.json'))).toEqual(keyring)

  await first.vault.lock('asked')
  expect(await second.vault.unlock('hanako', password)).toMatchObject({ outcome: 'open' })
})

test('while locked, a vault is whole files that can be copied', async () => {
  const { home, vault } = office()
  await vault.unlock('hanako', password)
  expect(existsSync(join(home, 'vault/vault.db-wal'))).toBe(true)

  await vault.lock('asked')

  expect(readdirSync(join(home, 'vault')).toSorted()).toEqual(['blobs', 'door', 'keyring.json', 'vault.db'])
})

test('a file at the home’s place is not taken for a vault', async () => {
  const home = join(mkdtempSync(join(tmpdir(), 'azukari-new-')), 'home')
  writeFileSync(home, 'something else')

  expect((await program({ home }).vault.status()).state).toBe('absent')
  await expect(program({ home }).vault.create({ organisation, loginId: 'hanako', password }, opening(nine))).rejects.toThrow()
  expect(readFileSync(home, 'utf8')).toBe('something else')
})
