import { realpath } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve, sep } from 'node:path'
import { refusal } from '../core/refusal.ts'

/** Where Linux shows itself as files: some never end, some wait for ever, some are this process. */
const PSEUDO = ['/proc', '/sys']

/**
 * Refuses an input that names anything of the vault's own folder, in whatever field and by whatever way it leads there (`..`, links), to be
 * read or to be written into: nothing of a clerk's work lies there, and what does is the vault's alone. Nor is what the system shows of itself a file.
 */
export function pathsGiven(home: string): (input: unknown) => Promise<void> {
  return async (input) => {
    const given = [...stringsIn(input)].filter((text) => isAbsolute(text) && !text.includes('\0')).map((text) => resolve(text))
    if (given.length === 0) return
    const [ours, ends] = [await endOf(home, new Map()), new Map<string, Promise<string>>()]
    for (const path of given) {
      const end = await endOf(path, ends)
      if (isWithin(end, ours) || isWithin(path, resolve(home))) throw refusal('inside-the-vault', null, null, { path })
      if (process.platform === 'linux' && PSEUDO.some((pseudo) => isWithin(end, pseudo))) throw refusal('file-unreadable', null, null, { path })
    }
  }
}

/** What stands behind a path when every link is followed; of what is not there yet, behind its nearest folder. */
async function endOf(path: string, known: Map<string, Promise<string>>): Promise<string> {
  const found = known.get(path)
  if (found) return found
  const end = realpath(path).catch(async () => (dirname(path) === path ? path : join(await endOf(dirname(path), known), path.slice(dirname(path).length))))
  known.set(path, end)
  return end
}

function isWithin(path: string, folder: string): boolean {
  const [inner, outer] = process.platform === 'linux' ? [path, folder] : [path.toLowerCase(), folder.toLowerCase()]
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep)
}

function* stringsIn(input: unknown): Generator<string> {
  if (typeof input === 'string') yield input
  else if (typeof input === 'object' && input !== null && !ArrayBuffer.isView(input)) for (const value of Object.values(input)) yield* stringsIn(value)
}
