import { spawnSync } from 'node:child_process'
import { createReadStream, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Made = 'ext4' | 'ext4 that journals contents' | 'xfs' | 'btrfs' | 'btrfs that compresses'
const recipes: Record<Made, { type: string; make: string[]; options: string; megabytes: number }> = {
  'ext4': { type: 'ext4', make: ['mkfs.ext4', '-q', '-F'], options: 'loop', megabytes: 48 },
  'ext4 that journals contents': { type: 'ext4', make: ['mkfs.ext4', '-q', '-F'], options: 'loop,data=journal', megabytes: 48 },
  'xfs': { type: 'xfs', make: ['mkfs.xfs', '-q', '-f'], options: 'loop', megabytes: 320 },
  'btrfs': { type: 'btrfs', make: ['mkfs.btrfs', '-q', '-f', '-M'], options: 'loop', megabytes: 112 },
  'btrfs that compresses': { type: 'btrfs', make: ['mkfs.btrfs', '-q', '-f', '-M'], options: 'loop,compress=zstd', megabytes: 112 },
}

/** A file system of its own in a file: what a wipe leaves on the disk is read from the file once it is unmounted. */
export interface Image { folder: string; unmount(): void; mount(): void; count(marker: string): Promise<number>; discard(): void }

/** Makes and mounts an image, or null where this machine does not let us (no root, no loop devices, no such file system). */
export function imageOf(made: Made, extra: string[] = []): Image | null {
  const { type, make: [program = '', ...args], options, megabytes } = recipes[made]
  const place = mkdtempSync(join(tmpdir(), 'azukari-image-'))
  const [file, folder] = [join(place, 'disk.img'), join(place, 'mounted')]
  writeFileSync(file, '')
  truncateSync(file, megabytes << 20)
  mkdirSync(folder)
  const runs = (name: string, ...rest: string[]) => spawnSync(name, rest, { env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` } }).status === 0
  const mount = () => runs('mount', '-t', type, '-o', options, file, folder)
  const unmount = () => runs('umount', folder)
  const discard = () => {
    unmount()
    rmSync(place, { recursive: true, force: true })
  }
  if (process.platform === 'linux' && process.getuid?.() === 0 && runs(program, ...args, ...extra, file) && mount()) {
    return { folder, unmount: () => void unmount(), mount: () => void mount(), count: (marker) => countIn(file, marker), discard }
  }
  rmSync(place, { recursive: true, force: true })
  return null
}

/** How often a marker stands in a file. */
export async function countIn(file: string, marker: string): Promise<number> {
  const wanted = Buffer.from(marker)
  let count = 0
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of createReadStream(file, { highWaterMark: 4 << 20 })) {
    const block: Buffer = Buffer.concat([rest, piece as Buffer])
    let at = 0
    for (let found = block.indexOf(wanted); found >= 0; found = block.indexOf(wanted, at)) {
      count++
      at = found + wanted.length
    }
    rest = block.subarray(Math.max(at, block.length - wanted.length + 1))
  }
  return count
}
