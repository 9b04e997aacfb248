import { spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, openSync, statSync, writeSync } from 'node:fs'

/** A file that stands for a medium, attached as a block device. */
export interface AttachedImage { device: string; serial: string; detach(): void }

const MIB = 2 ** 20

/** Makes an image with a sentence in every MiB, and attaches it as a loop device. Null where there are none to be had: outside Linux, and without root. */
export function attachImage(file: string, bytes: number, marker: string): AttachedImage | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const open = openSync(file, 'wx')
  ftruncateSync(open, bytes)
  for (let at = 0; at < bytes; at += MIB) writeSync(open, marker, at)
  closeSync(open)
  const { status, stdout } = spawnSync('losetup', ['-f', '--show', '--direct-io=on', file], { encoding: 'utf8' })
  if (status !== 0) return null
  const device = stdout.trim()
  return { device, serial: `image:${statSync(file).ino}:${file}`, detach: () => { spawnSync('losetup', ['-d', device]) } }
}
