// What the programs below share: a home of their own given on the command line, the real world in it, and one line per deed.
import { openWorld, type RealWorld } from '../../../../main/world.ts'
import { cost, nine, password } from '../hanako.ts'

export const home = process.argv[2] ?? ''

export async function enter(): Promise<RealWorld> {
  const world = await openWorld({ home, now: () => nine, cost })
  const unlocked = await world.vault.unlock('hanako', password)
  if (unlocked.outcome !== 'open') throw new Error(JSON.stringify(unlocked))
  return world
}

/** Synchronous, so that what was said was done. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
