import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import type { Trust } from '../../../core/world.ts'
import { finding } from '../../../core/words/findings.ts'
import { beginThread, threadBeginning, type Beginning } from '../../begin-thread.ts'
import { verdictOn, type Verified } from './verdict.ts'
import { verifyFile } from './verify-file.ts'
import type { VerifyAnswer, VerifyTask } from './verify-worker.ts'

/** Bytes up to which a single file is verified where it was asked for: it takes less than to begin a thread. */
const SMALL = 1024 * 1024
/** Each holds the typefaces once more (some 100 MB); beyond four a desk has other things to do. */
const MOST_THREADS = 4
const IDLE = 30_000

export interface Verifiers {
  verify(path: string, trust: Trust): Promise<Verified[]>
  dismiss(): Promise<void>
}

/**
 * Verifies in threads, so that the window answers while a thousand documents are drawn again. The first small file of a day is
 * verified at once and here; threads begin when a second one is asked for meanwhile, or a large one, and leave when nothing was asked
 * for half a minute. Where they cannot be had, everything is done here with the same result.
 */
export function hireVerifiers({ threads = Math.min(MOST_THREADS, availableParallelism()), beginning = threadBeginning(import.meta.url, 'verify-worker', './verify-worker.ts') }: { threads?: number; beginning?: Beginning | undefined } = {}): Verifiers {
  const mates: Mate[] = []
  const waiting: { task: VerifyTask; done(verified: Verified[]): void; failed(error: unknown): void }[] = []
  let here = 0
  let rest: ReturnType<typeof setTimeout> | undefined

  let known = beginning

  const hire = (): void => { while (known && mates.length < threads) mates.push(new Mate(known, next, leave)) }
  const leave = (mate: Mate): void => {
    const at = mates.indexOf(mate)
    if (at < 0) return
    mates.splice(at, 1)
    // One that never began would not begin the next time either.
    if (!mate.hasBegun) known = undefined
    else if (waiting.length > 0) hire()
    next()
  }
  const next = (): void => {
    for (const mate of mates.filter(({ isFree }) => isFree)) {
      const order = waiting.shift()
      if (order) mate.perform(order.task).then(order.done, order.failed)
    }
    // Nobody came: the files are broken, or the system gives no threads.
    if (mates.length === 0 && waiting.length > 0) for (const { task, done, failed } of waiting.splice(0)) verifyFile(task.path, task.trust).then(done, failed)
    clearTimeout(rest)
    if (mates.length > 0 && waiting.length === 0) rest = setTimeout(() => void dismiss(), IDLE).unref()
  }
  const dismiss = async (): Promise<void> => { await Promise.all(mates.splice(0).map((mate) => mate.dismiss())) }

  return {
    dismiss,
    async verify(path, trust) {
      if (!known || (mates.length === 0 && here === 0 && await isSmall(path) && mates.length === 0 && here === 0)) {
        here++
        try { return await verifyFile(path, trust) } finally { here-- }
      }
      hire()
      return new Promise((done, failed) => { waiting.push({ task: { path, trust }, done, failed }); next() })
    },
  }
}

async function isSmall(path: string): Promise<boolean> {
  return stat(path).then(({ size }) => size <= SMALL, () => true)
}

/** One thread, and the file that it still owes an answer for. */
class Mate {
  readonly #thread: Worker
  readonly #free: () => void
  #ready = false
  #owed: { task: VerifyTask; resolve(done: Verified[]): void; reject(error: Error): void } | null = null

  constructor(beginning: Beginning, free: () => void, gone: (mate: Mate) => void) {
    this.#thread = beginThread(beginning)
    this.#free = free
    this.#thread.on('message', (message: VerifyAnswer | 'ready') => (message === 'ready' ? this.#begin() : this.#settle(message)))
    this.#thread.on('error', () => {})
    this.#thread.on('exit', () => { this.#giveUp(); gone(this) })
  }

  get hasBegun(): boolean {
    return this.#ready
  }

  get isFree(): boolean {
    return this.#ready && this.#owed === null
  }

  perform(task: VerifyTask): Promise<Verified[]> {
    return new Promise((resolve, reject) => {
      this.#owed = { task, resolve, reject }
      this.#thread.ref()
      this.#thread.postMessage(task)
    })
  }

  async dismiss(): Promise<void> {
    await this.#thread.terminate()
  }

  #begin(): void {
    this.#ready = true
    this.#thread.unref()
    this.#free()
  }

  #settle(answer: VerifyAnswer): void {
    const owed = this.#owed
    this.#owed = null
    this.#thread.unref()
    if ('done' in answer) owed?.resolve(answer.done)
    else owed?.reject(new Error(answer.broken))
    this.#free()
  }

  /** A file that a thread died of is not tried where the desk itself would die of it. */
  #giveUp(): void {
    const { task, resolve } = this.#owed ?? {}
    this.#owed = null
    if (task) resolve?.([verdictOn({ file: task.path, body: null, verdict: 'refused', reasons: [finding('verification-gave-up', {})], record: null })])
  }
}
