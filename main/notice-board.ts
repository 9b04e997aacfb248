import type { Late } from '../core/home/watch.ts'
import type { Watched } from './desk.ts'

/**
 * Decides what is said over other windows, and says it once a run: when something becomes late, and again when it becomes an incident.
 * While the desk is locked nothing is read; what was going to be late when it was last open is then said at its hour all the same.
 */
export function noticeBoard(watch: () => Promise<Watched | null>, say: (late: Late) => void, now: () => number): { look(): Promise<void> } {
  const said = new Set<string>()
  let coming: Late[] = []
  return {
    async look() {
      const seen = await watch()
      if (seen) coming = seen.coming
      const late = seen?.late ?? coming.filter(({ dueAt }) => now() > dueAt)
      for (const one of late) {
        const key = `${one.kind} ${one.id}`
        if (said.has(key)) continue
        said.add(key)
        say(one)
      }
    },
  }
}
