import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** An engine that runs beside us. It hears lines; `ended` says, in few words, how it left, and never rejects. */
export interface Engine { pid: number | undefined; say(line: string): void; ended: Promise<{ how: string }> }
export type BeginEngine = (heard: (line: string) => void) => Engine

/** Starts Node (or Electron as Node) with the engine. Should this process go, the engine hears the end of its input, and calls its run off. */
export const spawnEngine: BeginEngine = (heard) => spawnEngineFrom(engineArguments())(heard)

/** The same, from what Node is to be started with; or another program, which starts Node in its turn. */
export const spawnEngineFrom = (words: readonly string[], program = process.execPath): BeginEngine => (heard) => {
  const child = spawn(program, words, { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => { complaint = (complaint + text).slice(-400) })
  child.stdin.on('error', () => {})
  const lines = createInterface({ input: child.stdout }).on('line', heard)
  const silent = new Promise((resolve) => { lines.on('close', resolve) })
  return {
    pid: child.pid,
    say: (line) => { child.stdin.write(`${line}\n`) },
    ended: new Promise((resolve) => {
      child.on('error', (error) => { resolve({ how: error.message }) })
      child.on('close', (code, signal) => { void silent.then(() => { resolve({ how: `${signal ?? `exit ${code}`} ${complaint}`.trim() }) }) })
    }),
  }
}

/** The engine's bundle, which lies beside the one that starts it; null in the tree, where it is TypeScript. */
export function engineBundle(): string | null {
  if (import.meta.url.endsWith('.ts')) return null
  const file = fileURLToPath(new URL('./wipe-engine.cjs', import.meta.url))
  return existsSync(file) ? file : null
}

/** What Node is started with, to be the engine. */
export function engineArguments(): string[] {
  const bundle = engineBundle()
  if (bundle !== null) return [bundle]
  const tsx = new URL('./dist/esm/index.mjs', pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'))).href
  return ['--import', tsx, fileURLToPath(new URL('./engine-process.ts', import.meta.url))]
}
