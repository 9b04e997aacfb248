import * as z from 'zod'
import { type Entry, entryTypes, type NewEntry } from '../../core/ledger/entry.ts'
import { PersonId } from '../../core/people/person.ts'
import { Instant } from '../../core/time.ts'
import { canonicalBytes } from '../../crypto/canonical-json.ts'
import { toHex } from '../../crypto/digest.ts'
import { leafHash } from '../../crypto/merkle.ts'
import { isCanonical } from './as-written.ts'

/** Where an entry will stand: in which log, as which, after which (its leaf hash; empty before the first). */
export interface Place { log: string; seq: number; prev: Uint8Array }
export interface Written { bytes: Uint8Array; leaf: Uint8Array }

/**
 * An entry as it is hashed and kept: canonical JSON of `{v, log, seq, prev, ts, type, by, data}`.
 * `ts` is UTC with milliseconds: it gives back the same instant, sorts as text and needs no time zone to be read.
 * Refuses (by throwing) what is not an entry of `core/ledger/entry.ts`.
 */
export function writeEntry({ log, seq, prev }: Place, entry: NewEntry): Written {
  const { at, by } = Header.parse(entry)
  const data: unknown = entryTypes[entry.type].parse(entry.data)
  const bytes = canonicalBytes({ v: 1, log, seq, prev: toHex(prev), ts: new Date(at).toISOString(), type: entry.type, by, data })
  return { bytes, leaf: leafHash(bytes) }
}

/** The entry that these bytes are. Bytes come from our own table, so only their form is checked; `verify` doubts more. */
export function readEntry({ bytes, leaf }: Written): Entry {
  return entryOf(readKept(bytes), leaf)
}

/** The entry that these members say. */
export function entryOf({ seq, ts, type, by, data }: KeptEntry, leaf: Uint8Array): Entry {
  return { seq, type, at: Date.parse(ts), by, data, hash: toHex(leaf) } as Entry
}

/** The members as they were written, for those who check them. Throws when they are not there. */
export function readKept(bytes: Uint8Array): KeptEntry {
  return Kept.parse(JSON.parse(text.decode(bytes)))
}

/** The same, and whether they could not have been written otherwise (RFC 8785). */
export function readExactly(bytes: Uint8Array): { kept: KeptEntry; isCanonical: boolean } {
  const said = text.decode(bytes)
  const value: unknown = JSON.parse(said)
  return { kept: Kept.parse(value), isCanonical: isCanonical(bytes, said, value) }
}

export type KeptEntry = z.output<typeof Kept>

const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const Header = z.object({ at: Instant, by: PersonId.nullable(), type: z.enum(Object.keys(entryTypes) as (keyof typeof entryTypes)[]) })
const Kept = z.strictObject({
  v: z.literal(1), log: z.string(), seq: z.number().int(), prev: z.string(), ts: z.iso.datetime({ precision: 3 }),
  type: Header.shape.type, by: PersonId.nullable(), data: z.unknown(),
})
