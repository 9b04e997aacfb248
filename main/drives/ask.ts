import { spawn } from 'node:child_process'

/** Runs a tool of the system and answers what it printed; null when it is missing, fails, says too much or takes too long. */
export type Ask = (tool: string, words: readonly string[]) => Promise<string | null>

const MOST_BYTES = 32 << 20

/** Tools come from the system's own folders and speak plain English, whatever the user's environment says. */
const ENVIRONMENT = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin:/run/current-system/sw/bin', LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' }

/** Asks without a shell, and waits `patience` milliseconds: a stick that is dying can make a tool wait for minutes. */
export const askTools = (patience = 20_000): Ask => (tool, words) => new Promise((answer) => {
  const windows = process.platform === 'win32'
  const child = spawn(tool, words, { stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true, env: windows ? process.env : { ...ENVIRONMENT, HOME: process.env['HOME'] ?? '/' } })
  const parts: Buffer[] = []
  let bytes = 0
  let timer: NodeJS.Timeout | null = null
  const end = (text: string | null): void => {
    if (timer) clearTimeout(timer)
    answer(text)
    // A tool that waits for a dying drive cannot even be killed: nobody waits for it.
    if (text === null) { child.kill('SIGKILL'); child.stdout.destroy(); child.unref() }
  }
  timer = setTimeout(() => end(null), patience)
  child.stdout.on('data', (part: Buffer) => {
    bytes += part.length
    if (bytes > MOST_BYTES) end(null)
    else parts.push(part)
  })
  child.on('error', () => end(null))
  child.on('close', (code) => end(code === 0 ? Buffer.concat(parts).toString('utf8') : null))
})
