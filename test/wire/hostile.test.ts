import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contract } from '../../core/contract.ts'
import { desktop } from '../../core/desktop.ts'
import type { Message } from '../../core/wire/message.ts'
import type { Operation } from '../../core/wire/operation.ts'
import { serve, type Served } from '../../core/wire/serve.ts'
import { after } from '../../main/after.ts'
import { sized } from '../campaign.ts'
import { staffedOffice } from '../cast.ts'
import { openOffice, type Office } from '../world.ts'
import { hostileTo, strangers } from './hostile.ts'

const shell = { pickFiles: async () => [], pickFolder: async () => null, pickSaveAs: async () => null, showInFolder: async () => false, openExternal: async () => false }
const everything = { ...contract, ...desktop }
const operations: [string, Operation][] = Object.entries(everything).flatMap(([group, names]) => Object.entries(names as Record<string, Operation>).map(([name, operation]): [string, Operation] => [`${group}.${name}`, operation]))
const bounds = { ask: 1000, job: 1000, waiting: 1000, perSecond: 1e9 }

function wireTo({ desk }: Office): { served: Served; incidents: unknown[] } {
  const incidents: unknown[] = []
  const served = serve(everything, { ...desk, shell }, { log: { incident: (error) => `I-${incidents.push(error)}` }, after, bounds })
  return { served, incidents }
}

/** The last message of a call, and that nothing came after it. */
async function lastOf(served: Served, name: string, input: unknown): Promise<Message> {
  const heard: Message[] = []
  const callOff = await new Promise<() => void>((settle) => {
    const off = served.call(name, input, (message) => {
      if (!('progress' in (message as Message))) heard.push(message as Message)
      if (heard.length === 1) queueMicrotask(() => settle(off))
    })
  })
  callOff()
  await Promise.resolve()
  expect(heard).toHaveLength(1)
  return heard[0]!
}

const sizeOf = async ({ world }: Office): Promise<number> => (await world.ledger.read()).head.size

describe('a value that nobody asks for', () => {
  test('is answered once and changes nothing, whatever it is and whatever it is given to', async () => {
    const office = await staffedOffice()
    const { served, incidents } = wireTo(office)
    const before = await sizeOf(office)
    const understood: string[] = []
    for (const [name, operation] of operations) {
      for (const value of strangers()) {
        if (operation.input.safeParse(value).success) { understood.push(name); continue }
        const last = await lastOf(served, name, value) as { refused?: { code: string }[] }
        expect([...new Set(last.refused?.map(({ code }) => code))], name).toEqual(['input-not-understood'])
      }
    }
    expect(incidents).toEqual([])
    expect(await sizeOf(office)).toBe(before)
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('isAdmin')
    // An empty narrowing of a list is one.
    expect(new Set(understood).size).toBeLessThan(20)
  })
})

describe('an order that looks like one', () => {
  test.each(['locked', 'open'])('is answered or refused with a sentence, and never breaks anything, while the vault is %s', async (state) => {
    const office = state === 'open' ? await staffedOffice() : openOffice()
    const { served, incidents } = wireTo(office)
    // What leaves the office would end the walk; what makes one would begin another.
    const leaving = new Set(['vault.lock', 'vault.create', 'vault.recover'])
    const broken: unknown[] = []
    for (const [name, operation] of operations.filter(([name]) => !leaving.has(name))) {
      for (const input of fc.sample(hostileTo(operation.input), { numRuns: sized(3, 400), seed: 7 })) {
        const last = await lastOf(served, name, input)
        if ('broken' in last) broken.push([name, String(incidents.at(-1)).slice(0, 200), incidents.at(-1) instanceof Error ? (incidents.at(-1) as Error).stack?.split('\n').slice(1, 4) : ''])
        else if ('refused' in last) expect(JSON.stringify(last.refused).length).toBeLessThan(100_000)
      }
    }
    expect(broken).toEqual([])
  })
})
