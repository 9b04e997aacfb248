import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { ElectronApplication } from '@playwright/test'

type Electron = typeof import('electron')

/** An app of which one may ask something in its main process, as the driver asks it. */
export type Asked = Pick<ElectronApplication, 'evaluate'>

/** What the main process remembers of a deed. */
type Deed = { state: 'unknown' | 'under way' } | { state: 'done'; answer: unknown } | { state: 'failed'; said: string }

interface Main { deeds?: Map<string, { deed: Deed; promise?: Promise<void> }> }

/** An answer that has not come by then is asked for once more. */
const PATIENCE = 15_000

/**
 * Does something in the main process, once, and returns its answer, which must be plain. The driver's own `evaluate` waits for its answer
 * through a promise that V8 holds only weakly (Playwright's issue 33737): of a busy main process it may be lost, and nobody knows whether
 * the deed was done. Here the main process itself keeps the deed under a name, with what comes of it; whatever is lost is asked for again.
 * `deed` is sent as text: it knows nothing but what it is given.
 */
export function inMain<Answer>(app: Asked, deed: (electron: Electron) => Answer | Promise<Answer>): Promise<Answer>
export function inMain<Answer, Arg>(app: Asked, deed: (electron: Electron, arg: Arg) => Answer | Promise<Answer>, arg: Arg): Promise<Answer>
export async function inMain(app: Asked, deed: (electron: Electron, arg: unknown) => unknown, arg?: unknown): Promise<unknown> {
  const id = randomUUID()
  let known: Deed = { state: 'unknown' }
  for (;;) {
    const asking: Promise<Deed> = known.state === 'unknown' ? app.evaluate(begin, [id, String(deed), arg] as const) : app.evaluate(look, id)
    known = await heard(asking) ?? await heard(app.evaluate(look, id)) ?? known
    if (known.state === 'done') return known.answer
    if (known.state === 'failed') throw new Error(known.said)
    if (known.state === 'under way') await pause(25)
  }
}

/** Null where the answer was lost on its way, or has not come in time. */
async function heard(answer: Promise<Deed>): Promise<Deed | null> {
  const late = new AbortController()
  try {
    return await Promise.race([answer, pause(PATIENCE, null, { signal: late.signal })])
  } catch (error) {
    if (error instanceof Error && error.message.includes('promise was garbage collected')) return null
    throw error
  } finally {
    late.abort()
    answer.catch(() => {})
  }
}

/** In the main process: begins a deed that it has not heard of. */
function begin(electron: Electron, [id, source, arg]: readonly [string, string, unknown]): Deed {
  const main = globalThis as unknown as Main
  const deeds = (main.deeds ??= new Map())
  const kept = deeds.get(id) ?? { deed: { state: 'under way' } }
  if (deeds.has(id)) return kept.deed
  deeds.set(id, kept)
  const failed = (error: unknown): void => { kept.deed = { state: 'failed', said: error instanceof Error ? error.stack ?? error.message : String(error) } }
  try {
    // oxlint-disable-next-line no-eval -- our own words, into the main process of a test
    const answer = ((0, eval)(`(${source})`) as (electron: Electron, arg: unknown) => unknown)(electron, arg)
    if (answer instanceof Promise) kept.promise = answer.then((value: unknown) => { kept.deed = { state: 'done', answer: value } }, failed)
    else kept.deed = { state: 'done', answer }
  } catch (error) {
    failed(error)
  }
  return kept.deed
}

/** In the main process: what it knows of a deed. */
function look(_electron: Electron, id: string): Deed {
  return (globalThis as unknown as Main).deeds?.get(id)?.deed ?? { state: 'unknown' }
}
