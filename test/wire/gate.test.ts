import * as z from 'zod'
import { expect, test } from 'vitest'
import { ask, job, type DeskOf } from '../../core/wire/operation.ts'
import { serve } from '../../core/wire/serve.ts'
import { clockByHand } from './clock-by-hand.ts'

const contract = {
  office: {
    look: ask(z.number(), z.number()),
    work: job(z.number(), z.number(), z.number()),
  },
}
const bounds = { ask: 4, job: 2, waiting: 10, perSecond: 1000 }
const tooMany = { refused: [expect.objectContaining({ code: 'too-many-calls' })] }

/** An office in which everything lasts until it is let go. */
function busyOffice(more: Partial<typeof bounds> = {}) {
  const clock = clockByHand()
  const begun: number[] = []
  const ends: (() => void)[] = []
  const most = { now: 0, ever: 0 }
  const lasting = async (no: number): Promise<number> => {
    begun.push(no)
    most.ever = Math.max(most.ever, ++most.now)
    await new Promise<void>((settle) => ends.push(settle))
    most.now--
    return no
  }
  const desk: DeskOf<typeof contract> = { office: { look: lasting, work: lasting } }
  const served = serve(contract, desk, { log: { incident: () => 'I-1' }, after: clock.after, bounds: { ...bounds, ...more } })
  const answers = new Map<number, unknown[]>()
  const call = (name: string, no: number): (() => void) => {
    const heard: unknown[] = []
    answers.set(no, heard)
    return served.call(name, no, (message) => heard.push(message))
  }
  const settle = async (): Promise<void> => { for (let turn = 0; turn < 20; turn++) await Promise.resolve() }
  const letGo = async (): Promise<void> => { while (ends.length > 0) { for (const end of ends.splice(0)) end(); await settle() } }
  return { call, answers, begun, most, letGo, settle, clock, served }
}

test('no more is worked on at once than can be, the rest waits its turn, and what is beyond that is refused', async () => {
  const { call, answers, begun, most, letGo } = busyOffice()
  for (let no = 0; no < 100; no++) call('office.look', no)
  expect(begun).toEqual([0, 1, 2, 3])
  await letGo()
  expect(most.ever).toBe(4)
  expect(begun).toEqual([...Array(14).keys()])
  for (const [no, heard] of answers) expect(heard).toEqual([no < 14 ? { done: no } : tooMany])
})

test('jobs keep nobody from asking', async () => {
  const { call, begun, letGo, served } = busyOffice()
  for (let no = 0; no < 5; no++) call('office.work', no)
  call('office.look', 99)
  expect(begun).toEqual([0, 1, 99])
  expect(served.jobsUnderWay()).toEqual(['office.work', 'office.work'])
  await letGo()
  expect(begun).toEqual([0, 1, 99, 2, 3, 4])
})

test('what is called off while it waits never begins, and makes room', async () => {
  const { call, answers, begun, letGo, settle } = busyOffice()
  for (let no = 0; no < 4; no++) call('office.look', no)
  const callsOff = Array.from({ length: 10 }, (_, i) => call('office.look', 10 + i))
  for (let again = 0; again < 1000; again++) for (const callOff of callsOff) callOff()
  await settle()
  for (let no = 10; no < 20; no++) expect(answers.get(no)).toEqual([{ refused: [expect.objectContaining({ code: 'called-off' })] }])
  call('office.look', 50)
  await letGo()
  expect(begun).toEqual([0, 1, 2, 3, 50])
  expect(answers.get(50)).toEqual([{ done: 50 }])
})

test('no more begins in a second than may, also when everything is answered at once', async () => {
  const { call, begun, letGo, clock } = busyOffice({ perSecond: 5 })
  for (let no = 0; no < 8; no++) { call('office.look', no); await letGo() }
  expect(begun).toHaveLength(5)
  clock.pass(999)
  await letGo()
  expect(begun).toHaveLength(5)
  clock.pass(1)
  await letGo()
  expect(begun).toHaveLength(8)
})

test('an operation that does not exist waits and is counted like any other', async () => {
  const { call, answers, settle } = busyOffice({ perSecond: 1, waiting: 1 })
  for (let no = 0; no < 3; no++) call('office.nowhere', no)
  await settle()
  expect(answers.get(0)).toEqual([{ broken: { incident: 'I-1' } }])
  expect(answers.get(1)).toEqual([])
  expect(answers.get(2)).toEqual([tooMany])
})
