import { readdir, readlink, stat } from 'node:fs/promises'
import type { Identity } from '../../../core/wipes/files.ts'

const FRESH_MS = 1000

/** Says whether any program that this account may look at holds a file open; looks again when what it saw is older than a second. Only Linux tells. */
export function openElsewhere(proc = '/proc', now: () => number = () => performance.now()): (file: Identity) => Promise<boolean> {
  let [seen, seenAt] = [new Set<string>(), -Infinity]
  return async ({ device, inode }) => {
    if (now() - seenAt > FRESH_MS) [seen, seenAt] = [new Set(await heldFiles(proc)), now()]
    return seen.has(`${device}:${inode}`)
  }
}

async function heldFiles(proc: string): Promise<string[]> {
  const programs = (await readdir(proc).catch(() => [])).filter((name) => /^\d+$/.test(name))
  const held = await Promise.all(programs.map(async (program) => {
    const folder = `${proc}/${program}/fd`
    const numbers = await readdir(folder).catch(() => [])
    return Promise.all(numbers.map((number) => heldFile(`${folder}/${number}`)))
  }))
  return held.flat().filter((each) => each !== null)
}

/** Followed only where it leads to a path: looking at some other things takes for ever. */
async function heldFile(link: string): Promise<string | null> {
  if (!(await readlink(link).catch(() => '')).startsWith('/')) return null
  const found = await stat(link, { bigint: true }).catch(() => null)
  return found?.isFile() === true ? `${found.dev}:${found.ino}` : null
}
