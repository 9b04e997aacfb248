import { expect, test } from 'vitest'
import { closeInterrupted, makeDueBackup } from '../../core/backup/making.ts'
import { isDue, objectionsToRestoring, plannedBefore } from '../../core/backup/rules.ts'
import type { Backups } from '../../core/backup/backup.ts'
import type { PersonId } from '../../core/people/person.ts'
import { DAY, HOUR, instantOf } from '../../core/time.ts'
import type { FoundBackup } from '../../core/world.ts'
import { codesAgainst } from '../refused.ts'
import { openOffice, testWorld, type Office } from '../world.ts'

const never = new AbortController().signal
const plan = { folder: '/out', at: '12:15', keep: 2 }

async function founded(): Promise<Office> {
  const office = openOffice(testWorld())
  await office.desk.vault.create({
    organisation: { kind: 'contractor', name: '株式会社ひかりの丘データサービス', address: '市', representative: '大鳥', tel: '1', email: 'a@b.example', docPrefix: 'ひ' },
    administrator: { name: '水野 灯里', kana: 'ミズノ アカリ', title: '部長', email: 'm@b.example', tel: '1', loginId: 'mizuno', password: 'とてもながいことばですよね', roles: [] },
  })
  return office
}
const types = async ({ world }: Office): Promise<string[]> => (await world.ledger.entries(0, 100)).map(({ type }) => type).filter((type) => type.startsWith('backup'))

test('a backup is due once for each time of the plan, and at once where there never was one', () => {
  const none: Backups = { plan, plannedAt: null, generation: 0, lastMade: null, lastTried: null, restored: null }
  const noon = instantOf('2026-12-07T12:15:00+09:00')
  const madeAt = (begunAt: number): Backups => ({ ...none, lastMade: { begunAt } as Backups['lastMade'] })

  expect(plannedBefore(plan, noon)).toBe(noon)
  expect(plannedBefore(plan, (noon - 1) as typeof noon)).toBe(noon - DAY)
  expect(isDue(none, noon)).toBe(true)
  expect(isDue(madeAt(noon - 1), noon)).toBe(true)
  expect(isDue(madeAt(noon), (noon + DAY - 1) as typeof noon)).toBe(false)
  expect(isDue({ ...madeAt(0), plan: null }, noon)).toBe(false)
})

test('what is due is made by the machine, as far as the plan goes back, and old generations go', async () => {
  const office = await founded()
  await office.desk.backup.setPlan({ plan })

  for (let day = 0; day < 3; day++) {
    expect(await makeDueBackup(office.world, never)).toBe('made')
    expect(await makeDueBackup(office.world, never)).toBe('not-due')
    office.world.pass(DAY)
  }

  const { backups, lastMade } = await office.desk.backup.state()
  expect(backups.map(({ generation, removedAt, asked }) => [generation, removedAt === null, asked])).toEqual([[3, true, 'by-plan'], [2, true, 'by-plan'], [1, false, 'by-plan']])
  expect(lastMade?.generation).toBe(3)
  expect((await office.world.ledger.entries(0, 100)).filter(({ type }) => type === 'backup-ended').every(({ by }) => by === null)).toBe(true)
})

test('a folder that is not there is written down once, said on 今日, and used as soon as it is back', async () => {
  const office = await founded()
  await office.desk.backup.setPlan({ plan })
  await makeDueBackup(office.world, never)
  office.world.pass(DAY + 5 * HOUR)
  office.world.folders.delete('/out')

  for (let minute = 0; minute < 5; minute++) await makeDueBackup(office.world, never)

  expect((await types(office)).filter((type) => type === 'backup-failed')).toHaveLength(1)
  expect((await office.desk.home.today()).cards).toContainEqual(expect.objectContaining({ code: 'backup-folder-missing', kind: 'overdue', facts: { days: 1, folder: '/out' } }))
  office.world.folders.add('/out')
  expect(await makeDueBackup(office.world, never)).toBe('made')
  expect((await office.desk.home.today()).cards.filter(({ code }) => code.startsWith('backup'))).toEqual([])
})

test('a backup that a kill cut off is written down as that at the next start, and made again', async () => {
  const office = await founded()
  await office.desk.backup.setPlan({ plan })
  const killed = new Promise<never>(() => {})
  const { backups } = office.world
  office.world.backups = { ...backups, make: () => killed }
  void office.desk.backup.make({ folder: null })
  while (!(await types(office)).includes('backup-begun')) await Promise.resolve()

  // Another program on the same ledger, as after a start.
  const after = { ...office.world, backups }
  await closeInterrupted(after)

  expect((await office.desk.backup.state()).backups[0]).toMatchObject({ state: 'failed', failed: { why: 'interrupted' } })
  expect(await makeDueBackup(after, never)).toBe('made')
})

test('without a plan and without a folder there is nothing to make', async () => {
  const office = await founded()
  expect(await codesAgainst(office.desk.backup.make({ folder: null }))).toEqual(['backup-not-planned'])
  expect(await codesAgainst(office.desk.backup.setPlan({ plan: { ...plan, folder: '/nowhere' } }))).toEqual(['backup-trouble'])
  office.world.pass(4 * DAY)
  expect((await office.desk.home.today()).cards.map(({ code }) => code)).toContain('backup-not-planned')
})

test('what is typed to confirm counts for this loss and for no other', () => {
  const found = (entries: number, hash: string): FoundBackup => ({
    personId: 'p' as PersonId, how: 'password', present: 'same', movedAside: null, from: { vault: 'azukari/0', generation: 1, madeAt: instantOf('2026-12-07T12:15:00+09:00'), entries, name: 'a', head: { size: entries, hash } },
    known: [{ source: 'present-vault', where: '', entries: 20, at: null, relation: 'behind' }],
  })
  expect(objectionsToRestoring(found(8, '9f3a'.repeat(16)), '12-9f3a')).toEqual([])
  expect(objectionsToRestoring(found(8, '9f3a'.repeat(16)), null)).toHaveLength(1)
  expect(objectionsToRestoring(found(7, '9f3a'.repeat(16)), '12-9f3a')).toHaveLength(1)
  expect(objectionsToRestoring(found(8, '0000'.repeat(16)), '12-9f3a')).toHaveLength(1)
  expect(objectionsToRestoring({ ...found(8, '9f3a'.repeat(16)), present: 'another' }, '12-9f3a')[0]?.code).toBe('restore-over-another')
})
