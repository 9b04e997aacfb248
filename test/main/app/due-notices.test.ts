import type { EventEmitter } from 'node:events'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Late } from '../../../core/home/watch.ts'
import type { Instant } from '../../../core/time.ts'

/** The system's notices, as paper: what they say, whether they were shown, and a finger to press them with. */
const { system } = vi.hoisted(() => ({ system: { supported: true, notices: [] as { body: string; shown: number; press: () => void }[] } }))
vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  class Notification extends Emitter {
    static isSupported = () => system.supported
    readonly kept: (typeof system.notices)[number]
    constructor({ body }: { body: string }) {
      super()
      this.kept = { body, shown: 0, press: () => { this.emit('click') } }
      system.notices.push(this.kept)
    }
    show(): void { this.kept.shown++ }
  }
  return { app: { setAppUserModelId: () => {} }, Notification, powerMonitor: new Emitter() }
})
const { watchEveryMinute } = await import('../../../main/app/due-notices.ts')
const { powerMonitor } = await import('electron') as unknown as { powerMonitor: EventEmitter }

const late: Late = { kind: 'carry-out-overdue', id: 'k1', no: 'T-R8-017-006', dueAt: 0 as Instant, page: '/carry-outs/k1' }
const parcel: Late = { ...late, kind: 'parcel-not-arrived', id: 's3', no: 'S-R8-017-003', page: '/send/s3' }
const aWindow = () => {
  const did: string[] = []
  const window = { isDestroyed: () => false, show: () => did.push('show'), restore: () => did.push('restore'), focus: () => did.push('focus'), flashFrame: () => did.push('flash'), loadURL: (url: string) => { did.push(url); return Promise.resolve() } }
  return { did, window: window as never }
}
/** Wakes the machine, which is looked at at once. */
const wake = async (): Promise<void> => { powerMonitor.emit('resume'); await new Promise(setImmediate) }

beforeEach(() => { system.notices.length = 0; system.supported = true; powerMonitor.removeAllListeners() })

test('what is late is said once, in numbers alone, however often it is looked at', async () => {
  const { window } = aWindow()
  const watching = watchEveryMinute(window, async () => ({ late: [late, parcel], coming: [] }) as never)
  await wake()
  await wake()
  expect(system.notices.map(({ body, shown }) => [body.split('\n')[0], shown])).toEqual([['持出 T-R8-017-006 の返却期限を過ぎています。', 1], ['送付 S-R8-017-003 の到着が確認されていません。', 1]])
  watching.stop()
})

test('a press brings the window to the page on which it is settled', async () => {
  const { window, did } = aWindow()
  const watching = watchEveryMinute(window, async () => ({ late: [parcel], coming: [] }) as never)
  await wake()
  expect(did).toEqual([])
  system.notices[0]!.press()
  expect(did).toEqual(['show', 'restore', 'focus', expect.stringMatching(/#\/send\/s3$/)])
  watching.stop()
})

test('where the desktop has no notices the window itself asks to be looked at; stopped, nothing is said', async () => {
  system.supported = false
  const { window, did } = aWindow()
  const watching = watchEveryMinute(window, async () => ({ late: [late], coming: [] }) as never)
  await wake()
  expect([did, system.notices]).toEqual([['flash'], []])
  watching.stop()
  expect(powerMonitor.listenerCount('resume')).toBe(0)
})
