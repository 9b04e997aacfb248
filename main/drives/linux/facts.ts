import { readdir, readFile, readlink, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ask } from '../ask.ts'

/** What Linux says of its block devices, as text, so that it can be recorded and played again. '' for what was not to be had. */
export interface LinuxFacts {
  lsblk: string
  /** `losetup -J`: which file is behind a loop device, by path and inode. */
  losetup: string
  /** `blkid -o export`, asked only where no udev tells lsblk what lies on the devices. */
  blkid: string
  mountinfo: string
  /** Of the first process, where it may be read: what is mounted only there is in use all the same. */
  mountinfoOfFirst: string
  swaps: string
  /** By kernel name, from /sys/class/block. */
  sys: Readonly<Record<string, SysFacts>>
  /** The devices of each mounted btrfs, which the mount table names only one of (/sys/fs/btrfs/…/devices). */
  btrfs: readonly (readonly string[])[]
}

export interface SysFacts {
  /** Where the device hangs in the machine: /sys/devices/pci0000:00/…/usb2/…/block/sdb. */
  at: string
  /** Files below it, trimmed: size, ro, removable, diskseq, device/type, device/transport, loop/backing_file … */
  says: Readonly<Record<string, string>>
  /** What it is made of, and who uses it: LUKS, LVM, md, multipath, bcache. */
  slaves: readonly string[]
  holders: readonly string[]
}

const CLASS = '/sys/class/block'
const FILES = ['dev', 'size', 'ro', 'removable', 'diskseq', 'device/type', 'device/transport', 'loop/backing_file']

/** Asks lsblk, losetup, blkid, /sys and /proc. Null when lsblk has nothing to say. */
export async function askLinux(ask: Ask): Promise<LinuxFacts | null> {
  const [lsblk, losetup, mountinfo, mountinfoOfFirst, swaps, sys, btrfs] = await Promise.all([
    // Every column that this version has: older ones refuse to print anything when asked for a column they do not know.
    ask('lsblk', ['-J', '-b', '-a', '-O']), ask('losetup', ['-J', '-l', '-O', 'NAME,BACK-INO,BACK-MAJ:MIN,BACK-FILE,OFFSET,SIZELIMIT']),
    read('/proc/self/mountinfo'), read('/proc/1/mountinfo'), read('/proc/swaps'), sysFacts(), btrfsDevices(),
  ])
  if (lsblk === null) return null
  const blind = process.getuid?.() === 0 && !/"fstype": ?"/.test(lsblk)
  return { lsblk, losetup: losetup ?? '', blkid: blind ? ((await ask('blkid', ['-c', '/dev/null', '-o', 'export'])) ?? '') : '', mountinfo, mountinfoOfFirst, swaps, sys, btrfs }
}

async function sysFacts(): Promise<Record<string, SysFacts>> {
  const names = await list(CLASS)
  return Object.fromEntries(await Promise.all(names.map(async (name): Promise<[string, SysFacts]> => {
    const at = join(CLASS, name)
    const says = await Promise.all(FILES.map(async (file) => [file, (await read(join(at, file))).trim()] as const))
    const [where, slaves, holders] = await Promise.all([realpath(at).catch(() => at), list(join(at, 'slaves')), list(join(at, 'holders'))])
    return [name, { at: where, says: Object.fromEntries(says.filter(([, text]) => text !== '')), slaves, holders }]
  })))
}

async function btrfsDevices(): Promise<string[][]> {
  const systems = await list('/sys/fs/btrfs')
  const devices = await Promise.all(systems.map(async (uuid) => {
    const folder = join('/sys/fs/btrfs', uuid, 'devices')
    return Promise.all((await list(folder)).map(async (name) => (await readlink(join(folder, name)).catch(() => name)).split('/').at(-1) ?? name))
  }))
  return devices.filter((each) => each.length > 0)
}

// A device may vanish between two looks: then there is nothing to read.
const list = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [])).toSorted()
const read = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '')
