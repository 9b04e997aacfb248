import { worldOfDesk } from '../vault/whoever-began.ts'
import type { World } from '../world.ts'
import { whileUnderWay } from './under-way.ts'

interface Callable { readonly calling: AbortController; because: string | null }
const jobs = new WeakMap<World, Map<string, Callable>>()

/** Counts a job as under way that others than whoever began it may call off: `work` hears of it by its signal. */
export function whileCallable<T>(world: World, id: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const desk = worldOfDesk(world)
  const ours = jobs.get(desk) ?? new Map<string, Callable>()
  const calling = new AbortController()
  jobs.set(desk, ours.set(id, { calling, because: null }))
  return whileUnderWay(world, id, () => work(AbortSignal.any([signal, calling.signal]))).finally(() => ours.delete(id))
}

/** Whether a job of this desk is under way that can still be called off. */
export const isCallable = (world: World, id: string): boolean => jobs.get(worldOfDesk(world))?.has(id) ?? false

/** Calls a job off; its end says why. Nothing where it has ended meanwhile. */
export function callOff(world: World, id: string, because: string): void {
  const job = jobs.get(worldOfDesk(world))?.get(id)
  if (!job || job.because !== null) return
  job.because = because
  job.calling.abort()
}

/** Why it was called off by somebody else than whoever began it; null where it was not. */
export const calledOffBecause = (world: World, id: string): string | null => jobs.get(worldOfDesk(world))?.get(id)?.because ?? null
