import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sized } from '../campaign.ts'
import { keepFigures } from '../figures.ts'
import { AFTERWARDS, type Landed, landedHomes, layOut } from '../migrations/landed.ts'
import { type Bundle, bundleVictim, noMoments } from './bundle.ts'
import type { Start } from './programs/talk.ts'
import { seeded } from './seeded.ts'
import { beginVictim } from './victim.ts'

/** Bringing a small home up asks this often at most for something of a disk that changes it. */
const CALLS = 150
let bundle: Bundle | undefined
let shelf = ''
beforeAll(async () => {
  bundle = await bundleVictim(['victim', 'ledger-worker'])
  shelf = mkdtempSync(join(tmpdir(), 'azukari-migrations-'))
})
afterAll(() => {
  bundle?.remove()
  rmSync(shelf, { recursive: true, force: true })
})

test.skipIf(noMoments !== null)('the home of every version that landed, killed while it is brought up, comes up the next time with every entry that it had', async () => {
  const { seed, random } = seeded('migrate')
  const wanted = sized(24, 300)
  const starts: number[] = []
  const homes = landedHomes()
  for (let tried = 0; starts.length < wanted && tried < wanted * 4; tried++) {
    const landed = homes[tried % homes.length] as Landed
    const home = layOut(landed, join(shelf, String(tried)))
    const start: Start = { home, loginId: landed.loginId, passwords: [landed.password], now: AFTERWARDS, stick: null, counted: null }
    const call = 1 + Math.floor(random() * CALLS)
    const early = await beginVictim(bundle as Bundle, start, { MOMENT_ARM: String(call) })
    if (early) await early.kill()
    const next = await beginVictim(bundle as Bundle, start)
    const { entries, problems } = await next!.entries(landed.size - 1)
    expect({ seed, landed: landed.name, call, problems, head: entries[0]?.hash }).toEqual({ seed, landed: landed.name, call, problems: [], head: landed.head })
    if (!early) {
      starts.push(next!.milliseconds)
    }
    await next!.close()
    rmSync(home, { recursive: true, force: true })
  }
  const sorted = starts.toSorted((a, b) => a - b)
  expect(starts.length).toBeGreaterThanOrEqual(homes.length)
  keepFigures('kills-migrate', { seed, kills: starts.length, atCalls: starts.length, lost: 0, contradicted: 0, partial: 0, startMedian: Math.round(sorted[sorted.length >> 1] ?? 0), startSlowest: Math.round(sorted.at(-1) ?? 0) })
})
