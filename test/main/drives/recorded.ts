import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Drive } from '../../../core/media/drive.ts'
import type { LinuxFacts } from '../../../main/drives/linux/facts.ts'

// Recorded outputs. `virtual-machine` is a real machine's; the others are written by hand to the documented formats, with serial numbers that nobody has.

export const LINUX = ['bad-serials', 'btrfs-two', 'images', 'luks-lvm', 'md-multipath', 'network', 'office', 'old-lsblk', 'renumbered', 'virtual-machine', 'zfs-data', 'zfs-root'] as const

export function linux(machine: (typeof LINUX)[number]): LinuxFacts {
  const text = (file: string): string => read('linux', machine, file)
  const json = <T>(file: string, otherwise: T): T => (text(file) ? JSON.parse(text(file)) as T : otherwise)
  return {
    lsblk: text('lsblk.json'), losetup: text('losetup.json'), blkid: text('blkid'), mountinfo: text('mountinfo'), mountinfoOfFirst: text('mountinfo-1'), swaps: text('swaps'),
    sys: json('sys.json', {}), btrfs: json('btrfs.json', []),
  }
}

export function read(...names: string[]): string {
  const path = join(import.meta.dirname, 'recorded', ...names)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

export function drive(drives: readonly Drive[] | undefined, path: string): Drive {
  const found = drives?.find((each) => each.path === path)
  if (!found) throw new Error(`no ${path} among ${drives?.map((each) => each.path).join(' ')}`)
  return found
}

/** What a reader wants to know first: role, then what stands against it. */
export const summary = (drives: readonly Drive[] | undefined): Record<string, string> =>
  Object.fromEntries((drives ?? []).map(({ path, role, bus, kind, hindrances }) => [path, [role, bus, kind, ...hindrances].join(' ')]))
