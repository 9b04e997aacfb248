import { contract, type Desk } from '../../core/contract.ts'
import type { World } from '../../core/world.ts'
import { sized } from '../campaign.ts'
import { failingAt, type Failing } from '../failing-world.ts'
import type { TestWorld } from '../world.ts'
import { ask, doorsOf, type OpenDesk, type Reference, round } from './one-failure.ts'
import { paperStage } from './paper-stage.ts'
import type { Place, Stage } from './stage.ts'

/** What a campaign over world calls counted, and every way in which an operation did not bear a failure. */
export interface Counted { operations: Map<string, Set<string>>; rounds: Record<Failing, number>; unchanged: number; askedAgain: number; standing: number; settled: number; twice: number; refusedRightly: number; brokenOff: number; contradictions: Set<string> }
export const counting = (): Counted => ({ operations: new Map(), rounds: { before: 0, after: 0, 'came first': 0 }, unchanged: 0, askedAgain: 0, standing: 0, settled: 0, twice: 0, refusedRightly: 0, brokenOff: 0, contradictions: new Set() })

type Operation = (input: unknown, how?: { signal?: AbortSignal; onProgress?: (progress: unknown) => void }) => Promise<unknown>
type AnyDesk = Record<string, Record<string, Operation>>

/** Acts that leave the world as it was: their answer lost is the same as their never having been asked. */
const LOOKS = /^(ledger\.(read|entries|rows|choices|touching|consistency|witness|extract|verify)|files\.(find|gather|sha256|fetch|listFolder|readSmall)|packages\.(verify|cut|room)|drives\..*|documents\..*|post\.tryServer|vault\.(status|access|lockOuts|rescues|secretCalled)|views\.of|tables\.unencodable|workstation\..*|viruses\.scanner|wiping\.(check|freshSeed|listFiles|listSealed|abilities|readLog)|backups\.(verify|list|read)|world\.confirm)$/

/**
 * A desk over paper that, before it does anything that comes to a good end, does it elsewhere as often as it asks anything of the world: each time another
 * of these calls fails. Of each operation `most` ways through the world are tried. Over a real world it does what it is asked and nothing else (`real-stage.ts`).
 */
export function everyCallFails(openDesk: OpenDesk, world: World, counted: Counted, most: number): Desk {
  const desk = openDesk(world) as unknown as AnyDesk
  return Object.fromEntries(Object.entries(desk).map(([group, operations]) => [group, Object.fromEntries(Object.entries(operations).map(([name, run]) => {
    const tried: Operation = async (input, how) => {
      const operation = `${group}.${name}`
      if (how?.signal?.aborted || !isPaper(world) || (counted.operations.get(operation)?.size ?? 0) >= most) return run(input, how)
      // Two desks may be at work at once: what the other does meanwhile is no part of this.
      const paper = world.fork()
      await campaign(operation, await paperStage(paper, input), openDesk, counted)
      paper.leave()
      return run(input, how)
    }
    return [name, tried]
  }))])) as unknown as Desk
}

export const everyOperation = (): string[] => Object.entries(contract).flatMap(([group, operations]) => Object.keys(operations).map((name) => `${group}.${name}`))

const isPaper = (world: World): world is TestWorld => 'fork' in world

/** Lets every call of one operation fail in its turn, each in a world as it was before; nothing, where the operation comes to no good end. */
export async function campaign(name: string, stage: Stage, openDesk: OpenDesk, counted: Counted): Promise<void> {
  const ways = counted.operations.get(name) ?? new Set()
  const { isReal } = stage
  const first = await stage.fresh()
  const whole = failingAt(Infinity, first.world)
  const { ended } = await ask({ name, input: first.input, openDesk, isReal }, whole)
  const acts = [...whole.acts]
  if (ended !== 'done' || ways.has(acts.join())) return first.leave()
  counted.operations.set(name, ways.add(acts.join()))
  await first.look()
  const reference: Reference = { types: (await first.written()).map(({ type }) => type), files: stage.came(first), doors: await doorsOf(first.world) }
  await first.leave()

  let place: Place | null = null
  for (const how of ['before', 'after', 'came first'] as const) {
    for (const [i, act] of acts.entries()) {
      if (how === 'after' && LOOKS.test(act)) continue
      if (how === 'came first' && act !== 'ledger.append') continue
      if (isReal && sized(1, 0) === 1 && acts.indexOf(act) !== i && acts.lastIndexOf(act) !== i) continue
      counted.rounds[how]++
      place ??= await stage.fresh()
      const wrong = await round({ name, input: place.input, openDesk, isReal, counted, stage }, place, failingAt(i + 1, place.world, how), how, reference)
      for (const what of wrong) counted.contradictions.add(`${name}: ${how} ${act} (${i + 1} of ${acts.length}): ${what}`)
      // A world in which nothing changed is as good as new; whatever else is left of a round does not weigh on the next.
      if (how === 'before' && await stage.isAsBefore(place)) counted.unchanged++
      else {
        await place.leave()
        place = null
      }
    }
  }
  await place?.leave()
}
