import { copyFileSync, cpSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PersonId } from '../../../core/people/person.ts'
import type { NewEntry } from '../../../core/ledger/entry.ts'
import { nine, password } from './hanako.ts'
import { offices, type Office } from './office.ts'

const { office, recoveryKey } = offices()
const sato = 'sato' as PersonId
const at = ({ home }: Office, name: string) => join(home, 'vault', name)

async function keyringOf(desk: Office): Promise<Record<string, never> & { slots: Record<string, unknown>[]; recovery: Record<string, unknown> }> {
  return JSON.parse(readFileSync(at(desk, 'keyring.json'), 'utf8')) as never
}

test.each([
  ['a keyring that is gone', 'keyring.json', (path: string) => rmSync(path)],
  ['a keyring that was cut', 'keyring.json', (path: string) => truncateSync(path, 100)],
  ['a keyring that is something else', 'keyring.json', (path: string) => writeFileSync(path, '[]')],
  ['a keyring without slots', 'keyring.json', (path: string) => writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), slots: [] }))],
  ['a keyring that would cost too much', 'keyring.json', (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace(/"N": 1024/, '"N": 1099511627776'))],
  ['a keyring whose cost is none', 'keyring.json', (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace(/"N": 1024/, '"N": 5000'))],
  ['a keyring that would fill the memory', 'keyring.json', (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace(/"N": 1024,\s+"r": 8/, '"N": 1048576, "r": 16'))],
  ['a slot that would cost too much', 'keyring.json', (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace(/("name": "scrypt",\s+"N":) 1024/, '$1 1073741824'))],
  ['a database that is gone', 'vault.db', (path: string) => rmSync(path)],
  ['an empty database', 'vault.db', (path: string) => truncateSync(path, 0)],
  ['a database cut in half', 'vault.db', (path: string) => truncateSync(path, statSync(path).size >> 1)],
  ['a database of one page', 'vault.db', (path: string) => truncateSync(path, 4096)],
  ['a database of a few bytes', 'vault.db', (path: string) => truncateSync(path, 20)],
  ['a database with a flipped bit in its head', 'vault.db', (path: string) => flip(path, 100)],
  ['a database that is something else', 'vault.db', (path: string) => writeFileSync(path, 'PK\x03\x04 not ours at all'.padEnd(8192, '.'))],
  ['a folder in the database’s place', 'vault.db', (path: string) => { rmSync(path); cpSync(join(path, '..', 'blobs'), path, { recursive: true }) }],
])('%s is called damaged by name, and not touched', async (_, name, damage) => {
  const desk = office()
  damage(at(desk, name))
  const before = contentOf(at(desk, name))

  const answer = await desk.vault.unlock('hanako', password)

  expect(answer).toMatchObject({ outcome: 'damaged', what: expect.stringMatching(`^${name}`) as unknown })
  // But for the failure that was counted before the slot was tried.
  expect(withoutFailures(contentOf(at(desk, name)))).toEqual(withoutFailures(before))
  expect((await desk.vault.status()).state).toBe('locked')
})

test('a wrong password on a damaged database is a wrong password: nobody learns more', async () => {
  const desk = office()
  truncateSync(at(desk, 'vault.db'), 20)

  expect(await desk.vault.unlock('hanako', 'wrong')).toEqual({ outcome: 'wrong', triesLeft: 4 })
})

test('a slot that was exchanged for another does not let one in under the other’s name', async () => {
  const desk = office()
  await desk.vault.unlock('hanako', password)
  await desk.vault.giveAccount(sato, 'sato', 'すずしい朝の貨物列車')
  await desk.vault.lock('asked')
  const keyring = await keyringOf(desk)
  const [hanako, satos] = keyring.slots
  keyring.slots = [{ ...hanako, key: satos!['key'] }, satos!]
  writeFileSync(at(desk, 'keyring.json'), JSON.stringify(keyring))

  expect(await desk.vault.unlock('hanako', 'すずしい朝の貨物列車')).toEqual({ outcome: 'damaged', what: 'keyring.json: a slot was exchanged' })

  keyring.slots = [{ ...satos, tag: hanako!['tag'] }, satos!]
  writeFileSync(at(desk, 'keyring.json'), JSON.stringify(keyring))
  expect(await desk.vault.unlock('hanako', 'すずしい朝の貨物列車')).toEqual({ outcome: 'damaged', what: 'keyring.json: a slot was exchanged' })
})

