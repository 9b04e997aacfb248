import { readFileSync } from 'node:fs'
import { lstat, realpath } from 'node:fs/promises'
import { openTarget, sysfsOf } from './open-target.ts'
import type { How } from './order.ts'
import { WipeProblem } from './problem.ts'

/** The kernel's number for loop devices. */
const LOOP = 7

/**
 * Opens nothing but a regular file, or a loop device over one: what is done without register, plan and login must not reach a drive. Anything
 * else is refused before it is opened.
 */
export const openImage: How['open'] = async (path, what) => {
  const real = await realpath(path).catch(() => { throw new WipeProblem('target-missing', { path }) })
  // Asked of what is opened, and not of what stood there a moment before.
  return openTarget(real, what, async (about) => about.isFile() || (about.isBlockDevice() && (about.rdev >>> 8 & 0xfff) === LOOP && await isOverAFile(about.rdev)))
}

async function isOverAFile(rdev: number): Promise<boolean> {
  try {
    return (await lstat(readFileSync(`${sysfsOf(rdev)}/loop/backing_file`, 'utf8').trim())).isFile()
  } catch {
    return false
  }
}
