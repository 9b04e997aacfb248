import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A real file system of a few megabytes, for root on Linux; null elsewhere, and whoever asked leaves the test out and says so. */
export interface SmallDisk { at(...names: string[]): string; fill(leaving?: number): void; makeRoom(): void; readOnly(is: boolean): boolean; drafts(): string[]; remove(): void }

export function smallDisk(megabytes: number): SmallDisk | null {
  const shelf = mkdtempSync(join(tmpdir(), 'small-disk-'))
  const disk = join(shelf, 'disk')
  mkdirSync(disk)
  if (process.platform !== 'linux' || spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk]).status !== 0) {
    rmSync(shelf, { recursive: true, force: true })
    return null
  }
  const ballast = join(disk, 'ballast')
  return {
    at(...names) {
      const path = join(disk, ...names)
      if (!existsSync(path)) mkdirSync(path, { recursive: true })
      return path
    },
    fill(leaving = 0) {
      const file = openSync(ballast, 'a')
      try {
        for (;;) writeSync(file, Buffer.alloc(4096, 1))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      } finally {
        closeSync(file)
      }
      if (leaving > 0) spawnSync('truncate', ['-s', String(Math.max(0, statSync(ballast).size - leaving)), ballast])
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    // Over itself: files that are open stay so, as when somebody takes a right away in the middle of a day; whatever is opened from now on is refused.
    readOnly: (is) => (is ? spawnSync('mount', ['--bind', disk, disk]).status === 0 && spawnSync('mount', ['-o', 'remount,bind,ro', disk]).status === 0 : spawnSync('umount', [disk]).status === 0),
    drafts: () => readdirSync(disk, { recursive: true }).map(String).filter((name) => name.endsWith('.part')),
    remove() {
      spawnSync('umount', ['-l', disk])
      rmSync(shelf, { recursive: true, force: true })
    },
  }
}

export const NO_SMALL_DISK = 'left out: only root on Linux may mount a disk this small'
