import * as z from 'zod'
import { describe, expect, test } from 'vitest'
import { Refusal, worldly } from '../../core/refusal.ts'
import { connect } from '../../core/wire/connect.ts'
import { Broken, type Message, type Wire } from '../../core/wire/message.ts'
import { ask, job, type DeskOf } from '../../core/wire/operation.ts'
import { serve } from '../../core/wire/serve.ts'
import { clockByHand } from './clock-by-hand.ts'

const Slip = z.object({ to: z.string().min(1), count: z.number().int() })
const contract = {
  slips: {
    write: ask(Slip, z.object({ slip: z.string() })),
    count: job(Slip, z.object({ done: z.number() }), z.object({ outcome: z.enum(['counted', 'abandoned']) })),
  },
}

type Desk = DeskOf<typeof contract>
const ordinary: Desk = {
  slips: {
    write: async ({ to, count }) => ({ slip: `${to}: ${count}` }),
    count: async () => ({ outcome: 'counted' as const }),
  },
}

/** A desk behind a wire that copies as a process boundary does, so that a class or a function that sneaks in is caught here. */
function across(slips: Partial<Desk['slips']>) {
  const incidents: unknown[] = []
  const clock = clockByHand()
  const served = serve(contract, { slips: { ...ordinary.slips, ...slips } }, { log: { incident: (error) => `I-${incidents.push(error)}` }, after: clock.after })
  const wire: Wire = { call: (name, input, hear) => served.call(name, structuredClone(input), (message) => queueMicrotask(() => hear(structuredClone(message)))) }
  return { desk: connect(contract, wire), incidents, served, wire, clock }
}

const lastOf = (wire: Wire, name: string, input?: unknown) => new Promise<unknown>((hear) => wire.call(name, input, hear))

describe('a question', () => {
  test('comes back answered', async () => {
    const { desk } = across({})
    expect(await desk.slips.write({ to: '佐藤', count: 2 })).toEqual({ slip: '佐藤: 2' })
  })

  test('that is refused comes back with every objection, its article and its facts', async () => {
    const objections = [worldly('nothing-found', { what: 'package', id: 'P-1' }), worldly('ledger-busy', {})]
    const { desk, incidents } = across({ write: () => Promise.reject(new Refusal(objections)) })
    const refusal = await desk.slips.write({ to: '佐藤', count: 2 }).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Refusal)
    expect((refusal as Refusal).objections).toEqual(objections)
    expect(incidents).toEqual([])
  })

  test('that cannot be read is refused, place by place, and never reaches the desk', async () => {
    let asked = 0
    const { wire, incidents } = across({ write: async () => ({ slip: String(asked++) }) })
    const answer = await lastOf(wire, 'slips.write', { to: '', count: '秘密' }) as { refused: { code: string; article: null; facts: { where: string } }[] }
    expect(answer.refused.map(({ code, article, facts }) => [code, article, facts.where])).toEqual([
      ['input-not-understood', null, 'slips.write.to'],
      ['input-not-understood', null, 'slips.write.count'],
    ])
    expect(JSON.stringify(answer)).not.toContain('秘密')
    expect(asked).toBe(0)
    expect(incidents).toEqual([])
  })

  test('that breaks something leaves an incident here and carries only its number there', async () => {
    const { desk, incidents } = across({ write: () => Promise.reject(new TypeError('秘密')) })
    const broken = await desk.slips.write({ to: '佐藤', count: 1 }).catch((error: unknown) => error)
    expect(broken).toBeInstanceOf(Broken)
    expect((broken as Broken).incident).toBe('I-1')
    expect(String(broken)).not.toContain('秘密')
    expect(incidents).toHaveLength(1)
  })

  test('is answered with what the contract promises and not a field more', async () => {
    const { wire } = across({ write: async () => ({ slip: 'P-1', passphrase: '秘密' }) })
    expect(await lastOf(wire, 'slips.write', { to: '佐藤', count: 1 })).toEqual({ done: { slip: 'P-1' } })
  })

  test('whose answer breaks the contract is broken', async () => {
    const { wire } = across({ write: async () => ({}) as { slip: string } })
    expect(await lastOf(wire, 'slips.write', { to: '佐藤', count: 1 })).toEqual({ broken: { incident: 'I-1' } })
  })

  test.each(['toString', '__proto__.constructor', 'slips.constructor', 'slips', 'slips.write.x', ''])('called %j does not exist', async (name) => {
    const { wire, incidents } = across({})
    expect(await lastOf(wire, name)).toEqual({ broken: { incident: 'I-1' } })
    expect(incidents).toHaveLength(1)
  })

  test('that the desk cannot answer is missed when the desk opens, not when it is asked', () => {
    const lame = { slips: { write: ordinary.slips.write } } as unknown as Desk
    expect(() => serve(contract, lame, { log: { incident: () => 'I-1' }, after: clockByHand().after })).toThrow('slips.count')
  })
})

