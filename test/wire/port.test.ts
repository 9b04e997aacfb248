import { MessageChannel, type MessagePort } from 'node:worker_threads'
import * as z from 'zod'
import { expect, test } from 'vitest'
import { connect } from '../../core/wire/connect.ts'
import type { Message, Wire } from '../../core/wire/message.ts'
import { ask, job, type DeskOf } from '../../core/wire/operation.ts'
import { serve } from '../../core/wire/serve.ts'
import { clockByHand } from './clock-by-hand.ts'

const contract = {
  media: {
    name: ask(z.string(), z.string()),
    wipe: job(z.string(), z.number(), z.enum(['wiped', 'abandoned'])),
  },
}

/** A wipe that ends only when it is called off; `begun` and `ended` tell where it is. */
function endlessWipe() {
  let tellBegun = () => {}
  let tellEnded = (_serial: string) => {}
  const begun = new Promise<void>((settle) => { tellBegun = settle })
  const ended = new Promise<string>((settle) => { tellEnded = settle })
  const desk: DeskOf<typeof contract> = {
    media: {
      name: async (serial) => `媒体 ${serial}`,
      wipe: (serial, { signal, onProgress } = {}) => new Promise((resolve) => {
        onProgress?.(1)
        signal?.addEventListener('abort', () => { tellEnded(serial); resolve('abandoned') })
        tellBegun()
      }),
    },
  }
  return { desk, begun, ended }
}

/** Near and far end joined by real ports, one pair a call, as preload and main join them. */
function acrossPorts(desk: DeskOf<typeof contract>) {
  const served = serve(contract, desk, { log: { incident: () => 'I-1' }, after: clockByHand().after })
  const ours: MessagePort[] = []
  const wire: Wire = {
    call(name, input, hear) {
      const { port1, port2 } = new MessageChannel()
      ours.push(port1)
      port1.on('message', (message: Message) => {
        if (!('progress' in message)) port1.close()
        hear(message)
      })
      const callOff = served.call(name, structuredClone(input), (message) => port2.postMessage(message))
      port2.on('message', callOff)
      port2.on('close', callOff)
      return () => port1.postMessage('call off')
    },
  }
  return { near: connect(contract, wire), wire, ours, served }
}

test('a question goes through a port and comes back', async () => {
  const { near } = acrossPorts(endlessWipe().desk)
  expect(await near.media.name('S-1')).toBe('媒体 S-1')
})

test('a job hears through its port that it was called off', async () => {
  const { desk } = endlessWipe()
  const { near } = acrossPorts(desk)
  const cancellation = new AbortController()
  expect(await near.media.wipe('S-1', { signal: cancellation.signal, onProgress: () => cancellation.abort() })).toBe('abandoned')
})

test('a window that dies calls off what it began', async () => {
  const { desk, begun, ended } = endlessWipe()
  const { wire, ours, served } = acrossPorts(desk)
  wire.call('media.wipe', 'S-1', () => {})
  await begun
  ours.at(-1)?.close()
  expect(await ended).toBe('S-1')
  await served.whenIdle()
  expect(served.jobsUnderWay()).toEqual([])
})

test('two calls do not hear each other', async () => {
  const { near } = acrossPorts(endlessWipe().desk)
  expect(await Promise.all(['A', 'B', 'C'].map((serial) => near.media.name(serial)))).toEqual(['媒体 A', '媒体 B', '媒体 C'])
})
