import { appendFileSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { nine, password } from '../main/vault/hanako.ts'
import { offices, program } from '../main/vault/office.ts'
import { refused } from '../refused.ts'
import { contentOf, copyOf, databaseOf, fillOffice, knownOf, never, PAGE, rescuedIn } from './damage-cast.ts'

const { office } = offices()
const out = mkdtempSync(join(tmpdir(), 'azukari-rescued-'))
afterAll(() => rmSync(out, { recursive: true, force: true }))
let rescues = 0
const rescue = async ({ vault }: ReturnType<typeof office>, more: { password?: string } = {}) =>
  vault.rescue({ loginId: 'hanako', password, ...more, into: join(out, `rescued-${++rescues}`) }, never)

test('out of a database without its first pages comes every entry that is left, and not one byte of the vault changes', async () => {
  const desk = office()
  const known = await fillOffice(desk, 60)
  const path = databaseOf(desk)
  writeFileSync(path, Buffer.concat([Buffer.alloc(2 * PAGE, 7), readFileSync(path).subarray(2 * PAGE)]))
  expect(await desk.vault.unlock('hanako', password)).toMatchObject({ outcome: 'damaged', what: 'vault.db' })
  const before = contentOf(desk.home)

  const answer = await rescue(desk)

  if (answer.outcome !== 'rescued') throw new Error(answer.outcome)
  const found = rescuedIn(answer.rescued.folder)
  expect(found.length).toBeGreaterThan(known.entries.length * 0.8)
  expect(known.entries).toEqual(expect.arrayContaining(found))
  const { entries, total, missing } = answer.rescued
  expect([entries, total]).toEqual([found.length, known.entries.length])
  expect(missing.reduce((sum, { from, to }) => sum + to - from + 1, 0)).toBe(total - entries)
  expect(contentOf(desk.home)).toEqual(before)
  expect(JSON.parse(readFileSync(join(answer.rescued.folder, 'report.json'), 'utf8'))).toMatchObject({ entries, total, missing })
})

test('an undamaged ledger is rescued whole, and a signed checkpoint proves that it is', async () => {
  const desk = office()
  const known = await fillOffice(desk, 60)
  const answer = await rescue(desk)
  if (answer.outcome !== 'rescued') throw new Error(answer.outcome)
  expect(rescuedIn(answer.rescued.folder)).toEqual(known.entries)
  expect(answer.rescued).toMatchObject({ missing: [], contradicting: [], damagedPages: 0, proved: known.entries.length })
})

test('what only the write-ahead log holds is rescued too, whatever became of the file', async () => {
  const desk = office()
  const known = await fillOffice(desk, 20)
  await desk.vault.unlock('hanako', password)
  const ledger = desk.vault.ledger()
  await ledger.append([{ type: 'unregistered-medium-refused', at: nine, by: null, data: { serial: 'LAST', where: '窓口' } }], ledger.head())
  const late = await knownOf(desk)
  const home = copyOf(desk.home, join(out, 'power-cut'))
  await desk.vault.lock('asked')
  expect(existsSync(`${databaseOf({ home })}-wal`)).toBe(true)
  truncateSync(databaseOf({ home }), 3 * PAGE)

  const answer = await rescue(program({ home }))

  if (answer.outcome !== 'rescued') throw new Error(answer.outcome)
  const found = rescuedIn(answer.rescued.folder)
  expect(late.entries).toEqual(expect.arrayContaining(found))
  expect(found).toContain(late.entries.at(-1))
  expect(known.entries).not.toContain(late.entries.at(-1))
})

test('a log of other pages, or of none, adds nothing to what was written', async () => {
  const desk = office()
  const known = await fillOffice(desk, 20)
  writeFileSync(`${databaseOf(desk)}-wal`, readFileSync(databaseOf(desk)).subarray(0, 3 * PAGE + 11))
  appendFileSync(`${databaseOf(desk)}-shm`, Buffer.alloc(32_768, 0xa5))
  const answer = await rescue(desk)
  if (answer.outcome !== 'rescued') throw new Error(answer.outcome)
  expect(rescuedIn(answer.rescued.folder)).toEqual(known.entries)
})

test('the way out is as well guarded as the way in', async () => {
  const desk = office()
  expect(await rescue(desk, { password: 'wrong' })).toEqual({ outcome: 'wrong', triesLeft: 4 })
  await desk.vault.unlock('hanako', password)
  expect(await refused(rescue(desk))).toMatchObject([{ code: 'state-does-not-allow' }])
  expect(await rescue(program({ home: desk.home }))).toEqual({ outcome: 'in-use' })
  await desk.vault.lock('asked')

  const into = join(out, 'taken')
  writeFileSync(into, '')
  expect(await refused(desk.vault.rescue({ loginId: 'hanako', password, into }, never))).toMatchObject([{ code: 'target-exists' }])
  copyFileSync(databaseOf(desk), join(out, 'kept.db'))
  rmSync(databaseOf(desk))
  expect(await refused(rescue(desk))).toMatchObject([{ code: 'vault-damaged', facts: { what: 'vault.db' } }])
})
