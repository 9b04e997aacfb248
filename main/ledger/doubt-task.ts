import type { EntryRow } from './book.ts'
import type { Batch, Found, Rest } from './doubt.ts'
import type { KeptRow, Named } from './paper-shelf.ts'

/** What the thread is asked, one after the other. */
export type DoubtTask =
  | { do: 'begin'; log: string }
  | { do: 'entries'; batch: PackedBatch }
  | { do: 'kept'; kind: string; rows: readonly KeptRow[] }
  | { do: 'suspects' }
  | { do: 'finish'; rest: Omit<Rest, 'batch'> & { batch: PackedBatch } }
export type DoubtAnswer = { done: Named[] | Found | null } | { broken: string }

/** A batch in one piece of memory that changes hands: of each row its number and three lengths; then all bytes, row by row. */
export type PackedBatch = Omit<Batch, 'rows'> & { numbers: Float64Array<ArrayBuffer>; bytes: Uint8Array<ArrayBuffer> }

export function pack({ rows, ...batch }: Batch): PackedBatch {
  const numbers = new Float64Array(rows.length * 4)
  let size = 0
  for (const [i, { seq, prev, leaf, bytes }] of rows.entries()) {
    numbers.set([seq, prev.length, leaf.length, bytes.length], i * 4)
    size += prev.length + leaf.length + bytes.length
  }
  const all = new Uint8Array(size)
  let at = 0
  for (const { prev, leaf, bytes } of rows) {
    for (const part of [prev, leaf, bytes]) {
      all.set(part, at)
      at += part.length
    }
  }
  return { ...batch, numbers, bytes: all }
}

export function unpack({ numbers, bytes, ...batch }: PackedBatch): Batch {
  const rows: EntryRow[] = []
  let at = 0
  const next = (length: number | undefined): Uint8Array => bytes.subarray(at, (at += length ?? 0))
  for (let i = 0; i < numbers.length; i += 4) rows.push({ seq: numbers[i] ?? 0, prev: next(numbers[i + 1]), leaf: next(numbers[i + 2]), bytes: next(numbers[i + 3]) })
  return { ...batch, rows }
}
