import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { realDisk } from '../../../main/files/disk.ts'
import { codesAgainst } from '../../refused.ts'
import { backedUp, byPassword, never, password, shelf } from './shelf.ts'

const { recoveryKey, folder, office, empty } = shelf()
const other = '新しい窓口のながいパスワード'

test('a vault comes back on a fresh machine with the recovery key: the same ledger, the same files, the same secrets', async () => {
  const here = await office()
  const before = await here.world.ledger.entries(0, 1000)
  const path = await backedUp(here, folder())
  const there = await empty()

  const restored = await there.desk.backup.restore({ path, opening: { kind: 'recovery-key', recoveryKey: recoveryKey(), loginId: 'hanako', newPassword: other }, witness: null, confirmation: null })

  expect(restored).toMatchObject({ outcome: 'restored', restored: { missing: 0, forked: false, movedAside: null, how: 'recovery-key' }, status: { state: 'locked' } })
  expect(await codesAgainst(there.desk.vault.unlock({ loginId: 'hanako', password }))).toEqual(['wrong-password'])
  await there.desk.vault.unlock({ loginId: 'hanako', password: other })
  const after = await there.world.ledger.entries(0, 1000)
  expect(after.slice(0, before.length)).toEqual(before)
  expect(after.map(({ type }) => type).slice(before.length)).toEqual(['backup-begun', 'vault-restored', 'sign-in-locked', 'signed-in'].filter((type) => type !== 'sign-in-locked'))
  for (const blob of readdirSync(join(here.home, 'vault/blobs'))) expect(readFileSync(join(there.home, 'vault/blobs', blob))).toEqual(readFileSync(join(here.home, 'vault/blobs', blob)))
  expect(await there.world.vault.secretCalled('mail')).toBe('ひみつ')
  expect((await there.world.ledger.verify(never)).problems).toEqual([])
  await Promise.all([here.close(), there.close()])
})

test('an ID and its password open a backup too; a wrong one does not', async () => {
  const here = await office()
  const path = await backedUp(here, folder())
  const there = await empty()

  expect(await codesAgainst(there.desk.backup.restore({ path, opening: { ...byPassword, password: 'ちがうことば' }, witness: null, confirmation: null }))).toEqual(['backup-key-wrong'])
  expect(readdirSync(there.home).filter((name) => name.startsWith('vault'))).toEqual([])
  await there.desk.backup.restore({ path, opening: byPassword, witness: null, confirmation: null })

  await there.desk.vault.unlock({ loginId: 'hanako', password })
  await Promise.all([here.close(), there.close()])
})

test('a backup is verified in a thread of its own, listed, and says what it is', async () => {
  const here = await office(realDisk)
  const into = folder()
  const path = await backedUp(here, into)

  expect(await here.desk.backup.verify({ path })).toMatchObject({ outcome: 'sound', header: { generation: 1, entries: 6 } })
  expect(await here.desk.backup.list({ folder: into })).toMatchObject([{ path, generation: 1 }])
  expect(await here.desk.backup.read({ path })).toMatchObject({ generation: 1, entries: 6 })
  expect(readdirSync(into)).toHaveLength(1)
  expect(readdirSync(here.home).toSorted()).toEqual(['vault'])
  expect((await here.world.ledger.entries(6, 10)).map(({ type }) => type)).toEqual(['backup-ended', 'backup-checked'])
  await here.close()
})
