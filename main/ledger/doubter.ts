import { setImmediate as breathe } from 'node:timers/promises'
import { type Batch, Doubt, type Found, type Rest } from './doubt.ts'
import type { KeptRow, Named } from './paper-shelf.ts'
import type { Book } from './book.ts'

/** Whoever doubts a ledger: a thread, or nobody else, and then it happens here with the same result. Asked in the order of `Doubt`. */
export interface Doubter {
  /** Resolves when there is room for more. */
  entries(batch: Batch): Promise<void>
  kept(kind: string, rows: readonly KeptRow[]): Promise<void>
  suspects(): Promise<Named[]>
  finish(rest: Rest): Promise<Found>
  dismiss(): Promise<void>
}

/** Doubts in pieces, so that whoever else works here goes on. */
export function doubtHere({ log, projection }: Pick<Book, 'log' | 'projection'>): Doubter {
  const doubt = new Doubt(log, (entry, shelf) => projection.project(entry, shelf))
  return {
    async entries(batch) {
      doubt.entries(batch)
      await breathe()
    },
    async kept(kind, rows) {
      doubt.kept(kind, rows)
      await breathe()
    },
    suspects: async () => doubt.suspects(),
    finish: async (rest) => doubt.finish(rest),
    dismiss: async () => {},
  }
}
