import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import { sized } from '../../campaign.ts'
import { offices } from './office.ts'
import { appendUntilPowerCut, createUntilPowerCut, takeUntilPowerCut } from './power-cut.ts'

const { office } = offices()

test('many power cuts while appending, in one ledger', async () => {
  const { home } = office()
  for (let cut = 0; cut < sized(30, 100); cut++) await appendUntilPowerCut(home)
})

test('many power cuts while taking, in one vault', async () => {
  const { home } = office()
  for (let cut = 0; cut < sized(30, 100); cut++) await takeUntilPowerCut(home)
})

test('power cuts while making a vault', async () => {
  for (let cut = 0; cut < sized(12, 40); cut++) {
    const home = mkdtempSync(join(tmpdir(), 'azukari-cut-'))
    await createUntilPowerCut(home, cut * 75)
    rmSync(home, { recursive: true })
  }
})
