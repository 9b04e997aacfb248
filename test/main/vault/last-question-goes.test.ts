import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MINUTE } from '../../../core/time.ts'
import type { LastQuestion } from '../../../core/world.ts'
import { openWorld } from '../../../main/world.ts'
import { cost, nine, opening, organisation, password } from './hanako.ts'

test('a last question keeps no idle desk open, and goes when whoever was asked has left', async () => {
  const home = mkdtempSync(join(tmpdir(), 'azukari-question-'))
  let clock: number = nine
  let closed = 0
  const world = await openWorld({
    home, cost, idleClock: () => clock,
    confirm: (_question, signal) => new Promise((settle) => signal.addEventListener('abort', () => { closed++; settle(null) })),
  })
  try {
    await world.vault.create({ organisation, loginId: 'hanako', password }, opening(nine))
    const asked = world.confirm({} as LastQuestion, new AbortController().signal)
    expect([world.vault.session()?.loginId, closed]).toEqual(['hanako', 0])

    clock += 10 * MINUTE

    expect(world.vault.session()).toBeNull()
    expect([await asked, closed]).toEqual([null, 1])
  } finally {
    await world.close()
    rmSync(home, { recursive: true, force: true })
  }
})
