import { beforeEach, expect, test, vi } from 'vitest'

/** Messages that reach the main process, and the ports that came with them. */
const { heard } = vi.hoisted(() => ({ heard: { listener: undefined as ((event: unknown, posted: unknown) => void) | undefined } }))
vi.mock('electron', () => ({
  app: { isPackaged: true }, session: {}, BrowserWindow: class {}, dialog: {}, protocol: {},
  ipcMain: { on: (_name: string, listener: (event: unknown, posted: unknown) => void) => { heard.listener = listener } },
}))
const { isPageOf } = await import('../../../main/app/window.ts')
const { answerWire } = await import('../../../main/app/answer-wire.ts')

interface Frame { origin: string; url: string }
const ours: Frame = { origin: 'app://azukari', url: 'app://azukari/#/media' }
const windowOf = (mainFrame: Frame, gone = false) => ({ isDestroyed: () => gone, webContents: { mainFrame } }) as never
const answers = (frame: unknown, window = windowOf(ours)): boolean => isPageOf(window, frame as never)

test('the main frame of our own window is answered', () => {
  expect(answers(ours)).toBe(true)
})

test('nobody else is, however much they look like it', () => {
  const became = (what: Partial<Frame>): Frame => ({ ...ours, ...what })
  const gone = Object.defineProperty({}, 'origin', { get: () => { throw new Error('Render frame was disposed') } }) as Frame
  for (const frame of [null, { ...ours }, became({ url: 'app://azukari/frame' })]) expect(answers(frame)).toBe(false)
  for (const frame of [
    became({ origin: 'null' }), became({ origin: 'app://question' }), became({ origin: 'https://azukari' }), became({ url: 'about:blank' }), became({ url: 'app://azukari.example/' }), became({ url: 'data:text/html,app://azukari/' }), gone,
  ]) expect(answers(frame, windowOf(frame))).toBe(false)
  expect(answers(ours, windowOf(ours, true))).toBe(false)
})

let [called, closed, said]: [string[], number, unknown[]] = [[], 0, []]
const port = () => ({ close: () => { closed++ }, postMessage: (message: unknown) => { said.push(message) }, once: () => {}, start: () => {} })
beforeEach(() => {
  [called, closed, said] = [[], 0, []]
  answerWire({ call: (name) => { called.push(name); return () => {} } }, { incident: () => 'I-1' }, (frame) => isPageOf(windowOf(ours), frame))
})

test('a stranger’s call reaches nothing, is told nothing, and its ports are closed', () => {
  heard.listener?.({ senderFrame: { ...ours }, ports: [port()] }, ['vault.status', undefined])
  heard.listener?.({ senderFrame: null, ports: [port(), port()] }, ['vault.status', undefined])
  expect([called, said, closed]).toEqual([[], [], 3])
})

test('a call with more ports than one, or none, is no call', () => {
  heard.listener?.({ senderFrame: ours, ports: [port(), port()] }, ['vault.status', undefined])
  heard.listener?.({ senderFrame: ours, ports: [] }, ['vault.status', undefined])
  expect([called, said, closed]).toEqual([[], [], 2])
  heard.listener?.({ senderFrame: ours, ports: [port()] }, ['vault.status', undefined])
  expect(called).toEqual(['vault.status'])
})
