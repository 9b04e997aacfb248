import { fstatSync } from 'node:fs'
import { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { engage } from './engine.ts'

/** What a utility process of Electron has in place of standard input. */
interface ParentPort { on(event: 'message', heard: (message: { data: string }) => void): void; postMessage(line: string): void }
const { parentPort } = process as unknown as { parentPort?: ParentPort }

/** More than this waiting means that nobody listens at the moment. */
const WAITING = 65_536

const ended = parentPort ? byPort(parentPort) : byLines()
ended.then(() => process.exit(0), (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : 'unknown'}\n`, () => process.exit(70))
})

async function byPort(port: ParentPort): Promise<void> {
  await engage({
    // A utility process ends with the one that it belongs to.
    lines: (heard) => { port.on('message', ({ data }) => heard(data)); return new Promise(() => {}) },
    say: (word) => { port.postMessage(JSON.stringify(word)); return true },
  })
  // What is posted last is still on its way.
  await new Promise((go) => { setTimeout(go, 100) })
}

async function byLines(): Promise<void> {
  // Node writes to its own standard output without letting anything else happen: a reader that has stopped would stop the run.
  const into = fstatSync(1)
  const out = process.platform !== 'win32' && (into.isSocket() || into.isFIFO()) ? new Socket({ fd: 1, readable: false, writable: true }) : process.stdout
  out.on('error', () => {})
  await engage({
    lines: (heard) => new Promise((resolve) => { createInterface({ input: process.stdin }).on('line', heard).on('close', resolve) }),
    say: (word) => { out.write(`${JSON.stringify(word)}\n`); return out.writableLength < WAITING },
  })
  await new Promise<void>((written) => { out.end(written) })
}
