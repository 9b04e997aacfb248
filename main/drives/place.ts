import { realpath as realpathWithCallback } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { promisify } from 'node:util'

/** A path on this machine, real and absolute, and the number of the device that `stat` names for it. */
export interface Place { path: string; devNo: string }

// The system's own way: on Windows it sees through substituted letters, junctions and folders that are mount points.
const realpath = promisify(realpathWithCallback.native)

/** Where a path really lies, links followed; of what does not exist yet, the folder that it would lie in. A root that is not there lies nowhere we know. */
export async function placeOf(path: string): Promise<Place> {
  for (let at = resolve(path); ; at = dirname(at)) {
    try {
      const real = await realpath(at)
      // Inside an archive of Electron's the number is made up, and no bigint: the path decides then.
      return { path: real, devNo: devNoOf(BigInt((await stat(real, { bigint: true })).dev)) }
    } catch {
      if (dirname(at) === at) return { path: resolve(path), devNo: '0:0' }
    }
  }
}

/** `MAJ:MIN` of a `dev_t` as Linux packs it (makedev(3)). */
export function devNoOf(dev: bigint): string {
  const major = ((dev >> 8n) & 0xfffn) | ((dev >> 32n) & 0xfffff000n)
  const minor = (dev & 0xffn) | ((dev >> 12n) & 0xffffff00n)
  return `${major}:${minor}`
}
