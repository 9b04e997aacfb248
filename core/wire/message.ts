import * as z from 'zod'
import type { Objection } from '../refusal.ts'

/** What travels back along a wire. Plain values: of an error, a process boundary keeps no more than its sentence. */
export type Message =
  | { progress: unknown }
  | { done: unknown }
  | { refused: readonly Objection[] }
  | { broken: { incident: string } }

export interface Wire {
  /**
   * Calls an operation by its name (`group.operation`) and hears its messages: any number of `progress`, then one of
   * the others, then nothing. Returns a function that calls the work off; the last message still comes.
   */
  call(name: string, input: unknown, hear: (message: unknown) => void): () => void
}

/** Something went wrong that nobody planned for. What is known of it is in the log, under the incident's number. */
export class Broken extends Error {
  override readonly name = 'Broken'
  readonly incident: string

  constructor(incident: string) {
    super(`unexpected failure; see incident ${incident} in the log`)
    this.incident = incident
  }
}

const Refused = z.object({
  refused: z.array(z.object({
    code: z.string(),
    article: z.string().nullable(),
    rule: z.string().nullable(),
    facts: z.record(z.string(), z.unknown()),
  })).min(1),
})
const Incident = z.object({ broken: z.object({ incident: z.string() }) })

/**
 * Reads what came along a wire. Which codes exist is not asked here: near and far end are built from one source,
 * and a sentence for an unknown code is the words' concern.
 * @throws when it is none of the four messages
 */
export function readMessage(heard: unknown): Message {
  if (typeof heard !== 'object' || heard === null) throw new TypeError('the wire carried something that is no message')
  if ('progress' in heard) return { progress: heard.progress }
  if ('done' in heard) return { done: heard.done }
  if ('refused' in heard) return { refused: Refused.parse(heard).refused as unknown as readonly Objection[] }
  return Incident.parse(heard)
}
