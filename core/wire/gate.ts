import type { After } from './pace.ts'

export type Lane = 'ask' | 'job'

/** How much is worked on at once in each lane, how many calls may wait for that, and how many may begin in one second. */
export interface Bounds { ask: number; job: number; waiting: number; perSecond: number }

/** A window of ours asks some twenty things when it opens a page. What is beyond this comes from a page that is no longer ours, or runs in circles. */
export const ordinaryBounds: Bounds = { ask: 64, job: 16, waiting: 1000, perSecond: 1000 }

/** Lets in as many as can be served. */
export interface Gate {
  /** Begins the work, now or when there is room; false, and nothing is kept of it, when too many wait already. `signal` takes it out of the row. */
  enter(lane: Lane, signal: AbortSignal, work: { begin(): Promise<void>; calledOff(): void }): boolean
}

/**
 * Bounds what one window can ask for. Questions and jobs have a lane each, so that sixteen wipes do not keep anybody from looking something
 * up; within a lane, first come is first served.
 */
export function gate(bounds: Bounds, after: After): Gate {
  const atWork: Record<Lane, number> = { ask: 0, job: 0 }
  const row = new Set<{ lane: Lane; begin(): Promise<void> }>()
  let begunThisSecond = 0

  return {
    enter(lane, signal, { begin, calledOff }) {
      if (hasRoom(lane)) {
        start(lane, begin)
        return true
      }
      if (row.size >= bounds.waiting) return false
      const waiting = { lane, begin }
      row.add(waiting)
      signal.addEventListener('abort', () => { if (row.delete(waiting)) calledOff() }, { once: true })
      return true
    },
  }

  function hasRoom(lane: Lane): boolean {
    return atWork[lane] < bounds[lane] && begunThisSecond < bounds.perSecond
  }

  function start(lane: Lane, begin: () => Promise<void>): void {
    if (begunThisSecond++ === 0) after(1000, () => { begunThisSecond = 0; startNext() })
    atWork[lane]++
    void begin().finally(() => { atWork[lane]--; startNext() })
  }

  function startNext(): void {
    for (const waiting of row) {
      if (!hasRoom(waiting.lane)) continue
      row.delete(waiting)
      start(waiting.lane, waiting.begin)
    }
  }
}
