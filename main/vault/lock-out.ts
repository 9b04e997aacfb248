import { type Instant, MINUTE, HOUR } from '../../core/time.ts'

/** What is remembered of wrong passwords for one ID, known or not: how many since the last right one, and until when it stays locked. */
export interface Failures { count: number; lockedUntil: number }

export const TRIES = 5
const FIRST = 15 * MINUTE
const LONGEST = 24 * HOUR

/** Until when this ID is locked, or null. A clock that was set back cannot make it longer than it was meant to be. */
export function lockedUntil(failures: Failures | undefined, now: Instant): Instant | null {
  if (!failures || failures.lockedUntil <= now) return null
  return Math.min(failures.lockedUntil, now + durationOf(failures.count)) as Instant
}

/** One more failure. Each fifth locks: for 15 minutes, then for twice as long each time, up to a day. */
export function oneMore(failures: Failures | undefined, now: Instant): Failures {
  const count = (failures?.count ?? 0) + 1
  return { count, lockedUntil: count % TRIES === 0 ? now + durationOf(count) : 0 }
}

export const triesLeft = ({ count }: Failures): number => TRIES - (count % TRIES)

function durationOf(count: number): number {
  return Math.min(FIRST * 2 ** (Math.floor(count / TRIES) - 1), LONGEST)
}
