import { refusal, refuseIfAny } from '../refusal.ts'
import type { PersonId } from '../people/person.ts'
import { objectionsToPen } from '../vault/read-only.ts'
import type { World } from '../world.ts'
import type { EntryBody, NewEntry } from './entry.ts'
import type { Reading } from './shelf.ts'

/** What a use-case has decided on one reading of the office: the entries to write, and its answer once they stand. */
export interface Decision<T> {
  entries: readonly EntryBody[]
  /** What nobody did: the machine noticed it by itself, whoever sits there. */
  byMachine?: true
  /** Called the moment the entries stand: what they speak of must not be swept away any more, whatever happens next. */
  stands?(): void
  answer(after: Reading): T
}

/** How often we look again when another desk writes at the same moment. */
const TRIES = 16
/** Clocks are set right by a second or two all day long; that is not going back. */
export const CLOCK_TOLERANCE = 5_000

/**
 * Reads, decides, appends. When another writer came first it reads and decides again, so that rules are always checked
 * against what is really there. `decide` must be free of effects that cannot be repeated.
 */
export async function record<T>(world: World, decide: (reading: Reading) => Decision<T> | Promise<Decision<T>>): Promise<T> {
  for (let tries = 0; tries < TRIES; tries++) {
    const { head, reading } = await world.ledger.read()
    const { entries, answer, stands, byMachine } = await decide(reading)
    if (entries.length === 0) return answer(reading)
    if (!byMachine) refuseIfAny(objectionsToPen(reading, world.vault.session(), entries.map(({ type }) => type)))

    if (!await world.ledger.append(stamp(world, reading, entries, byMachine), head)) continue
    stands?.()
    return answer((await world.ledger.read()).reading)
  }
  throw refusal('ledger-busy', null, null, {})
}

/** Puts time and person on entries; a clock that went back is itself an entry, before them. */
function stamp(world: World, reading: Reading, bodies: readonly EntryBody[], byMachine = false): NewEntry[] {
  const at = world.now()
  const by: PersonId | null = byMachine ? null : (world.vault.session()?.personId ?? null)
  const last = reading.get('clock', 'clock')?.at
  const entries: NewEntry[] = bodies.map((body) => ({ ...body, at, by }))
  if (last === undefined || at >= last - CLOCK_TOLERANCE) return entries
  return [{ type: 'clock-went-back', data: { last, seen: at }, at, by: null }, ...entries]
}

/** For a list or a single look: the office as it is now. */
export async function look<T>(world: World, see: (reading: Reading) => T): Promise<T> {
  return see((await world.ledger.read()).reading)
}
