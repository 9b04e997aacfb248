import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { finishRestoring } from '../../../main/backup/place.ts'
import { refused } from '../../refused.ts'
import { nine } from '../vault/hanako.ts'
import { codeOf } from '../vault/telephone.ts'
import { backedUp, byPassword, type Place, password, shelf } from './shelf.ts'

const { recoveryKey, folder, office, empty, at } = shelf()
const asked = { opening: byPassword, witness: null, confirmation: null }

/** Somebody works on after the backup, and goes home. */
async function workOn(place: Place, entries: number): Promise<void> {
  for (let n = 0; n < entries; n++) await place.desk.backup.setPlan({ plan: null })
  await place.desk.vault.lock()
}

test('a backup that is behind the vault that lies here is refused until what is lost is typed, and the ledger says what is missing', async () => {
  const here = await office()
  const path = await backedUp(here, folder())
  await workOn(here, 3)

  const [objection] = await refused(here.desk.backup.restore({ path, ...asked }))
  expect(objection).toMatchObject({ code: 'backup-behind', article: '17①', facts: { entries: 6, known: 11, missing: 5, source: 'present-vault', forked: false } })
  const confirmation = objection?.code === 'backup-behind' ? objection.facts.confirmation : ''
  expect((await refused(here.desk.backup.restore({ path, ...asked, confirmation: '1-0000' })))[0]?.code).toBe('backup-behind')
  expect(readdirSync(here.home).filter((name) => name.startsWith('vault'))).toEqual(['vault'])

  const done = await here.desk.backup.restore({ path, ...asked, confirmation })

  expect(done).toMatchObject({ outcome: 'restored', restored: { missing: 5, confirmation, told: null } })
  const kept = readdirSync(here.home).filter((name) => name.startsWith('vault'))
  expect(kept).toEqual(['vault', done.outcome === 'restored' ? done.restored.movedAside : ''])
  await here.desk.vault.unlock({ loginId: 'hanako', password })
  expect((await here.desk.home.today()).cards.map(({ code }) => code)).toContain('ledger-set-back')
  await here.desk.backup.tellCity({ id: (await here.desk.backup.state()).restored?.id ?? '', cityRef: '森川様 4月1日 電話', lost: null })
  expect((await here.desk.home.today()).cards.map(({ code }) => code)).not.toContain('ledger-set-back')
  await here.close()
})

test('a newer backup beside it, or a checkpoint that somebody else keeps, is known too', async () => {
  const here = await office()
  const into = folder()
  const path = await backedUp(here, into)
  here.pass(60_000)
  await backedUp(here, into)
  const there = await empty()
  expect((await refused(there.desk.backup.restore({ path, ...asked })))[0]).toMatchObject({ code: 'backup-behind', facts: { source: 'newer-backup', missing: 2 } })

  const alone = join(folder(), 'alone.azkbackup')
  renameSync(path, alone)
  const witness = join(folder(), 'witness.json')
  writeFileSync(witness, JSON.stringify(await here.world.ledger.consistency()))
  expect((await refused(there.desk.backup.restore({ path: alone, ...asked, witness })))[0]).toMatchObject({ code: 'backup-behind', facts: { source: 'witness', missing: 3 } })
  writeFileSync(witness, 'something else')
  expect((await refused(there.desk.backup.restore({ path: alone, ...asked, witness })))[0]).toMatchObject({ code: 'backup-trouble', facts: { what: 'witness-not-ours' } })
  await there.desk.backup.restore({ path: alone, ...asked })
  await Promise.all([here.close(), there.close()])
})

test('a damaged vault is moved aside, whole, and its last sight of the ledger still counts', async () => {
  const here = await office()
  const path = await backedUp(here, folder())
  await workOn(here, 1)
  writeFileSync(join(here.home, 'vault/vault.db'), 'fell on the floor')

  expect((await refused(here.desk.backup.restore({ path, ...asked })))[0]).toMatchObject({ code: 'backup-behind', facts: { source: 'last-locked', missing: 3 } })
  await here.close()
})

test('the vault of somebody else is never replaced, and nobody restores while somebody is signed in', async () => {
  const here = await office()
  const path = await backedUp(here, folder())
  expect((await refused(here.desk.backup.restore({ path, ...asked })))[0]?.code).toBe('restore-while-open')
  const other = await empty()
  await other.desk.vault.create({ organisation: { kind: 'contractor', name: '別の会社', address: '緑市2', representative: '別 人', tel: '03-0000-0009', email: 'b@betsu.example', docPrefix: 'べ' }, administrator: { name: '別 人', kana: 'ベツ ヒト', title: '', email: 'b@betsu.example', tel: '', loginId: 'betsu', password, roles: [] } })
  await other.desk.vault.lock()

  expect((await refused(other.desk.backup.restore({ path, ...asked })))[0]?.code).toBe('restore-over-another')

  await Promise.all([here.close(), other.close()])
})

test('whoever restores with the recovery key comes in without the telephone, and the ledger says that their second factor ended', async () => {
  const here = await office()
  const { key } = await here.desk.vault.offerFactor({ password })
  await here.desk.vault.setFactor({ code: codeOf(key, nine) })
  const path = await backedUp(here, folder())
  const there = await empty()
  await there.desk.backup.restore({ path, ...asked, opening: { kind: 'recovery-key', recoveryKey: recoveryKey(), loginId: 'hanako', newPassword: 'ame-wa-yozora-9' } })

  expect(await there.desk.vault.unlock({ loginId: 'hanako', password: 'ame-wa-yozora-9' })).toMatchObject({ state: 'open' })
  expect((await there.desk.ledger.entries({ from: 0, count: 100 })).entries.map(({ type }) => type)).toContain('second-factor-removed')
  await Promise.all([here.close(), there.close()])
})

test('killed between the two renames, the next start finds a whole vault in its place', async () => {
  const place = await office()
  const home = place.home
  await place.close()
  const [draft, aside] = ['vault.00000000-1-00000000.part', 'vault-before-20260401-090000']
  const note = (): void => writeFileSync(join(home, 'restoring.json'), JSON.stringify({ draft, aside }))

  note()
  renameSync(join(home, 'vault'), join(home, aside))
  mkdirSync(join(home, draft))
  writeFileSync(join(home, draft, 'new'), '')
  await finishRestoring(home)
  expect(readdirSync(join(home, 'vault'))).toEqual(['new'])

  rmSync(join(home, 'vault'), { recursive: true })
  note()
  await (await at(home)).close()
  expect(readdirSync(join(home, 'vault'))).toContain('vault.db')
  expect(readdirSync(home)).not.toContain('restoring.json')
})
