import * as z from 'zod'
import { expect, test } from 'vitest'
import { exceptionKinds } from '../../core/exceptions/kinds.ts'
import { type EntryType, entryTypes } from '../../core/ledger/entry.ts'
import { Exception } from '../../core/people/exception.ts'

/** Every way through a schema on which an exception stands: `mailing.exception`, `keyTold.exception`. */
function waysToException(schema: unknown, way: readonly string[] = [], seen: readonly unknown[] = []): string[] {
  if (schema === Exception) return [way.join('.')]
  if (!(schema instanceof z.ZodType) || seen.includes(schema)) return []
  const within = [...seen, schema]
  if (schema instanceof z.ZodObject) {
    // One that was copied by .extend or .pick is still an exception.
    const shape = schema.shape as Record<string, unknown>
    const copied = Object.keys(Exception.shape).every((key) => key in shape)
    return copied ? [way.join('.')] : Object.entries(shape).flatMap(([key, value]) => waysToException(value, [...way, key], within))
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => waysToException(option, way, within))
  if (schema instanceof z.ZodArray) return waysToException(schema.element, [...way, '[]'], within)
  if (schema instanceof z.ZodRecord) return waysToException(schema.valueType, [...way, '{}'], within)
  if (schema instanceof z.ZodTuple) return (schema.def.items as unknown[]).flatMap((item) => waysToException(item, [...way, '[]'], within))
  const { innerType, in: before } = schema.def as { innerType?: unknown; in?: unknown }
  return waysToException(innerType ?? before, way, within)
}

/** Entries that repeat what another entry has told already, each with the entry that tells it. */
const toldElsewhere: Readonly<Record<string, string>> = {
  'handover-designated handover.exception': 'receiving-ended',
  'mailing-drafted mailing.recipient.exception': 'recipient-added', 'mailing-drafted mailing.keyTold.exception': 'key-told', 'mail-drafted mail.keyTold.exception': 'key-told',
  'contract-opened contract.recipients.[].exception': 'recipient-added',
  'fax-requested fax.recipient.exception': 'recipient-added', 'provision-applied provision.consent.exception': 'provision-consented',
}

const there = Object.entries(entryTypes).flatMap(([type, schema]) => waysToException(schema).map((way) => `${type} ${way}`))
const listed = Object.entries(exceptionKinds).map(([type, kind]) => `${type} ${kind.at}`)

test('the walk finds exceptions wherever a schema hides them', () => {
  const hidden = z.object({ a: z.array(z.union([z.object({ b: Exception.nullable().default(null) }), z.string()])), c: z.record(z.string(), Exception.extend({ more: z.string() }).optional()) })
  expect(waysToException(hidden)).toEqual(['a.[].b', 'c.{}'])
  expect(there.length).toBeGreaterThan(8)
})

test('every exception that an entry may hold stands in the list for the audit', () => {
  expect(there.filter((one) => !listed.includes(one) && !(one in toldElsewhere))).toEqual([])
})

test('what the list names is in the entries, and what is told elsewhere is told there', () => {
  expect(listed.filter((one) => !there.includes(one))).toEqual([])
  expect(Object.entries(toldElsewhere).filter(([one, where]) => !there.includes(one) || !(where as EntryType in exceptionKinds))).toEqual([])
})
