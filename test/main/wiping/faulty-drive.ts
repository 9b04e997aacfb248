import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { appendFileSync, closeSync, existsSync, openSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { attach, detach, type Image, imageFile, noLoopDevices } from './loop-device.ts'

/** A block device of which chosen sectors (of 512 bytes) fail, as the kernel reports it. `pullOut`: from now on it answers nothing. */
export interface FaultyDrive extends Image { pullOut(): Promise<void> }

/** Why there can be none here; null where there can. */
export const noFaultyDrives: string | null = noLoopDevices
  ?? (spawnSync('qemu-storage-daemon', ['--version']).status === 0 ? null : 'qemu-storage-daemon is not installed (Debian: qemu-system-common)')
  ?? (existsSync('/dev/fuse') ? null : 'there is no /dev/fuse')

/**
 * qemu's block layer refuses the requests that touch a bad sector (blkdebug), shows the result as a file (FUSE), and a loop device makes a drive of it:
 * no kernel module is needed. What is really on the medium is in `file`, read past the faults.
 */
export async function faultyDrive(bytes: number, { unwritable = [], unreadable = [] }: { unwritable?: readonly number[]; unreadable?: readonly number[] } = {}): Promise<FaultyDrive> {
  const image = imageFile(bytes)
  plantEverywhere(image.file, bytes)
  const shown = join(image.file, '..', 'shown')
  appendFileSync(shown, '')
  const rules = [['write', unwritable], ['read', unreadable]] as const
  const errors = rules.flatMap(([iotype, sectors]) => sectors.map((sector) => ({ event: 'none', iotype, sector, errno: 5 })))
  const daemon = spawn('qemu-storage-daemon', [
    '--blockdev', JSON.stringify({ driver: 'file', filename: image.file, 'node-name': 'file', cache: { direct: true } }),
    '--blockdev', JSON.stringify({ driver: 'blkdebug', 'node-name': 'faults', image: 'file', ...(errors.length > 0 ? { 'inject-error': errors } : {}) }),
    '--export', `type=fuse,id=shown,node-name=faults,mountpoint=${shown},writable=on`,
  ], { stdio: 'ignore' })
  let path = ''
  const remove = () => {
    if (path !== '') detach(path)
    daemon.kill('SIGKILL')
    spawnSync('umount', ['-l', shown])
    image.remove()
  }
  try {
    await until(() => readFileSync('/proc/mounts', 'utf8').includes(` ${shown} `), daemon)
    oneAtATime(shown)
    path = attach(shown)
  } catch (error) {
    remove()
    throw error
  }
  return { path, file: image.file, pullOut: () => end(daemon), remove }
}

/** Old content in every sector, so that each that keeps it is seen. */
function plantEverywhere(file: string, bytes: number): void {
  const open = openSync(file, 'r+')
  const piece = Buffer.alloc(2 ** 20, 'OLD CONTENT. ')
  for (let at = 0; at < bytes; at += piece.length) writeSync(open, piece, 0, Math.min(piece.length, bytes - at), at)
  closeSync(open)
}

/** qemu (until its patch “fuse: Copy write buffer content before polling” of 2025) mixes up writes that reach it while it is at another one: the kernel must hand over one at a time. */
function oneAtATime(shown: string): void {
  const connections = '/sys/fs/fuse/connections'
  if (readdirSync(connections).length === 0) spawnSync('mount', ['-t', 'fusectl', 'fusectl', connections])
  // Linux numbers a mount without a device by its minor number only, which `st_dev` splits.
  const { dev } = statSync(shown)
  writeFileSync(`${connections}/${(dev & 0xff) | ((dev >>> 12) & 0xfff00)}/max_background`, '1')
}

async function end(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null || daemon.signalCode !== null) return
  const ended = new Promise((done) => daemon.once('exit', done))
  daemon.kill('SIGKILL')
  await ended
}

async function until(is: () => boolean, daemon: ChildProcess): Promise<void> {
  while (!is()) {
    if (daemon.exitCode !== null) throw new Error(`qemu-storage-daemon ended with ${daemon.exitCode}`)
    await wait(20)
  }
}
