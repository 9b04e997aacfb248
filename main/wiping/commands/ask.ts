import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/** What a program answered. `code` is null when it did not end by itself; what it had said until then is kept. */
export interface Asked { outcome: 'answered' | 'no-program' | 'timed-out' | 'cancelled' | 'too-much'; code: number | null; out: string; err: string }

/** `held` are open files the program finds as /proc/self/fd/3, 4 …: so it looks at what we hold, whatever its name leads to by then. */
export interface HowToAsk { seconds?: number; signal?: AbortSignal; input?: Uint8Array; held?: readonly number[] }

export type Ask = (program: string, args: readonly string[], how?: HowToAsk) => Promise<Asked>

const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/bin', '/sbin', '/bin']
const MOST_CHARACTERS = 4 << 20

/**
 * Asks programs that lie in these folders and nowhere else (an elevated run must not follow its caller's PATH), without a shell,
 * in the C locale, with a time-out of `seconds` (30). Never throws: that there is no such program is an answer too.
 */
export function asker(folders: readonly string[] = SYSTEM_FOLDERS): Ask {
  return async (program, args, how = {}) => {
    const path = await findIn(folders, program)
    if (path === null) return { outcome: 'no-program', code: null, out: '', err: '' }
    if (how.signal?.aborted === true) return { outcome: 'cancelled', code: null, out: '', err: '' }
    const stdio: StdioOptions = [how.input ? 'pipe' : 'ignore', 'pipe', 'pipe', ...(how.held ?? [])]
    return answerOf(spawn(path, args, { stdio, shell: false, env: { PATH: folders.join(delimiter), LC_ALL: 'C' } }), how)
  }
}

async function findIn(folders: readonly string[], program: string): Promise<string | null> {
  for (const folder of folders) {
    const path = join(folder, program)
    if (await access(path, constants.X_OK).then(() => true, () => false)) return path
  }
  return null
}

function answerOf(child: ChildProcess, { seconds = 30, signal, input }: HowToAsk): Promise<Asked> {
  return new Promise((settle) => {
    let [out, err, outcome]: [string, string, Asked['outcome']] = ['', '', 'answered']
    const stop = (why: Asked['outcome']) => {
      if (outcome === 'answered') outcome = why
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => stop('timed-out'), seconds * 1000)
    const cancel = () => stop('cancelled')
    signal?.addEventListener('abort', cancel, { once: true })
    const hear = (text: string) => {
      if (out.length + err.length + text.length > MOST_CHARACTERS) stop('too-much')
      return outcome === 'too-much' ? '' : text
    }
    child.stdout?.setEncoding('utf8').on('data', (text: string) => { out += hear(text) })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => { err += hear(text) })
    // A program that does not read all it is given has still answered.
    child.stdin?.on('error', () => {}).end(input)
    const end = (code: number | null, why: Asked['outcome']) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      settle({ outcome: why, code, out, err })
    }
    child.once('error', () => end(null, 'no-program'))
    child.once('close', (code) => end(code, outcome))
  })
}