test.each([
  ['of another kind', (recovery: Record<string, unknown>) => { recovery['kdf'] = { name: 'scrypt', N: 1024, r: 8, p: 1 } }],
  ['in place of a password’s', (_: Record<string, unknown>, slots: Record<string, unknown>[]) => { (slots[0]!['key'] as Record<string, unknown>)['kdf'] = { name: 'recovery' } }],
])('a slot %s is damage, with whatever one comes', async (_, change) => {
  const desk = office()
  const keyring = await keyringOf(desk)
  change(keyring.recovery, keyring.slots)
  writeFileSync(at(desk, 'keyring.json'), JSON.stringify(keyring))

  expect(await desk.vault.recover(recoveryKey(), 'hanako', 'x')).toEqual({ outcome: 'damaged', what: 'keyring.json' })
  expect(await desk.vault.unlock('hanako', password)).toEqual({ outcome: 'damaged', what: 'keyring.json' })
})

test('a keyring of a newer program is called newer by whoever is asked, and not damaged', async () => {
  const desk = office()
  writeFileSync(at(desk, 'keyring.json'), readFileSync(at(desk, 'keyring.json'), 'utf8').replace('"version": 2', '"version": 4'))
  const newer = { outcome: 'newer', what: 'keyring.json 4' }
  expect(await desk.vault.unlock('hanako', password)).toEqual(newer)
  expect(await desk.vault.rescue({ loginId: 'hanako', password, into: at(desk, '../rescued') }, { signal: new AbortController().signal, onProgress: () => {} })).toEqual(newer)
})

test('a recovery slot that was altered does not open', async () => {
  const desk = office()
  const keyring = await keyringOf(desk)
  keyring.recovery['wrapped'] = Buffer.alloc(48).toString('base64')
  writeFileSync(at(desk, 'keyring.json'), JSON.stringify(keyring))

  expect(await desk.vault.recover(recoveryKey(), 'hanako', 'x')).toMatchObject({ outcome: 'wrong' })
})

test('an older database put back under a newer keyring is noticed, a newer one is not held against anybody', async () => {
  const desk = office()
  const write = async () => {
    await desk.vault.unlock('hanako', password)
    const entry: NewEntry = { type: 'signed-in', at: nine, by: null, data: { personId: sato } }
    await desk.vault.ledger().append([entry], desk.vault.ledger().head())
    await desk.vault.lock('asked')
  }
  await write()
  copyFileSync(at(desk, 'vault.db'), at(desk, 'older.db'))
  copyFileSync(at(desk, 'keyring.json'), at(desk, 'older.json'))
  await write()
  copyFileSync(at(desk, 'vault.db'), at(desk, 'newer.db'))

  copyFileSync(at(desk, 'older.db'), at(desk, 'vault.db'))
  expect(await desk.vault.unlock('hanako', password)).toEqual({ outcome: 'damaged', what: 'vault.db: older than when it was last locked' })

  copyFileSync(at(desk, 'newer.db'), at(desk, 'vault.db'))
  copyFileSync(at(desk, 'older.json'), at(desk, 'keyring.json'))
  expect(await desk.vault.unlock('hanako', password)).toMatchObject({ outcome: 'open' })
})

test('a page that was altered where nobody looked yet is found by verifying', async () => {
  const desk = office()
  await desk.vault.unlock('hanako', password)
  const where = '窓口'.repeat(3000)
  const entries = Array.from({ length: 40 }, (): NewEntry => ({ type: 'unregistered-medium-refused', at: nine, by: null, data: { serial: 'S', where } }))
  await desk.vault.ledger().append(entries, desk.vault.ledger().head())
  await desk.vault.lock('asked')
  flip(at(desk, 'vault.db'), statSync(at(desk, 'vault.db')).size >> 1)

  expect(await desk.vault.unlock('hanako', password)).toMatchObject({ outcome: 'open' })
  const { problems } = await desk.vault.ledger().verify({ signal: new AbortController().signal, onProgress: () => {} })

  expect(problems.map(({ what }) => what)).toContain('unreadable')
})

function flip(path: string, place: number): void {
  const bytes = readFileSync(path)
  bytes[place]! ^= 1
  writeFileSync(path, bytes)
}

function contentOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isFile() ? readFileSync(path).toString('latin1') : null
}

function withoutFailures(content: string | null): string | undefined {
  return content?.replace(/"failures": \[[^\]]*\]/, '"failures": []')
}
