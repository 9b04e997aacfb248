import { realpath, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Drive } from '../../core/media/drive.ts'
import { refusal } from '../../core/refusal.ts'
import type { Drives } from '../../core/world.ts'
import { type Ask, askTool } from './ask.ts'
import type { Place } from './linux/blocks.ts'
import { askLinux } from './linux/facts.ts'
import { parseLinux } from './linux/parse-linux.ts'

/** Where the vault and the app's own files lie: their drives carry the hindrance `vault`. */
export interface Keeping { keepOut: readonly string[] }

/** The drives of this machine, behind the world's door. */
export function realDrives(keeping: Keeping): Drives {
  return { list: () => listDrives(keeping), holding: (path) => driveHolding(path, keeping) }
}

/**
 * Every drive that this machine sees now, with every reason why it may not be wiped. Reads, never writes. Refuses with
 * `drives-unreadable` where the platform's tool is missing or says nothing that can be read: no list is better than half of one.
 */
export async function listDrives({ keepOut }: Keeping, ask: Ask = askTool): Promise<Drive[]> {
  return (await found(keepOut, ask)).drives
}

/** The drive that holds a path (through partitions, LUKS, LVM, RAID; of several the first), or null: a network share, memory. */
export async function driveHolding(path: string, { keepOut }: Keeping, ask: Ask = askTool): Promise<Drive | null> {
  const there = await found(keepOut, ask)
  return there.holding(await placeOf(path))
}

async function found(keepOut: readonly string[], ask: Ask): Promise<{ drives: Drive[]; holding(place: Place): Drive | null }> {
  const places = await Promise.all(keepOut.map(placeOf))
  const facts = await askLinux(ask)
  const seen = facts && parseLinux(facts, places)
  if (!seen) throw refusal('drives-unreadable', null, null, { tool: 'lsblk' })
  return seen
}

/** Where a path really lies, links followed; of what does not exist yet, the folder that it would lie in. */
async function placeOf(path: string): Promise<Place> {
  for (let at = resolve(path); ; at = dirname(at)) {
    try {
      const real = await realpath(at)
      const { dev } = await stat(real, { bigint: true })
      return { path: real, devNo: devNoOf(dev) }
    } catch (error) {
      if (dirname(at) === at) throw error
    }
  }
}

/** `MAJ:MIN` of a `dev_t` as glibc packs it (makedev(3)). */
export function devNoOf(dev: bigint): string {
  const major = ((dev >> 8n) & 0xfffn) | ((dev >> 32n) & ~0xfffn)
  const minor = (dev & 0xffn) | ((dev >> 12n) & ~0xffn)
  return `${major}:${minor & 0xffffffffn}`
}
