import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { changedSince, project, PROJECTION_VERSION } from '../../../core/ledger/project.ts'
import { realVault, type RealVault } from '../../../main/vault/vault.ts'
import { cost, nine, opening, organisation, password } from './hanako.ts'

test('whoever closes the window while the tables are made anew leaves the vault as it was, and it opens the next time', async () => {
  const home = mkdtempSync(join(tmpdir(), 'azukari-door-'))
  const projection = { version: PROJECTION_VERSION, project, changedSince }
  const today = { home, now: () => nine, newId: () => 'hanako-1', projection, cost }
  const made = realVault(today)
  await made.create({ organisation, loginId: 'hanako', password }, opening(nine))
  await made.lock('closed')

  let leaves = true
  const later: RealVault = realVault({ ...today, projection: { version: PROJECTION_VERSION + 1, changedSince: () => 'all', project: (entry, shelf) => {
    if (leaves) void later.lock('closed')
    project(entry, shelf)
  } } })
  await expect(later.unlock('hanako', password)).rejects.toThrow('vault-locked')
  expect(await later.status()).toMatchObject({ state: 'locked' })

  // Still what the older program opens; and then what the newer one does.
  expect(await made.unlock('hanako', password)).toMatchObject({ outcome: 'open' })
  await made.lock('closed')
  leaves = false
  expect(await later.unlock('hanako', password)).toMatchObject({ outcome: 'open' })
  expect((await later.status()).bringingUp).toBeUndefined()
  await later.lock('closed')
  rmSync(home, { recursive: true })
})
