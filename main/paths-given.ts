import { realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve, sep } from 'node:path'
import { refusal } from '../core/refusal.ts'
import { plainWindowsPath } from './windows-paths.ts'

/** Where Linux shows itself as files: some never end, some wait for ever, some are this process. */
const PSEUDO = ['/proc', '/sys']

/** What a machine says of its paths; tests say what a Windows would. */
export interface Places {
  platform: NodeJS.Platform
  path: { dirname(path: string): string; isAbsolute(path: string): boolean; join(...names: string[]): string; resolve(path: string): string; sep: string }
  /** What stands behind a path when every link is followed. @throws when nothing does */
  realpath(path: string): Promise<string>
  /** By what the disk itself knows a folder, whatever way led to it; null when it has no such number, or nothing is there. */
  identity(path: string): Promise<string | null>
}

/**
 * Refuses an input that names anything of the vault's own folder, in whatever field and by whatever way it leads there (`..`, links, shares of this machine,
 * a second mounting), to be read or to be written into: nothing of a clerk's work lies there, and what does is the vault's alone. Nor is what the system shows of itself a file.
 */
export function pathsGiven(home: string, places: Places = thisMachine): (input: unknown) => Promise<void> {
  const { path: { isAbsolute, resolve }, platform } = places
  return async (input) => {
    const given = [...stringsIn(input)].filter((text) => isAbsolute(text) && !text.includes('\0')).map((text) => resolve(text))
    if (given.length === 0) return
    const look = looking(places)
    const ours = { names: [resolve(home), await look.endOf(home)], identity: await look.identityOf(home) }
    for (const path of given) {
      const end = await look.endOf(path)
      if (ours.names.some((name) => isWithin(places, end, name) || isWithin(places, path, name))) throw refusal('inside-the-vault', null, null, { path })
      if (ours.identity !== null && await look.isBelow(end, ours.identity)) throw refusal('inside-the-vault', null, null, { path })
      if (platform === 'linux' && PSEUDO.some((pseudo) => isWithin(places, end, pseudo))) throw refusal('file-unreadable', null, null, { path })
    }
  }
}

/** Looks at each place once. */
function looking({ path: { dirname, join }, realpath, identity }: Places) {
  const [ends, identities] = [new Map<string, Promise<string>>(), new Map<string, Promise<string | null>>()]

  /** What stands behind a path when every link is followed; of what is not there yet, behind its nearest folder. */
  const endOf = (path: string): Promise<string> => once(ends, path, async () => {
    try {
      return await realpath(path)
    } catch {
      return dirname(path) === path ? path : join(await endOf(dirname(path)), path.slice(dirname(path).length))
    }
  })
  const identityOf = (path: string): Promise<string | null> => once(identities, path, () => identity(path))
  const isBelow = async (path: string, folder: string): Promise<boolean> => (await identityOf(path)) === folder || (dirname(path) !== path && isBelow(dirname(path), folder))
  return { endOf, identityOf, isBelow }
}

function once<T>(known: Map<string, Promise<T>>, path: string, find: () => Promise<T>): Promise<T> {
  const found = known.get(path) ?? find()
  known.set(path, found)
  return found
}

function isWithin({ platform, path: { sep } }: Places, path: string, folder: string): boolean {
  const plain = (name: string): string => (platform === 'linux' ? name : platform === 'win32' ? plainWindowsPath(name).toLowerCase() : name.toLowerCase())
  const [inner, outer] = [plain(path), plain(folder)]
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep)
}

const thisMachine: Places = {
  platform: process.platform,
  path: { dirname, isAbsolute, join, resolve, sep },
  realpath: (path) => realpath(path),
  async identity(path) {
    const { dev, ino } = await stat(path, { bigint: true }).catch(() => ({ dev: 0n, ino: 0n }))
    return ino === 0n ? null : `${dev}.${ino}`
  },
}

function* stringsIn(input: unknown): Generator<string> {
  if (typeof input === 'string') yield input
  else if (typeof input === 'object' && input !== null && !ArrayBuffer.isView(input)) for (const value of Object.values(input)) yield* stringsIn(value)
}
