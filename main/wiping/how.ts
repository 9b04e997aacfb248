import { openTarget } from './open-target.ts'
import type { How } from './order.ts'

/** The real clock, and targets as the system has them; what is at a path is for the caller to say. */
export function realHow(how: Pick<How, 'signal'> & Partial<How>): How {
  return {
    onProgress: () => {}, onCheckpoint: () => {}, now: () => performance.now(), open: openTarget,
    reread: async () => null,
    ...how,
  }
}
