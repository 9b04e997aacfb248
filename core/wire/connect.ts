import { Refusal } from '../refusal.ts'
import { Broken, readMessage, type Message, type Wire } from './message.ts'
import type { Contract, DeskOf, JobOptions } from './operation.ts'

/**
 * The near end of a wire: looks like the desk, types like the desk, is the desk as far as the caller can tell.
 * A call rejects with `Refusal`, with `Broken`, or with the signal's reason when it was called off before it began.
 */
export function connect<C extends Contract>(contract: C, wire: Wire): DeskOf<C> {
  return mapValues(contract, (operations, group) =>
    mapValues(operations, (_operation, name) =>
      (input: unknown, options?: JobOptions<unknown>) => call(wire, `${group}.${name}`, input, options),
    ),
  ) as DeskOf<C>
}

async function call(wire: Wire, name: string, input: unknown, { signal, onProgress }: JobOptions<unknown> = {}): Promise<unknown> {
  signal?.throwIfAborted()
  let callOff: (() => void) | undefined
  try {
    return await new Promise<unknown>((resolve, reject) => {
      let finished = false
      callOff = wire.call(name, input, (heard) => {
        // The last word was said: what still trickles in belongs to nobody.
        if (finished) return
        const message = read(heard)
        if ('progress' in message) return onProgress?.(message.progress)
        finished = true
        if ('done' in message) resolve(message.done)
        else if ('refused' in message) reject(new Refusal(message.refused))
        else reject('unreadable' in message ? message.unreadable : new Broken(message.broken.incident))
      })
      signal?.addEventListener('abort', callOff, { once: true })
    })
  } finally {
    if (callOff) signal?.removeEventListener('abort', callOff)
  }
}

function read(heard: unknown): Message | { unreadable: Error } {
  try {
    return readMessage(heard)
  } catch (error) {
    return { unreadable: error as Error }
  }
}

function mapValues<T extends object, R>(object: T, change: (value: T[keyof T], key: string) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value as T[keyof T], key)]))
}
