import type { Place } from '../place.ts'
import { count, exact, fieldsOf, line, listOf, readJson, type Said } from '../said.ts'
import type { LinuxFacts, SysFacts } from './facts.ts'
import { type Mount, mountOf } from './mounts.ts'

/** A block device: a drive, a partition, or something made of others (LUKS, LVM, md, multipath). */
export interface Block {
  name: string
  path: string
  type: string
  devNo: string | null
  said: Said
  sys: SysFacts | null
  /** What it lies on, by kernel name. */
  below: Set<string>
  /** The other devices of its btrfs: whoever uses one uses all. */
  mates: Set<string>
  /** Partitions and whatever was made of it, in lsblk's order. */
  above: string[]
}

export type Blocks = ReadonlyMap<string, Block>

const DEEPEST = 32

/** Every block device of lsblk's tree and of /sys, each knowing what it lies on; null when lsblk's text is no tree. */
export function readBlocks(facts: LinuxFacts, mounts: readonly Mount[]): Blocks | null {
  const tree = fieldsOf(readJson(facts.lsblk))['blockdevices']
  if (!Array.isArray(tree)) return null
  const blocks = new Map<string, Block>()
  for (const each of tree) add(each, null, 0, blocks, facts.sys)
  for (const block of blocks.values()) {
    for (const slave of block.sys?.slaves ?? []) join(blocks, slave, block)
    for (const holder of block.sys?.holders ?? []) join(blocks, block.name, blocks.get(holder))
  }
  for (const devices of facts.btrfs) for (const name of devices) for (const other of devices) if (other !== name) blocks.get(name)?.mates.add(other)
  for (const { name, file } of imagesOf(facts)) {
    const holder = locate(file, blocks, mounts)
    if (holder) blocks.get(name)?.below.add(holder.name)
  }
  return blocks
}

/** This device and everything that it lies on, down to the drives. */
export function downFrom(name: string, blocks: Blocks): Set<string> {
  const seen = new Set([name])
  for (const each of seen) {
    const block = blocks.get(each)
    for (const next of block ? [...block.below, ...block.mates] : []) seen.add(next)
  }
  return seen
}

/** The device behind a mount: by number, else by the path that the mount table names; null for what is no device of ours. */
export function blockOf({ devNo, source }: Pick<Mount, 'devNo' | 'source'>, blocks: Blocks): Block | null {
  return byNumber(devNo, blocks) ?? byPath(source, blocks)
}

/** The device that holds a file: by what `stat` says, else by the mount above it (btrfs has a number of its own for each subvolume). */
export function locate({ path, devNo }: Place, blocks: Blocks, mounts: readonly Mount[]): Block | null {
  const mount = mountOf(path, mounts)
  return byNumber(devNo, blocks) ?? (mount ? blockOf(mount, blocks) : null)
}

/** The loop devices that `losetup` speaks of, by kernel name: the file behind each, and whether it is the whole file. */
export function imagesOf({ losetup }: Pick<LinuxFacts, 'losetup'>): { name: string; file: Place; inode: string; whole: boolean }[] {
  return listOf(fieldsOf(readJson(losetup))['loopdevices']).flatMap((each) => {
    const { name, 'back-maj:min': devNo, 'back-file': path, 'back-ino': inode, offset, sizelimit } = fieldsOf(each)
    const loop = exact(name)?.replace(/^\/dev\//, '')
    const file = exact(path)
    if (!loop || !file || typeof devNo !== 'string') return []
    return [{ name: loop, file: { path: file, devNo: devNo.trim() }, inode: line(inode), whole: !(count(offset) ?? 1) && !(count(sizelimit) ?? 1) }]
  })
}

export function byNumber(devNo: string, blocks: Blocks): Block | null {
  for (const block of blocks.values()) if (block.devNo === devNo) return block
  return null
}

export function byPath(path: string, blocks: Blocks): Block | null {
  for (const block of blocks.values()) if (block.path === path || `/dev/${block.name}` === path) return block
  return null
}

function add(each: unknown, parent: Block | null, depth: number, blocks: Map<string, Block>, sys: LinuxFacts['sys']): void {
  const said = fieldsOf(each)
  const name = exact(said['kname']) ?? exact(said['name'])
  if (name === null || depth > DEEPEST) return
  const facts = Object.hasOwn(sys, name) ? (sys[name] ?? null) : null
  const block = blocks.get(name) ?? {
    name, said, sys: facts, above: [], below: new Set<string>(), mates: new Set<string>(),
    path: exact(said['path']) ?? `/dev/${name}`, type: exact(said['type']) ?? '', devNo: exact(said['maj:min']) ?? facts?.says['dev'] ?? null,
  }
  blocks.set(name, block)
  if (parent) join(blocks, parent.name, block)
  const pkname = exact(said['pkname'])
  if (pkname) block.below.add(pkname)
  for (const child of listOf(said['children'])) add(child, block, depth + 1, blocks, sys)
}

function join(blocks: Map<string, Block>, below: string, above: Block | undefined): void {
  if (!above || above.name === below) return
  above.below.add(below)
  const under = blocks.get(below)
  if (under && !under.above.includes(above.name)) under.above.push(above.name)
}
