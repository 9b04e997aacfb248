import type * as z from 'zod'
import { Refusal, worldly, type Objection } from '../refusal.ts'
import { gate, ordinaryBounds, type Bounds } from './gate.ts'
import type { Message, Wire } from './message.ts'
import type { Contract, DeskOf, JobOptions, Operation } from './operation.ts'
import { sluice, type After } from './pace.ts'

export interface Log {
  /** Writes down what nobody planned for and returns the number by which it can be found again. */
  incident(error: unknown): string
}

/** The far end of a wire. */
export interface Served extends Wire {
  /** Names of the jobs that have begun and not ended, one for each; those that still wait for their turn are not among them. */
  jobsUnderWay(): readonly string[]
  /** Resolves when nothing is being worked on any more. */
  whenIdle(): Promise<void>
}

const progressInterval = 100

/**
 * Puts a desk at the far end of a wire. Nothing reaches the desk unread, and nothing leaves it but what the contract
 * promises: input, progress and output are parsed, fields that the contract does not name fall away.
 * An input that cannot be read is refused (`input-not-understood`); whatever else the desk did not mean to say
 * becomes an incident in the log, and only its number travels. What is too much at once waits, and what is too much to wait
 * is refused (`too-many-calls`); what was called off and knows no better end for that is refused as well (`called-off`).
 * @throws when the desk lacks an operation of the contract
 */
export function serve<C extends Contract>(contract: C, desk: DeskOf<C>, { log, after, bounds = ordinaryBounds }: { log: Log; after: After; bounds?: Bounds }): Served {
  const operations = new Map(listOperations(contract, desk))
  const { enter } = gate(bounds, after)
  const underWay = new Map<Promise<void>, { name: string; kind: Operation['kind'] | undefined }>()

  return {
    call(name, input, hear) {
      const cancellation = new AbortController()
      const found = operations.get(name)
      const kind = found?.operation.kind
      const begin = (): Promise<void> => {
        const work = answer(name, found, input, cancellation.signal, hear).finally(() => underWay.delete(work))
        underWay.set(work, { name, kind })
        return work
      }
      // As every answer: never before the caller knows how to call it off.
      const turnAway = (code: 'too-many-calls' | 'called-off'): void => { void Promise.resolve().then(() => hear({ refused: [worldly(code, {})] })) }
      if (!enter(kind ?? 'ask', cancellation.signal, { begin, calledOff: () => turnAway('called-off') })) turnAway('too-many-calls')
      return () => cancellation.abort()
    },
    jobsUnderWay: () => [...underWay.values()].filter(({ kind }) => kind === 'job').map(({ name }) => name),
    async whenIdle() {
      while (underWay.size > 0) await Promise.all(underWay.keys())
    },
  }

  async function answer(name: string, found: Found | undefined, input: unknown, signal: AbortSignal, hear: (message: Message) => void): Promise<void> {
    const pace = sluice<unknown>(progressInterval, after, (progress) => hear({ progress }))
    const onProgress = (progress: unknown): void => {
      const read = found?.operation.kind === 'job' ? found.operation.progress.safeParse(progress) : undefined
      // A wipe must not stop because its progress bar is wrong.
      if (read?.success) pace.offer(read.data)
      else log.incident(read?.error ?? new TypeError(`${name} is no job and reports progress`))
    }
    const last = await outcome(name, found, input, { signal, onProgress }).catch((error: unknown): Message => explain(error, signal))
    pace.close()
    hear(last)
  }

  async function outcome(name: string, found: Found | undefined, input: unknown, options: JobOptions<unknown>): Promise<Message> {
    if (!found) throw new TypeError('no such operation')
    const { operation, run } = found
    const understood = operation.input.safeParse(input)
    if (!understood.success) return { refused: notUnderstood(name, understood.error) }
    const done = await (operation.kind === 'job' ? run(understood.data, options) : run(understood.data))
    return { done: operation.output.parse(done) }
  }

  function explain(error: unknown, signal: AbortSignal): Message {
    // Whoever called it off knows that it did not come to an end: nothing has gone wrong.
    if (signal.aborted && error === signal.reason) return { refused: [worldly('called-off', {})] }
    return error instanceof Refusal ? { refused: error.objections } : { broken: { incident: log.incident(error) } }
  }
}

/** One objection for each place that could not be read. Names the place and never the value, which may be anybody's. */
function notUnderstood(name: string, { issues }: z.ZodError): Objection[] {
  return issues.slice(0, 20).map(({ path, message }) =>
    worldly('input-not-understood', { where: [name, ...path.map(String)].join('.'), problem: message }))
}

type Run = (input: unknown, options?: JobOptions<unknown>) => Promise<unknown>
interface Found { operation: Operation; run: Run }

function* listOperations<C extends Contract>(contract: C, desk: DeskOf<C>): Generator<[string, Found]> {
  for (const [group, operations] of Object.entries(contract)) {
    for (const [name, operation] of Object.entries(operations)) {
      const run = (desk as Record<string, Record<string, Run>>)[group]?.[name]
      if (!run) throw new TypeError(`the desk does not do ${group}.${name}`)
      yield [`${group}.${name}`, { operation, run }]
    }
  }
}
