import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What tests write over. Never anything but a file that they made, or a loop device over one. */
export interface Image { path: string; file: string; remove(): void }

/** Why loop devices cannot be had here; null where they can. */
export const noLoopDevices: string | null = ((): string | null => {
  if (process.platform !== 'linux') return 'loop devices are Linux'
  if (process.getuid?.() !== 0) return 'loop devices need root'
  const { status, stderr } = spawnSync('losetup', ['-f'], { encoding: 'utf8' })
  return status === 0 ? null : `losetup: ${stderr}`
})()

/** A file with a marker in every MiB, in folder of its own. */
export function imageFile(bytes: number, { marked = true } = {}): Image {
  const folder = mkdtempSync(join(tmpdir(), 'image-'))
  const file = join(folder, 'medium.img')
  const open = openSync(file, 'wx')
  ftruncateSync(open, bytes)
  if (marked) for (let at = 0; at < bytes; at += 2 ** 20) writeSync(open, MARKER.subarray(0, Math.min(MARKER.length, bytes - at)), 0, undefined, at)
  closeSync(open)
  return { path: file, file, remove: () => { rmSync(folder, { recursive: true }) } }
}

export const MARKER = Buffer.from('住所：青葉野市本町一丁目　氏名：青葉野　太郎')

/** A loop device over such a file. */
export function loopDevice(bytes: number, { sectorBytes = 512, readOnly = false } = {}): Image {
  const image = imageFile(bytes)
  const path = attach(image.file, { sectorBytes, readOnly })
  return { path, file: image.file, remove: () => { detach(path); image.remove() } }
}

export function attach(file: string, { sectorBytes = 512, readOnly = false } = {}): string {
  return execFileSync('losetup', ['-f', '--show', '--direct-io=on', '--sector-size', String(sectorBytes), ...(readOnly ? ['-r'] : []), file], { encoding: 'utf8' }).trim()
}

export const detach = (device: string): void => { spawnSync('losetup', ['-d', device]) }
