import { serialize } from 'node:v8'
import * as z from 'zod'

/** What a window posts to call the desk. `bytes` is about what it takes to hold the input. */
export interface Envelope { name: string; input: unknown; bytes: number }

/** The longest input the desk reads from a window: about a hundred thousand paths. */
const largestInput = 32 * 1024 * 1024
/** A hundred thousand files of a list have some seven hundred thousand values. Each that does not fit its schema costs a sentence. */
const mostValues = 1_000_000
/** The contract's own inputs have a handful of levels. */
const deepest = 64

const Posted = z.tuple([z.string().min(1).max(100), z.unknown()])

/**
 * Reads what a window posted: `[name, input]`, and nothing else. Bounds it before any schema looks at it, since a schema walks all of it,
 * by recursion, and complains of each value by itself.
 * @throws when it has another shape, is larger than 32 MiB, has more than a million values or more than 64 levels, or runs in a circle
 */
export function readEnvelope(posted: unknown): Envelope {
  const [name, input] = Posted.parse(posted)
  requireCountable(input)
  const bytes = serialize(input).byteLength
  if (bytes > largestInput) throw new RangeError('an input of more than 32 MiB')
  return { name, input, bytes }
}

function requireCountable(input: unknown): void {
  let level = [input]
  let values = 1
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw new RangeError(`an input of more than ${deepest} levels`)
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue
      // A list may say that it is longer than what is in it: nothing of it travels, and whoever walks it walks to its end.
      if (Array.isArray(value) && (values += Math.max(0, value.length - Object.keys(value).length)) > mostValues) throw new RangeError('an input of more than a million values')
      const inside: Iterable<unknown> = value instanceof Map ? [...value].flat() : value instanceof Set ? value : Object.values(value)
      for (const one of inside) {
        if (++values > mostValues) throw new RangeError('an input of more than a million values')
        next.push(one)
      }
    }
    level = next
  }
}
