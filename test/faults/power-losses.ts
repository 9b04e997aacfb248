import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { PASSWORD } from '../cast.ts'
import { TEN_IN_THE_MORNING } from '../world.ts'
import { type Bundle, bundleVictim } from './bundle.ts'
import { afterPowerLoss, lookBefore, readTrace } from './disk-trace.ts'
import { copyOf, makeOffices, type Offices } from './offices.ts'
import type { Start, Words } from './programs/talk.ts'
import { seeded } from './seeded.ts'
import { beginVictim, type Victim } from './victim.ts'

export interface Losses { losses: number; calls: number; syncs: number; opened: number; wrong: string[] }

/** What is to be done before the current fails; without a `vault`, the deed is to make one. `in`, among the words, is a folder on the shelf of the offices. */
export interface Cuts { deeds: readonly { deed: string; words: Words }[]; vault?: boolean; losses: number }

/** After a change of password, whichever of the two stands. */
export const NEXT = `${PASSWORD}-2`

/** An office whose current is to fail: made before all tests of a file, and gone after them. The answer lets it fail, from a seed of its own for each name. */
export function powerCuts(): (name: string, cuts: Cuts) => Promise<Losses & { seed: number }> {
  let bundle: Bundle | undefined
  let offices: Offices | undefined
  beforeAll(async () => {
    bundle = await bundleVictim(['victim', 'ledger-worker'])
    offices = await makeOffices(1)
  })
  afterAll(() => {
    bundle?.remove()
    offices?.remove()
  })
  return async (name, { deeds, vault = true, losses }) => {
    if (!bundle || !offices) throw new Error('nothing was made')
    const { shelf, contractor } = offices
    const { seed, random } = seeded(name)
    const told = deeds.map(({ deed, words }) => ({ deed, words: 'in' in words ? { ...words, in: join(shelf, String(words['in'])) } : words }))
    return { seed, ...await losePower({ deeds: told, home: vault ? contractor : null, losses }, { bundle, shelf, random }) }
  }
}

/**
 * Has deeds done once with every call of the disk written down, and then lets the current fail after any of them, again and again, with what was not
 * synced lost or torn: the vault opens, the ledger verifies, and what had been acknowledged by then stands there.
 */
async function losePower({ deeds, home, losses }: { deeds: Cuts['deeds']; home: string | null; losses: number }, { bundle, shelf, random }: { bundle: Bundle; shelf: string; random: () => number }): Promise<Losses> {
  const row = copyOf(home, shelf)
  const trace = join(row.folder, 'trace')
  if (home === null) mkdirSync(row.home)
  const before = lookBefore(row.home)
  const start: Start = { home: row.home, loginId: home === null ? null : 'mizuno', passwords: [PASSWORD], now: TEN_IN_THE_MORNING, stick: null, counted: null }
  const victim = await beginVictim(bundle, start, { MOMENT_TRACE: trace })
  for (const { deed, words } of deeds) {
    const came = await victim?.deed({ deed, words: { step: '0', ...words }, at: null }, null)
    if (came !== 'done') throw new Error(`${deed}: ${came}`)
  }
  await victim?.close()
  const calls = readTrace(trace)
  const sum: Losses = { losses: 0, calls: calls.length, syncs: calls.filter(({ what }) => what === 'sync').length, opened: 0, wrong: [] }
  const made = calls.findIndex((call) => call.what === 'said' && call.words === 'done')
  // The sharpest moments are those at which something was just promised.
  const spoken = calls.flatMap(({ what }, i) => (what === 'said' ? [i] : []))
  const looker = await beginVictim(bundle, { ...start, home: join(row.folder, 'nowhere'), loginId: null })
  if (!looker) throw new Error('nobody told this desk to end')
  for (; sum.losses < losses && sum.wrong.length === 0; sum.losses++) {
    const count = random() < 0.4 ? 1 + (spoken[Math.floor(random() * spoken.length)] ?? 0) : 1 + Math.floor(random() * calls.length)
    const into = join(row.folder, `loss-${sum.losses}`)
    afterPowerLoss(before, calls, count, random, into)
    const acknowledged = calls.slice(0, count).flatMap((call) => (call.what === 'said' && /^\d+ /.test(call.words) ? [call.words.split(' ')] : []))
    const mustBe = home !== null || (made !== -1 && made < count)
    const found = await openAfter(looker, into, [PASSWORD, NEXT], acknowledged.map(([size = '', hash = '']) => ({ size: Number(size), hash })), mustBe)
    if (found === 'open') sum.opened++
    else if (found !== 'none') sum.wrong.push(`after ${count} calls (${calls[count - 1]?.what}): ${found}`)
    rmSync(into, { recursive: true, force: true })
  }
  await looker.close()
  rmSync(row.folder, { recursive: true, force: true })
  return sum
}

/** `none`: there is no vault, and none has to be. */
async function openAfter(looker: Victim, home: string, passwords: readonly string[], acknowledged: readonly { size: number; hash: string }[], mustBe: boolean): Promise<string> {
  const looked = await looker.look({ home, loginId: 'mizuno', passwords: [...passwords] })
  if (looked.found === 'wrong') return looked.what
  if (looked.found === 'absent') return mustBe ? 'there is no vault' : 'none'
  const missing = acknowledged.find(({ size, hash }) => looked.hashes[size - 1] !== hash)
  return missing ? `${missing.size - 1} was acknowledged, and the ledger has ${looked.hashes[missing.size - 1] === undefined ? 'no such entry' : 'another'}` : 'open'
}
