import type { Drive, Volume } from '../../../core/media/drive.ts'
import { type Burden, judge, type Sighting } from '../judge.ts'
import type { Place } from '../place.ts'
import { count, exact, line, lineOrNull, listOf, yes } from '../said.ts'
import { type Block, type Blocks, blockOf, byPath, downFrom, imagesOf, locate, readBlocks } from './blocks.ts'
import { readBlkid } from './blkid.ts'
import type { LinuxFacts } from './facts.ts'
import { busOf, isLeftOut, kindOf, natureOf } from './kinds.ts'
import { isElsewhere, isSystemPath, mountOf, type Mount, readMountinfo, readSwaps } from './mounts.ts'

/** All that is known of this machine's drives at one moment, and where a path lies on them. */
export interface Found { drives: Drive[]; holding(place: Place): Drive | null }

/**
 * Recorded text in, drives out. Never throws for what the text holds; null when lsblk's part cannot be read at all.
 * `keepOut`: where the vault and the app's own files lie; the drives below are refused.
 */
export function parseLinux(facts: LinuxFacts, keepOut: readonly Place[]): Found | null {
  const mounts = readMountinfo(facts.mountinfo)
  const blocks = readBlocks(facts, mounts)
  if (!blocks) return null
  const burdens = carried(facts, blocks, mounts, keepOut)
  // A root that lies on no drive we can name (ZFS, a live system, a container) may lie on any of them, and so may a vault.
  const isTraced = traced(mounts, blocks) && keepOut.every((place) => locate(place, blocks, mounts) !== null || isElsewhere(place, mounts))
  const contents = readBlkid(facts.blkid)
  const points = mountPointsOf(blocks, mounts)
  const images = new Map(imagesOf(facts).map((image) => [image.name, image]))

  const tops = [...blocks.values()].filter((block) => isTop(block) && !isLeftOut(block))
  const sightings = tops.map((block): Sighting => {
    const image = images.get(block.name)
    const bytes = sizeOf(block)
    const nature = natureOf(block, image !== undefined)
    const carries = burdens.get(block.name) ?? new Set()
    return {
      path: block.path, maker: makerOf(block), model: line(block.said['model']), firmware: line(block.said['rev']), wwn: lineOrNull(block.said['wwn']),
      bus: busOf(block), kind: kindOf(block), removable: yes(block.said['rm']) ?? yes(block.sys?.says['removable']) ?? false,
      readOnly: (yes(block.said['ro']) ?? true) || yes(block.sys?.says['ro']) === true,
      insertion: lineOrNull(block.said['disk-seq']) ?? lineOrNull(block.sys?.says['diskseq']),
      volumes: volumesOf(block, blocks, points, contents),
      rawSerial: block.type !== 'loop' ? block.said['serial'] : image?.whole && image.inode && !image.file.path.endsWith(' (deleted)') ? `image:${image.inode}:${image.file.path}` : null,
      bytes, logicalSector: count(block.said['log-sec']), physicalSector: count(block.said['phy-sec']),
      nature: isTraced && bytes !== null && !hasStrangePool(block, blocks, contents) ? nature : 'unknown',
      carries,
    }
  })
  const drives = judge(sightings)
  return { drives, holding: (place) => firstBelow(locate(place, blocks, mounts), blocks, drives) }
}

/** From every mount, swap and kept path down to the drives. */
function carried(facts: LinuxFacts, blocks: Blocks, mounts: readonly Mount[], keepOut: readonly Place[]): Map<string, Set<Burden>> {
  const burdens = new Map<string, Set<Burden>>()
  const lay = (on: Block | null, burden: Burden): void => {
    for (const name of on ? downFrom(on.name, blocks) : []) burdens.set(name, (burdens.get(name) ?? new Set()).add(burden))
  }
  const layMount = (on: Block | null, mountPoint: string): void => {
    lay(on, 'mounted')
    if (isSystemPath(mountPoint)) lay(on, 'system')
  }
  for (const mount of [...mounts, ...readMountinfo(facts.mountinfoOfFirst)]) layMount(blockOf(mount, blocks), mount.mountPoint)
  for (const block of blocks.values()) {
    for (const point of saidMountPoints(block)) {
      if (point === '[SWAP]') lay(block, 'swap')
      else layMount(block, point)
    }
    for (const above of block.above) if (blocks.get(above)?.type !== 'part') lay(block, 'held')
    if ((block.sys?.holders.length ?? 0) > 0) lay(block, 'held')
  }
  for (const { path, isFile } of readSwaps(facts.swaps)) {
    const mount = isFile ? mountOf(path, mounts) : null
    lay(isFile ? mount && blockOf(mount, blocks) : byPath(path, blocks), 'swap')
  }
  for (const place of keepOut) lay(locate(place, blocks, mounts), 'vault')
  // An image that lies among the kept files is one of them.
  for (const { name, file } of imagesOf(facts)) if (keepOut.some(({ path }) => file.path === path || file.path.startsWith(`${path}/`))) lay(blocks.get(name) ?? null, 'vault')
  return burdens
}

