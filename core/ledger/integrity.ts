import { worldOfDesk } from '../vault/whoever-began.ts'
import type { World } from '../world.ts'

export interface Integrity { size: number; problems: { seq: number; what: string }[] }

const found = new WeakMap<World, Integrity>()

/**
 * Verifies the whole ledger (evidence §8) while the office already works, and remembers what was found for 今日. Called off
 * (the desk was left), it says nothing: half a check is none.
 */
export async function checkIntegrity(world: World, signal: AbortSignal): Promise<void> {
  const { size, problems } = await world.ledger.verify({ signal, onProgress: () => {} })
  if (!signal.aborted) found.set(worldOfDesk(world), { size, problems })
}

/** What the last whole check found; null before the first. */
export const integrityOf = (world: World): Integrity | null => found.get(worldOfDesk(world)) ?? null
