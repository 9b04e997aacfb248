import { lstat, readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { Unscanned } from '../../core/viruses/scan.ts'
import { codeOf } from '../files/disk.ts'

/** A file to be scanned: its path byte by byte, since a medium may hold names that are no UTF-8, and as it is shown. */
export interface Target { bytes: Buffer; path: string; size: number }

const SEPARATOR = Buffer.from(process.platform === 'win32' ? '\\' : '/')

/**
 * Every regular file under the paths, whatever it is called. What cannot be looked at is named; links, pipes and devices are
 * passed over, since they hold nothing themselves and lead to what is not on the medium.
 */
export async function listFiles(paths: readonly string[], signal: AbortSignal): Promise<{ files: Target[]; unscanned: Unscanned[] }> {
  const listed = { files: [] as Target[], unscanned: [] as Unscanned[] }
  const folders: Buffer<ArrayBuffer>[] = []
  for (const path of paths) {
    // What was given may itself be a link (a mount point often is): then its end is meant.
    const real = await realpath(path).catch((error: unknown) => { listed.unscanned.push({ path, why: troubleOf(error) }) })
    if (real !== undefined) folders.push(Buffer.from(real))
  }
  for (let next = folders.pop(); next !== undefined && !signal.aborted; next = folders.pop()) {
    try {
      const stats = await lstat(next)
      if (stats.isFile()) listed.files.push({ bytes: next, path: next.toString(), size: stats.size })
      else if (stats.isDirectory()) folders.push(...(await namesIn(next)))
    } catch (error) {
      listed.unscanned.push({ path: next.toString(), why: troubleOf(error) })
    }
  }
  return listed
}

/** The system's own code (`EACCES` …). Bugs pass unchanged. */
function troubleOf(error: unknown): string {
  const code = codeOf(error)
  if (code === undefined) throw error
  return code
}

/** On Windows names are UTF-16 and reach us as text; elsewhere they are bytes. */
async function namesIn(folder: Buffer): Promise<Buffer<ArrayBuffer>[]> {
  if (process.platform === 'win32') return (await readdir(folder.toString())).map((name) => Buffer.from(join(folder.toString(), name)))
  const at = folder.equals(SEPARATOR) ? folder : Buffer.concat([folder, SEPARATOR])
  return (await readdir(folder, { encoding: 'buffer' })).map((name) => Buffer.concat([at, name]))
}
