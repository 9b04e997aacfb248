import { serialize } from 'node:v8'
import * as z from 'zod'

/** What a window posts to call the desk. */
export interface Envelope { name: string; input: unknown }

/** The longest input the desk reads from a window: about a hundred thousand paths. */
const largestInput = 32 * 1024 * 1024

const Posted = z.tuple([z.string().min(1).max(100), z.unknown()])

/**
 * Reads what a window posted: `[name, input]`, and nothing else.
 * @throws when it has another shape or is larger than 32 MiB
 */
export function readEnvelope(posted: unknown): Envelope {
  const [name, input] = Posted.parse(posted)
  if (serialize(input).byteLength > largestInput) throw new RangeError('an input of more than 32 MiB')
  return { name, input }
}
