import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Bundle } from './bundle.ts'
import type { Asked, Said, SaidEntry, Start } from './programs/talk.ts'

type Heard<S extends Said['said']> = Extract<Said, { said: S }>

/** A desk in a process of its own, which may be ended at any moment; what it acknowledged is remembered here. */
export interface Victim {
  /** What stood on the desk when it could be used, and how many milliseconds after the process was begun. */
  open: Heard<'open'>
  milliseconds: number
  /** Appends that were answered: the size of the ledger, and its head. */
  acknowledged: { size: number; hash: string }[]
  entries(from: number): Promise<{ entries: SaidEntry[]; problems: { seq: number; what: string }[] }>
  settle(id: string): Promise<number>
  fetch(blobs: readonly string[]): Promise<(string | null)[]>
  look(order: Omit<Extract<Asked, { ask: 'look' }>, 'ask'>): Promise<Heard<'looked'>>
  /** Does it, or dies of it. `after`: it is killed from outside so many milliseconds after it began. */
  deed(order: Omit<Extract<Asked, { ask: 'deed' }>, 'ask'>, after: number | null): Promise<'done' | 'killed' | string[]>
  /** Leaves as a desk is left. */
  close(): Promise<void>
  kill(): Promise<void>
}

/** Begins a desk. Null where it ended before it could be used, which it may only where `env` tells it to. */
export async function beginVictim({ program, moments }: Bundle, start: Start, env: Record<string, string> = {}): Promise<Victim | null> {
  const begun = performance.now()
  const child = spawn(process.execPath, [...program, JSON.stringify(start)], {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'], env: { ...process.env, ...(moments === null ? {} : { LD_PRELOAD: moments }), ...env },
  })
  const acknowledged: Victim['acknowledged'] = []
  createInterface({ input: child.stdio[3] as Readable }).on('line', (line) => {
    const [size, hash = ''] = line.split(' ')
    // A line that was cut off was not said.
    if (hash.length === 64) acknowledged.push({ size: Number(size), hash })
  })
  const { hear, ended } = listener(child)
  const said = await hear()
  if (said === null) {
    const { complaint } = await ended
    if (complaint !== '' || env['MOMENT_ARM'] === undefined) throw new Error(`a desk did not open: ${complaint}`)
    return null
  }
  const milliseconds = performance.now() - begun
  const ask = async <S extends Said['said']>(asked: Asked, expected: S): Promise<Heard<S>> => {
    (child.stdin as Writable).write(`${JSON.stringify(asked)}\n`)
    const answer = await hear()
    if (answer?.said !== expected) throw new Error(`a desk was asked ${JSON.stringify(asked)} and said ${JSON.stringify(answer)} ${(answer === null ? await ended : { complaint: '' }).complaint}`)
    return answer as Heard<S>
  }
  return {
    open: said as Heard<'open'>, milliseconds, acknowledged,
    entries: (from) => ask({ ask: 'entries', from }, 'entries'),
    settle: async (id) => (await ask({ ask: 'settle', id }, 'settled')).left,
    fetch: async (blobs) => (blobs.length === 0 ? [] : (await ask({ ask: 'fetch', blobs: [...blobs] }, 'fetched')).sha256),
    look: (order) => ask({ ask: 'look', ...order }, 'looked'),
    async deed(order, after) {
      await ask({ ask: 'deed', ...order }, 'begun')
      let told = false
      const kill = after === null ? undefined : setTimeout(() => { told = child.kill('SIGKILL') }, after)
      const answer = await hear()
      clearTimeout(kill)
      // An answer may cross the kill on its way: whoever was told to die does, and can be asked nothing more.
      if (answer !== null && !told) return answer.said === 'refused' ? answer.why : 'done'
      const { complaint, signal } = await ended
      if (signal !== 'SIGKILL') throw new Error(`a desk broke: ${complaint}`)
      return 'killed'
    },
    async close() {
      (child.stdin as Writable).end()
      const { complaint, signal } = await ended
      if (complaint !== '' || signal !== null) throw new Error(`a desk did not close: ${signal} ${complaint}`)
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** What the child says, line by line; null when it says nothing more. */
function listener(child: ChildProcess): { hear: () => Promise<Said | null>; ended: Promise<{ signal: NodeJS.Signals | null; complaint: string }> } {
  let complaint = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { complaint = (complaint + text).slice(-4000) })
  child.stdin?.on('error', () => {})
  const lines = createInterface({ input: child.stdout as Readable })[Symbol.asyncIterator]()
  const ended = new Promise<{ signal: NodeJS.Signals | null; complaint: string }>((resolve) => { child.once('close', (_code, signal) => { resolve({ signal, complaint }) }) })
  return {
    ended,
    hear: async () => {
      const { done, value } = await lines.next() as IteratorResult<string, undefined>
      return done === true ? null : JSON.parse(value) as Said
    },
  }
}
