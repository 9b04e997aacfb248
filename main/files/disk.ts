import { link, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, statfs, utimes } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** What packing and writing ask of a file system. Tests hand in one whose every act can be made to fail. */
export interface Disk {
  open: typeof open
  link: typeof link
  rename: typeof rename
  rm: typeof rm
  rmdir: typeof rmdir
  mkdir: typeof mkdir
  lstat: typeof lstat
  stat: typeof stat
  readdir: typeof readdir
  statfs: typeof statfs
  utimes: typeof utimes
  /** Waits between two tries of a rename that a virus scanner refused. */
  pause: (milliseconds: number) => Promise<unknown>
}

export const realDisk: Disk = { open, link, rename, rm, rmdir, mkdir, lstat, stat, readdir, statfs, utimes, pause: sleep }

/** The code of a system error (`ENOSPC` …), or nothing for anything else that was thrown. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
