import { readdirSync, readFileSync } from 'node:fs'

/** What everybody on this machine, and everybody of this user, can read of a process and of all that it began: command lines and environments. Linux only; elsewhere nothing. */
export function saidByProcesses(top: number): string[] {
  const parents = new Map<number, number>()
  for (const pid of pidsNow()) {
    const parent = /\) \S (\d+) /.exec(read(pid, 'stat'))?.[1]
    if (parent !== undefined) parents.set(pid, Number(parent))
  }
  const isBelow = (pid: number): boolean => pid === top || (parents.has(pid) && isBelow(parents.get(pid) ?? 0))
  return [...parents.keys()].filter(isBelow).map((pid) => `${read(pid, 'cmdline')}\n${read(pid, 'environ')}`)
}

function pidsNow(): number[] {
  return process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number) : []
}

function read(pid: number, what: 'stat' | 'cmdline' | 'environ'): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8')
  } catch {
    // It ended while it was looked at.
    return ''
  }
}
