import { useSyncExternalStore } from 'react'
import { askAgain } from '../asking/questions.ts'

/** How far a job has come, whatever it counts. */
export interface Pace { phase: string | null; done: number; total: number; unit: 'bytes' | 'count'; perSecond: number | null; secondsLeft: number | null }

/** Work that goes on while one looks elsewhere. Lives beside the screens, not in one of them. */
export interface Job<R = unknown> {
  key: string
  title: string
  /** What cancelling means, in a sentence. */
  cancelMeans: string
  leadsTo: string
  state: 'running' | 'cancelling' | 'ended' | 'refused'
  /** Someone was on its page after it had ended. */
  seen: boolean
  pace: Pace | null
  result: R | null
  error: Error | null
  cancel: () => void
}

export type Reported = { done: number; total: number } | { phase: string; bytesDone: number; bytesTotal: number; filesDone?: number; filesTotal?: number }
export interface Order<R, P extends Reported> {
  key: string
  title: string
  cancelMeans: string
  leadsTo: string
  run: (options: { signal: AbortSignal; onProgress: (progress: P) => void }) => Promise<R>
}

let jobs: readonly Job[] = []
const listeners = new Set<() => void>()

/** Begins a job, unless one of that key is already under way. */
export function begin<R, P extends Reported>({ key, run, ...order }: Order<R, P>): void {
  if (jobs.some((job) => job.key === key && isUnderWay(job))) return
  const calling = new AbortController()
  const measure = pacer()
  const cancel = (): void => {
    change(key, { state: 'cancelling' })
    calling.abort()
  }
  set([...jobs.filter((job) => job.key !== key), { key, ...order, state: 'running', seen: false, pace: null, result: null, error: null, cancel }])
  run({ signal: calling.signal, onProgress: (progress) => change(key, { pace: measure(progress) }) }).then(
    (result) => change(key, { state: 'ended', result }),
    (error: unknown) => change(key, { state: 'refused', error: error instanceof Error ? error : new Error(String(error)) }),
  ).finally(askAgain)
}

export const isUnderWay = (job: Job): boolean => job.state === 'running' || job.state === 'cancelling'

/** Takes an ended job from the list; what it brought is forgotten with it. */
export function dismiss(key: string): void {
  set(jobs.filter((job) => job.key !== key || isUnderWay(job)))
}

/** Everything that has ended is forgotten: a locked screen must not keep what was shown on it. */
export function forgetEnded(): void {
  set(jobs.filter(isUnderWay))
}

/** Notes that whatever leads to this page and has ended was looked at there. */
export function lookedAt(place: string): void {
  if (jobs.some((job) => job.leadsTo === place && !job.seen && !isUnderWay(job))) set(jobs.map((job) => (job.leadsTo === place && !isUnderWay(job) ? { ...job, seen: true } : job)))
}

export function useJobs(): readonly Job[] {
  return useSyncExternalStore(listen, () => jobs)
}

/** The job of that key. `R` is what its order promised. */
export function useJob<R>(key: string): Job<R> | undefined {
  return useJobs().find((job) => job.key === key) as Job<R> | undefined
}

/** Measures over the last ten seconds: a rate since the beginning would still praise a fast start an hour later. */
function pacer(): (reported: Reported) => Pace {
  let seen: { at: number; done: number }[] = []
  let phaseBefore: string | null = null
  return (reported) => {
    const [phase, done, total, unit] = amountOf(reported)
    if (phase !== phaseBefore || done < (seen.at(-1)?.done ?? 0)) seen = []
    phaseBefore = phase
    const now = performance.now()
    seen = [...seen.filter(({ at }) => now - at < 10_000), { at: now, done }]
    const first = seen[0]
    const seconds = first ? (now - first.at) / 1000 : 0
    const perSecond = first && seconds > 0.5 ? (done - first.done) / seconds : null
    return { phase, done, total, unit, perSecond, secondsLeft: perSecond ? Math.max(0, total - done) / perSecond : null }
  }
}

/** A virus scanner tells of files and says nothing of bytes. */
function amountOf(reported: Reported): [phase: string | null, done: number, total: number, unit: Pace['unit']] {
  if (!('bytesDone' in reported)) return [null, reported.done, reported.total, 'count']
  if (reported.phase === 'scanning') return [reported.phase, reported.filesDone ?? 0, reported.filesTotal ?? 0, 'count']
  return [reported.phase, reported.bytesDone, reported.bytesTotal, 'bytes']
}

function change(key: string, by: Partial<Job>): void {
  set(jobs.map((job) => (job.key === key ? { ...job, ...by } : job)))
}

function set(next: readonly Job[]): void {
  jobs = next
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
