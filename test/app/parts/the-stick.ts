import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { noLoopDevices } from '../../main/wiping/loop-device.ts'

/** A medium of this machine that is plugged in and mounted: an image behind a loop device. `serial`: as the machine names it. */
export interface PluggedIn { serial: string; folder: string; pullOut(): void }

const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` }

/** The image lies in memory: one on this machine's own disk would count as that disk, and nobody carries that out. */
const MEMORY = '/dev/shm'

/** Why no medium can be plugged in here; null where one can. */
export const noSticks: string | null = noLoopDevices ?? (spawnSync('mkfs.ext4', ['-V'], { env }).error ? 'there is no mkfs.ext4' : existsSync(MEMORY) ? null : `there is no ${MEMORY}`)

/** Plugs a medium of 24 MiB in and mounts it in a folder of the table. */
export function plugIn(table: string, name: string): PluggedIn {
  const place = mkdtempSync(join(MEMORY, 'azukari-stick-'))
  const [file, folder] = [join(place, 'stick.img'), join(table, name)]
  writeFileSync(file, '')
  truncateSync(file, 24 * 2 ** 20)
  mkdirSync(folder)
  const run = (program: string, ...words: string[]): string => execFileSync(program, words, { env, encoding: 'utf8' }).trim()
  const device = run('losetup', '-f', '--show', file)
  run('mkfs.ext4', '-q', '-F', '-O', '^has_journal', device)
  run('mount', device, folder)
  // A stick as it is bought: no folder of the file system's own on it.
  rmSync(join(folder, 'lost+found'), { recursive: true })
  return {
    serial: `image:${statSync(file).ino}:${file}`, folder,
    pullOut() {
      spawnSync('umount', [folder], { env })
      spawnSync('losetup', ['-d', device], { env })
      rmSync(place, { recursive: true, force: true })
    },
  }
}
