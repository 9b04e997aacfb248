import { readdir, readFile, realpath, stat, statfs } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FileFinding, WipeLimit } from '../../../core/wipes/files.ts'
import { type Mount, readMounts } from './mounts.ts'

/**
 * What a volume does with bytes that are written over others. `in-place`: where they were. `by-extents`: where they were, unless blocks are
 * shared or compressed, which must be asked of each file. `by-attribute`: only files without copy-on-write. `elsewhere`: never certain.
 */
export interface VolumeFacts { fileSystem: string; overwriting: 'in-place' | 'by-extents' | 'by-attribute' | 'elsewhere'; finding: FileFinding | null; limits: WipeLimit[]; cluster: number; mount: Mount | null }

/** What is known of the volume that this (open) place lies on; `mountId` names its mount where the system numbers them. */
export async function volumeAt(place: string | Buffer, mountId: number | null): Promise<VolumeFacts> {
  const { type, bsize } = await statfs(place)
  const mounts = readMounts(await readFile('/proc/self/mountinfo', 'utf8').catch(() => ''))
  const mount = mounts.find(({ id }) => id === mountId) ?? null
  const kind = kindOf(type, mount?.type ?? null)
  const limits = new Set<WipeLimit>(kind.limits)
  if (kind.overwriting !== 'elsewhere' && kind.fileSystem.startsWith('ext')) for (const limit of await journalOf(mount)) limits.add(limit)
  let { overwriting, finding } = kind
  if (limits.has('journal')) [overwriting, finding] = ['elsewhere', 'journal']
  if (!limits.has('memory') && !limits.has('network')) {
    const below = await drivesBelow(mount)
    if (!below.spins) limits.add('flash-spare')
    if (below.snapshots) {
      limits.add('snapshots')
      ;[overwriting, finding] = ['elsewhere', 'copy-on-write']
    }
  }
  return { fileSystem: mount?.type ?? kind.fileSystem, overwriting, finding, limits: [...limits], cluster: bsize, mount }
}

interface Kind { fileSystem: string; overwriting: VolumeFacts['overwriting']; finding: FileFinding | null; limits: WipeLimit[] }

const named = (fileSystem: string): Kind => ({ fileSystem, overwriting: 'in-place', finding: null, limits: ['names-in-journal', 'slack-of-living-files'] })
const copying = (fileSystem: string): Kind => ({ fileSystem, overwriting: 'elsewhere', finding: 'copy-on-write', limits: ['copy-on-write', 'snapshots', 'names-in-journal'] })
const remote = (fileSystem: string): Kind => ({ fileSystem, overwriting: 'elsewhere', finding: 'network', limits: ['network', 'snapshots'] })

/** By statfs(2)'s magic number (linux/magic.h). */
const KINDS = new Map<number, Kind>([
  [0xef53, named('ext4')],
  [0x58465342, { ...named('xfs'), overwriting: 'by-extents' }],
  [0x9123683e, { ...copying('btrfs'), overwriting: 'by-attribute' }],
  [0x4d44, { ...named('vfat'), limits: ['slack-of-living-files'] }],
  [0x2011bab0, { ...named('exfat'), limits: ['slack-of-living-files'] }],
  [0x01021994, { fileSystem: 'tmpfs', overwriting: 'in-place', finding: null, limits: ['memory'] }],
  [0x858458f6, { fileSystem: 'ramfs', overwriting: 'in-place', finding: null, limits: ['memory'] }],
  ...([[0x794c7630, 'overlay'], [0x2fc12fc1, 'zfs'], [0xca451a4e, 'bcachefs'], [0xf2f52010, 'f2fs'], [0x3434, 'nilfs2']] as const).map(([magic, name]): [number, Kind] => [magic, copying(name)]),
  ...([[0x6969, 'nfs'], [0xff534d42, 'cifs'], [0xfe534d42, 'smb2'], [0x517b, 'smb'], [0x01021997, '9p'], [0x00c36400, 'ceph'], [0x0bd00bd0, 'lustre']] as const).map(([magic, name]): [number, Kind] => [magic, remote(name)]),
])

function kindOf(type: number, mounted: string | null): Kind {
  const known = process.platform === 'linux' ? KINDS.get(type >>> 0) : undefined
  if (known) return known
  // Below FUSE anything can lie; only block devices (ntfs-3g) are near.
  if (mounted?.startsWith('fuse') === true && mounted !== 'fuseblk') return remote(mounted)
  return { fileSystem: mounted ?? `0x${(type >>> 0).toString(16)}`, overwriting: 'elsewhere', finding: 'unknown-file-system', limits: ['unknown-file-system', 'names-in-journal', 'snapshots'] }
}

/** ext4 says in /proc how it runs, defaults included; what is mounted says only where it differs from them. */
async function journalOf(mount: Mount | null): Promise<WipeLimit[]> {
  const told = await readFile(`/proc/fs/ext4/${basename(mount?.source ?? '')}/options`, 'utf8').catch(() => null)
  const options = told?.split('\n') ?? mount?.superOptions
  if (options === undefined || options.includes('data=journal')) return ['journal']
  return told !== null && !options.some((option) => option.startsWith('data=')) ? [] : ['names-in-journal']
}

/** Whether everything below is a disk that spins, and whether a snapshot keeps what is overwritten. Silence is neither. */
async function drivesBelow(mount: Mount | null): Promise<{ spins: boolean; snapshots: boolean }> {
  if (mount === null || !mount.source.startsWith('/dev/')) return { spins: false, snapshots: false }
  const found = await stat(mount.source, { bigint: true }).catch(() => null)
  if (!found?.isBlockDevice()) return { spins: false, snapshots: false }
  return below(await realpath(`/sys/dev/block/${majorOf(found.rdev)}:${minorOf(found.rdev)}`).catch(() => ''))
}

async function below(device: string): Promise<{ spins: boolean; snapshots: boolean }> {
  const whole = await readFile(join(device, 'partition')).then(() => join(device, '..'), () => device)
  const slaves = await readdir(join(whole, 'slaves')).catch(() => [])
  const underneath = await Promise.all(slaves.map(async (slave) => {
    const path = await realpath(join(whole, 'slaves', slave)).catch(() => '')
    // LVM puts the volume of a snapshot's origin on one that it calls …-real.
    const isOrigin = await readFile(join(path, 'dm', 'name'), 'utf8').then((name) => name.trim().endsWith('-real'), () => false)
    const further = await below(path)
    return { spins: further.spins, snapshots: further.snapshots || isOrigin }
  }))
  if (underneath.length > 0) return { spins: underneath.every(({ spins }) => spins), snapshots: underneath.some(({ snapshots }) => snapshots) }
  // What lies below an image file is another volume's to say.
  const isImage = await readFile(join(whole, 'loop', 'backing_file')).then(() => true, () => false)
  const rotational = await readFile(join(whole, 'queue', 'rotational'), 'utf8').catch(() => '')
  return { spins: rotational.trim() === '1' && !isImage, snapshots: false }
}

/** As makedev(3) of glibc composes them. */
const majorOf = (rdev: bigint): bigint => ((rdev >> 8n) & 0xfffn) | ((rdev >> 32n) & 0xfffff000n)
const minorOf = (rdev: bigint): bigint => (rdev & 0xffn) | ((rdev >> 12n) & 0xffffff00n)
