import { worldOfDesk } from '../vault/whoever-began.ts'
import type { World } from '../world.ts'

const jobs = new WeakMap<World, Set<string>>()

/** Ids of the jobs that this very desk is working on. A vault is open in one program only, so every other begun-without-ended is left from an earlier run. */
export function underWay(world: World): ReadonlySet<string> {
  return jobs.get(worldOfDesk(world)) ?? new Set()
}

/** Counts a job as under way for as long as `work` takes. */
export async function whileUnderWay<T>(world: World, id: string, work: () => Promise<T>): Promise<T> {
  const desk = worldOfDesk(world)
  const ours = jobs.get(desk) ?? new Set<string>()
  jobs.set(desk, ours.add(id))
  try {
    return await work()
  } finally {
    ours.delete(id)
  }
}
