import type { Worker } from 'node:worker_threads'
import { type Block, deflateBlock } from '../../crypto/zip/deflate.ts'
import { BENCH_BYTES } from '../../crypto/zip/counter-bench.ts'
import { PackageProblem } from '../../crypto/zip/problem.ts'
import { stepsOf } from './lane.ts'
import { type Beginning, beginThread, threadBeginning } from '../begin-thread.ts'
import type { SlotStock } from './shared-memory.ts'
import type { Answer, LaneWork, PackedBatch, SmallBatch, Task } from './task.ts'

/** Steps over one entry, in order. A step resolves when its bytes have been worked on in place. */
export interface Lane { step(bytes: Uint8Array): Promise<void>; finish(): Promise<Uint8Array> }

/** Those who do the work on bytes: threads, or nobody else, and then everything happens here with the same result. */
export interface Crew {
  threads: number
  deflate(block: Block): Promise<Uint8Array>
  /** Only with threads: reads files by itself. */
  packSmall(batch: SmallBatch): Promise<PackedBatch>
  /** `stock`: the bytes of all its steps lie in slots of it. Other bytes are copied, or, when all threads see them, worked on where they lie. */
  lane(work: LaneWork, stock?: SlotStock): Lane
  dismiss(): Promise<void>
}

export const alone: Crew = {
  threads: 0,
  deflate: deflateBlock,
  packSmall: () => Promise.reject(new Error('nobody to pack')),
  lane: (work) => {
    const steps = stepsOf(work)
    return { step: async (bytes) => steps.step(bytes), finish: async () => steps.finish() }
  },
  dismiss: async () => {},
}

/** Starts threads. Where they cannot be had (the file is missing, the system refuses) the work is done alone. */
export async function hireCrew(threads: number): Promise<Crew> {
  const beginning = threadBeginning(import.meta.url, 'zip-worker', './worker.ts')
  if (threads === 0 || !beginning) return alone
  const mates = Array.from({ length: threads }, () => new Mate(beginning))
  try {
    await Promise.all(mates.map((mate) => mate.ready))
  } catch {
    await Promise.all(mates.map((mate) => mate.dismiss()))
    return alone
  }
  return crewOf(mates)
}

function crewOf(mates: Mate[]): Crew {
  const idlest = (): Mate => mates.reduce((best, mate) => (mate.busy < best.busy ? mate : best))
  let lanes = 0
  return {
    threads: mates.length,
    deflate: (block) => idlest().perform({ do: 'deflate', block }) as Promise<Uint8Array>,
    packSmall: (batch) => idlest().perform({ do: 'pack-small', batch }) as Promise<PackedBatch>,
    lane: (work, stock) => {
      const lane = lanes++
      const which = lane % mates.length
      const mate = mates[which]!
      const begun = mate.perform({ do: 'begin', lane, work, ...(stock ? { bench: { memory: stock.memory, at: stock.benchesAt + which * BENCH_BYTES } } : {}) })
      begun.catch(() => {})
      return {
        step: async (bytes) => void await mate.perform({ do: 'step', lane, bytes: stock ? { at: bytes.byteOffset, length: bytes.length } : bytes }),
        finish: () => mate.perform({ do: 'finish', lane }) as Promise<Uint8Array>,
      }
    },
    dismiss: async () => void await Promise.all(mates.map((mate) => mate.dismiss())),
  }
}

/** One thread and the tasks that it still owes an answer. */
class Mate {
  readonly ready: Promise<void>
  readonly #thread: Worker
  readonly #owed = new Map<number, { resolve(done: unknown): void; reject(error: unknown): void }>()
  #tasks = 0
  #leaving = false

  constructor(beginning: Beginning) {
    this.#thread = beginThread(beginning, SMALL_HEAP)
    // It holds the program open until it is ready, while it owes an answer and while it leaves: else the program may end in the middle of a wait.
    this.ready = new Promise((resolve, reject) => {
      this.#thread.on('message', (message: Answer | 'ready') => (message === 'ready' ? this.#isReady(resolve) : this.#settle(message)))
      this.#thread.on('error', (error) => { reject(error); this.#failAll(error) })
      this.#thread.on('exit', () => { reject(new Error('thread ended')); this.#failAll(new Error('thread ended')) })
    })
    this.ready.catch(() => {})
  }

  get busy(): number {
    return this.#owed.size
  }

  perform(task: Task): Promise<unknown> {
    const id = this.#tasks++
    return new Promise((resolve, reject) => {
      this.#owed.set(id, { resolve, reject })
      this.#thread.ref()
      this.#thread.postMessage({ id, task })
    })
  }

  async dismiss(): Promise<void> {
    this.#leaving = true
    this.#thread.ref()
    await this.#thread.terminate()
  }

  #isReady(tell: () => void): void {
    this.#letGo()
    tell()
  }

  #settle(answer: Answer): void {
    const owed = this.#owed.get(answer.id)
    this.#owed.delete(answer.id)
    this.#letGo()
    if ('done' in answer) owed?.resolve(answer.done)
    else if ('problem' in answer) owed?.reject(new PackageProblem(answer.problem.code, answer.problem.facts))
    else owed?.reject(new Error(answer.broken))
  }

  /** An answer may still come from a thread that is leaving; it is waited for all the same. */
  #letGo(): void {
    if (this.#owed.size === 0 && !this.#leaving) this.#thread.unref()
  }

  #failAll(error: unknown): void {
    for (const owed of this.#owed.values()) owed.reject(error)
    this.#owed.clear()
  }
}

// A thread works on bytes outside of the heap; left alone, its heap would grow by tens of megabytes before anything is collected.
const SMALL_HEAP = { maxYoungGenerationSizeMb: 4 }
