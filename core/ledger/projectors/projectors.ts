import type { Entry, EntryData, EntryType } from '../entry.ts'
import type { Shelf } from '../shelf.ts'

/** What an entry of each type does to the shelf. */
export type AllProjectors = { [K in EntryType]: (data: EntryData<K>, shelf: Shelf, entry: Entry) => void }

/** A room brings those of its own entries. */
export type Projectors = Partial<AllProjectors>
