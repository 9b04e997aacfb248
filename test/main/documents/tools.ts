import { execFileSync, spawnSync } from 'node:child_process'

/** What another program says of a file: its output, or the words with which it refused. */
export function ask(program: string, ...args: string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 })
}

/** The same for programs that speak of success on the other channel. */
export function askBoth(program: string, ...args: string[]): string {
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  return stdout + stderr
}
