import type { Worker } from 'node:worker_threads'
import { beginThread, threadBeginning } from '../begin-thread.ts'
import type { Book } from './book.ts'
import type { Found } from './doubt.ts'
import { type DoubtAnswer, type DoubtTask, pack } from './doubt-task.ts'
import { type Doubter, doubtHere } from './doubter.ts'
import type { Named } from './paper-shelf.ts'

/** So many pieces may wait for the thread: enough that it never waits for us, few enough that memory does not fill. */
const AHEAD = 4

/**
 * A doubter in a thread of its own, which projects as this program does (core/ledger/project.ts). Where a thread cannot be had (the file is missing, the
 * system refuses) it is done here.
 */
export async function doubtInThread(book: Pick<Book, 'log' | 'projection'>): Promise<Doubter> {
  const thread = await beginDoubtThread(book.log)
  return thread ? doubterOn(thread) : doubtHere(book)
}

/** A thread that has begun to doubt this log. */
export async function beginDoubtThread(log: string): Promise<DoubtThread | null> {
  const beginning = threadBeginning(import.meta.url, 'ledger-worker', './doubt-worker.ts')
  if (!beginning) return null
  const thread = new DoubtThread(beginThread(beginning))
  try {
    await thread.begin(log)
    return thread
  } catch {
    await thread.dismiss()
    return null
  }
}

export function doubterOn(thread: DoubtThread): Doubter {
  return {
    async entries(batch) {
      const packed = pack(batch)
      await thread.hand({ do: 'entries', batch: packed }, [packed.numbers.buffer, packed.bytes.buffer])
    },
    kept: (kind, rows) => thread.hand({ do: 'kept', kind, rows }, []),
    suspects: () => thread.ask({ do: 'suspects' }) as Promise<Named[]>,
    finish: ({ batch, ...rest }) => thread.ask({ do: 'finish', rest: { ...rest, batch: pack(batch) } }) as Promise<Found>,
    dismiss: () => thread.dismiss(),
  }
}

/** Answers come in the order of what was asked. */
export class DoubtThread {
  readonly #worker: Worker
  readonly #owed: { resolve(done: unknown): void; reject(error: unknown): void }[] = []
  readonly #handed: Promise<unknown>[] = []
  #broken: Error | null = null

  constructor(worker: Worker) {
    this.#worker = worker
    worker.on('message', (answer: DoubtAnswer) => {
      const owed = this.#owed.shift()
      if ('done' in answer) owed?.resolve(answer.done)
      else owed?.reject(new Error(answer.broken))
    })
    worker.on('error', (error) => this.#fail(error))
    worker.on('exit', () => this.#fail(new Error('thread ended')))
  }

  async begin(log: string): Promise<void> {
    await this.ask({ do: 'begin', log })
  }

  ask(task: DoubtTask, memory: ArrayBuffer[] = []): Promise<unknown> {
    if (this.#broken) return Promise.reject(this.#broken)
    return new Promise((resolve, reject) => {
      this.#owed.push({ resolve, reject })
      this.#worker.postMessage(task, memory)
    })
  }

  /** Hands a piece over, and waits only while too many lie there. */
  async hand(task: DoubtTask, memory: ArrayBuffer[]): Promise<void> {
    const handed = this.ask(task, memory)
    handed.catch(() => {})
    this.#handed.push(handed)
    await (this.#handed.length > AHEAD ? this.#handed.shift() : Promise.resolve())
  }

  async dismiss(): Promise<void> {
    await this.#worker.terminate()
  }

  #fail(error: Error): void {
    this.#broken ??= error
    for (const owed of this.#owed.splice(0)) owed.reject(error)
  }
}
