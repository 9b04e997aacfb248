import { spawn } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'

/** How a program ended: its exit code (null: killed, or never begun) and the last words it said on its error stream. */
export interface Ended { code: number | null; lastWords: string }

/** Where scanners lie that a program started from a dock or a menu does not see in its PATH. */
const USUAL_FOLDERS = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/opt/homebrew/bin', '/opt/homebrew/sbin', '/opt/local/bin']
const LAST_WORDS = 2000
/** A line longer than any path and any verdict is not read on. */
const LONGEST_LINE = 200_000

/** The absolute path of a program, or null. Relative folders in PATH are passed over: they would let the medium bring its own scanner. */
export async function findProgram(name: string, folders = [...(process.env['PATH'] ?? '').split(delimiter), ...USUAL_FOLDERS]): Promise<string | null> {
  for (const folder of folders.filter((one) => isAbsolute(one))) {
    const path = join(folder, name)
    if (await access(path, constants.X_OK).then(() => true, () => false)) return path
  }
  return null
}

/**
 * Runs a program without a shell and tells its output line by line. Called off, it and everything that it started are killed
 * at once: a scanner that hangs does not listen to anything milder. Never throws for what the program does.
 */
export function run(program: string, args: readonly string[], { signal, onLine = () => {} }: { signal?: AbortSignal; onLine?: (line: string) => void } = {}): Promise<Ended> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve({ code: null, lastWords: '' })
    const grouped = process.platform !== 'win32'
    // Its own language and clock, so that what it prints does not depend on who sits here.
    const child = spawn(program, args, { detached: grouped, windowsHide: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C', LANGUAGE: 'C', TZ: 'UTC' } })
    const kill = (): void => {
      if (!grouped || child.pid === undefined) return void child.kill('SIGKILL')
      try {
        process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It ended in this very moment.
      }
    }
    signal?.addEventListener('abort', kill, { once: true })
    let lastWords = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => { lastWords = (lastWords + text).slice(-LAST_WORDS) })
    const flush = intoLines(onLine)
    child.stdout.setEncoding('utf8').on('data', (text: string) => flush(text)).on('end', () => flush('\n'))
    const end = (ended: Ended): void => {
      signal?.removeEventListener('abort', kill)
      resolve(ended)
    }
    child.on('error', (error) => end({ code: null, lastWords: error.message }))
    child.on('close', (code) => end({ code, lastWords: lastWords.trim() }))
  })
}

function intoLines(onLine: (line: string) => void): (text: string) => void {
  let rest = ''
  return (text) => {
    const lines = (rest + text).split(/\r?\n/)
    rest = (lines.pop() ?? '').slice(0, LONGEST_LINE)
    for (const line of lines) if (line !== '') onLine(line)
  }
}