/** Whether we can name the device that `/` lies on. */
function traced(mounts: readonly Mount[], blocks: Blocks): boolean {
  const root = mountOf('/', mounts)
  const saidSo = [...blocks.values()].some((block) => saidMountPoints(block).includes('/'))
  return saidSo || (root !== null && blockOf(root, blocks) !== null)
}

/** ZFS and bcachefs tell the kernel nothing of which drives they use. */
function hasStrangePool(block: Block, blocks: Blocks, contents: ReturnType<typeof readBlkid>): boolean {
  return upFrom(block, blocks).some((each) => /^(zfs_member|bcachefs)$/.test(exact(each.said['fstype']) ?? contents.get(each.path)?.fileSystem ?? ''))
}

function mountPointsOf(blocks: Blocks, mounts: readonly Mount[]): Map<string, Set<string>> {
  const points = new Map<string, Set<string>>()
  const note = (block: Block | null, point: string): void => { if (block) points.set(block.name, (points.get(block.name) ?? new Set()).add(point)) }
  for (const mount of mounts) note(blockOf(mount, blocks), mount.mountPoint)
  for (const block of blocks.values()) for (const point of saidMountPoints(block)) if (point !== '[SWAP]') note(block, point)
  return points
}

/** The drive itself where it has a file system, and everything made of it: partitions, opened containers, logical volumes. */
function volumesOf(block: Block, blocks: Blocks, points: Map<string, Set<string>>, contents: ReturnType<typeof readBlkid>): Volume[] {
  return upFrom(block, blocks).map((each): Volume => ({
    path: each.path,
    mountPoints: [...(points.get(each.name) ?? [])],
    fileSystem: lineOrNull(each.said['fstype']) ?? contents.get(each.path)?.fileSystem ?? null,
    label: lineOrNull(each.said['label']) ?? contents.get(each.path)?.label ?? null,
    bytes: sizeOf(each), freeBytes: count(each.said['fsavail']),
  })).filter(({ path, mountPoints, fileSystem }) => path !== block.path || mountPoints.length > 0 || fileSystem !== null)
}

function upFrom(block: Block, blocks: Blocks): Block[] {
  const seen = new Set([block])
  for (const each of seen) for (const above of each.above) { const found = blocks.get(above); if (found) seen.add(found) }
  return [...seen]
}

/** One column with all of them since util-linux 2.37; one mount point before. */
function saidMountPoints({ said }: Block): string[] {
  return [...listOf(said['mountpoints']), ...listOf(said['mountpoint'])].flatMap((point) => exact(point) ?? [])
}

/** Two sources must agree; null when they do not, and when nobody knows. */
function sizeOf({ said, sys }: Block): number | null {
  const bytes = count(said['size'])
  const sectors = count(sys?.says['size'])
  return bytes !== null && sectors !== null && sectors * 512 !== bytes ? null : bytes
}

/** `ATA` is the name of a bus, and `0x1af4` of a factory for emulated devices. */
const makerOf = ({ said }: Block): string => { const maker = line(said['vendor']); return /^(ATA|0x[0-9a-f]+)$/i.test(maker) ? '' : maker }

const isTop = ({ type, below }: Block) => (type === 'disk' || type === 'rom' || type === 'loop') && (type === 'loop' || below.size === 0)

function firstBelow(block: Block | null, blocks: Blocks, drives: readonly Drive[]): Drive | null {
  const paths = new Set(block ? [...downFrom(block.name, blocks)].map((name) => blocks.get(name)?.path) : [])
  return drives.find(({ path, kind }) => paths.has(path) && kind !== 'image') ?? drives.find(({ path }) => paths.has(path)) ?? null
}
