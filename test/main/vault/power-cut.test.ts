import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { password } from './hanako.ts'
import { offices } from './office.ts'
import { appendUntilPowerCut, createUntilPowerCut, cutPower, takeUntilPowerCut } from './power-cut.ts'

// A cut of each kind; `slow-power-cuts.test.ts` makes more, and `test/faults` many, at every call of the disk.
const { office } = offices()

test('a power cut while appending loses nothing that was answered and leaves nothing half said', async () => {
  await appendUntilPowerCut(office().home)
})

test('a power cut while taking leaves every file that the ledger speaks of and no other', async () => {
  await takeUntilPowerCut(office().home)
})

test('a power cut while making a vault leaves a whole one or none', async () => {
  const home = mkdtempSync(join(tmpdir(), 'azukari-cut-'))
  await createUntilPowerCut(home)
  rmSync(home, { recursive: true })
})

test('while another program has the vault it is in use, and the moment that program dies it is not', async () => {
  const { home, vault } = office()
  let meanwhile: unknown

  await cutPower('append', [home], async () => { meanwhile = await vault.unlock('hanako', password) })

  expect(meanwhile).toEqual({ outcome: 'in-use' })
  expect(await vault.unlock('hanako', password)).toMatchObject({ outcome: 'open' })
})
