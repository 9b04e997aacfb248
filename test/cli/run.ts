import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const program = join(root, 'dist/cli/azukari.cjs')
/** Stretches a password by the least there is, however much this machine would bear: every sign-in of every test pays for it. */
const environment = { ...process.env, NODE_OPTIONS: `--require=${JSON.stringify(join(import.meta.dirname, 'small-machine.cjs'))}` }

export interface Ran { code: number | null; out: string; err: string }

/** Runs the built command line as a person would; `npm test` builds it first. */
export function azukari(words: readonly string[], { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {}): Promise<Ran> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [built(), ...words], { env: { ...environment, ...env }, maxBuffer: 1 << 26 }, (_error, out, err) => done({ code: child.exitCode, out, err }))
    child.stdin?.end(input)
  })
}

/** The same, still running, to be interrupted. */
export const startAzukari = (words: readonly string[]): ChildProcess => spawn(process.execPath, [built(), ...words], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })

function built(): string {
  if (!existsSync(program)) throw new Error('the command line is not built: npm run build')
  return program
}

export const run = (command: string, words: readonly string[]): Promise<Ran> =>
  new Promise((done) => { const child = execFile(command, [...words], { maxBuffer: 1 << 26 }, (_error, out, err) => done({ code: child.exitCode, out, err })) })
