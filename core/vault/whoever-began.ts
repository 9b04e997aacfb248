import { refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { Session } from './vault.ts'

const behind = new WeakMap<World, World>()

/**
 * The world as whoever began an operation has it, until they leave: from then on nobody is signed in there and nothing is written, whoever came
 * in meanwhile. Otherwise the ledger would say of what one person began that another did it, or nobody.
 */
export function worldOfWhoeverBegan(world: World, began: Session): World {
  const session = (): Session | null => {
    const now = world.vault.session()
    return now && now.personId === began.personId && now.since === began.since ? now : null
  }
  const append: World['ledger']['append'] = async (entries, after) => {
    // In one breath with the append itself.
    if (!session()) throw refusal('vault-locked', null, null, {})
    return world.ledger.append(entries, after)
  }
  const theirs = from(world, { vault: from(world.vault, { session }), ledger: from(world.ledger, { append }) })
  behind.set(theirs, world)
  return theirs
}

/** The one world of this desk, whoever asks: what is remembered of a desk is remembered by it. */
export const worldOfDesk = (world: World): World => behind.get(world) ?? world

/** The same thing but for these, and as it is at the moment of asking. */
function from<T extends object>(thing: T, but: Partial<T>): T {
  return Object.create(thing, Object.getOwnPropertyDescriptors(but)) as T
}