describe('a job', () => {
  const order = { to: '佐藤', count: 1000 }

  test('can be called off, and says itself what came of it', async () => {
    const { desk } = across({
      count: (_slip, { signal } = {}) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve({ outcome: 'abandoned' }))),
    })
    const cancellation = new AbortController()
    const outcome = desk.slips.count(order, { signal: cancellation.signal })
    cancellation.abort()
    expect(await outcome).toEqual({ outcome: 'abandoned' })
  })

  test('that knows no end of its own for being called off is refused as such, and is no incident', async () => {
    const { desk, incidents } = across({
      count: (_slip, { signal } = {}) => new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
    })
    const cancellation = new AbortController()
    const outcome = desk.slips.count(order, { signal: cancellation.signal })
    cancellation.abort()
    await expect(outcome).rejects.toMatchObject({ objections: [{ code: 'called-off' }] })
    expect(incidents).toEqual([])
  })

  test('that was called off before it began does not begin', async () => {
    let begun = false
    const { desk } = across({ count: async () => { begun = true; return { outcome: 'counted' } } })
    await expect(desk.slips.count(order, { signal: AbortSignal.abort(new Error('not today')) })).rejects.toThrow('not today')
    expect(begun).toBe(false)
  })

  test('that makes a thousand steps in one moment reports the first and the last', async () => {
    const { desk } = across({
      count: async (_slip, { onProgress } = {}) => { for (let done = 1; done <= 1000; done++) onProgress?.({ done }); return { outcome: 'counted' } },
    })
    const seen: number[] = []
    await desk.slips.count(order, { onProgress: ({ done }) => seen.push(done) })
    expect(seen).toEqual([1, 1000])
  })

  test('reports at most ten times a second, always the newest, and once more when it falls silent', async () => {
    const work: { step?: (done: number) => void; end?: () => void } = {}
    const { wire, clock } = across({
      count: (_slip, { onProgress } = {}) => new Promise((resolve) => {
        work.step = (done) => onProgress?.({ done })
        work.end = () => resolve({ outcome: 'counted' })
      }),
    })
    const heard: unknown[] = []
    const finished = new Promise<void>((settle) => wire.call('slips.count', order, (message) => {
      heard.push(message)
      if ('done' in (message as Message)) settle()
    }))
    for (let second = 0; second < 10; second++) for (let step = 0; step < 100; step++) { work.step?.(second * 100 + step); clock.pass(10) }
    clock.pass(1000)
    await Promise.resolve()
    const progress = heard.map((message) => (message as { progress: { done: number } }).progress.done)
    expect(progress.length).toBeLessThanOrEqual(101)
    expect(progress.length).toBeGreaterThan(90)
    expect(progress.at(-1)).toBe(999)
    work.end?.()
    await finished
    expect(clock.waiting()).toBe(0)
  })

  test('that reports nonsense goes on, and the nonsense is an incident', async () => {
    const { desk, incidents } = across({ count: async (_slip, options) => { options?.onProgress?.({ done: 'viel' } as never); return { outcome: 'counted' } } })
    const seen: unknown[] = []
    expect(await desk.slips.count(order, { onProgress: (progress) => seen.push(progress) })).toEqual({ outcome: 'counted' })
    expect(seen).toEqual([])
    expect(incidents).toHaveLength(1)
  })

  test('that speaks after its end is not heard', async () => {
    const speaker: { late?: () => void } = {}
    const { desk, clock } = across({ count: async (_slip, options) => { speaker.late = () => options?.onProgress?.({ done: 9 }); return { outcome: 'counted' } } })
    const seen: unknown[] = []
    await desk.slips.count(order, { onProgress: (progress) => seen.push(progress) })
    speaker.late?.()
    clock.pass(1000)
    expect(seen).toEqual([])
  })

  test('is known as under way until it ends, and the far end can wait for that', async () => {
    const work: { end?: () => void } = {}
    const { desk, served } = across({ count: () => new Promise((resolve) => { work.end = () => resolve({ outcome: 'counted' }) }) })
    const outcome = desk.slips.count(order)
    expect(served.jobsUnderWay()).toEqual(['slips.count'])
    work.end?.()
    await served.whenIdle()
    expect(served.jobsUnderWay()).toEqual([])
    expect(await outcome).toEqual({ outcome: 'counted' })
  })
})

describe('the near end', () => {
  const saying = (...messages: unknown[]): Wire => ({ call: (_name, _input, hear) => { for (const message of messages) hear(message); return () => {} } })

  test('hears the first last word and nothing after it', async () => {
    const desk = connect(contract, saying({ done: { slip: 'P-1' } }, { progress: 1 }, { broken: { incident: 'I-9' } }))
    expect(await desk.slips.write({ to: '佐藤', count: 1 })).toEqual({ slip: 'P-1' })
  })

  test.each([[null], ['done'], [{}], [{ refused: [] }], [{ refused: [{ code: 7 }] }], [{ broken: 'I-1' }]])('believes nothing of %j', async (nonsense) => {
    await expect(connect(contract, saying(nonsense)).slips.write({ to: '佐藤', count: 1 })).rejects.toThrow()
  })

  test('rejects a call that could not be made', async () => {
    const deaf: Wire = { call: () => { throw new Error('could not be cloned') } }
    await expect(connect(contract, deaf).slips.write({ to: '佐藤', count: 1 })).rejects.toThrow('could not be cloned')
  })
})
