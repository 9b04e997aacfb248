import { markedBy } from '../../custody/marks.ts'
import type { Entry } from '../entry.ts'
import type { Shelf } from '../shelf.ts'

/** Remembers where in the ledger a thing is spoken of: what custody chains name as their evidence. */
export function mark(entry: Entry, shelf: Shelf): void {
  const subject = markedBy[entry.type] as ((data: unknown) => string) | undefined
  if (!subject) return
  const id = subject(entry.data)
  shelf.put('marks', id, { id, marks: [...(shelf.get('marks', id)?.marks ?? []), { type: entry.type, seq: entry.seq, at: entry.at, by: entry.by }] })
}
