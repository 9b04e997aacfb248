import { look } from '../ledger/record.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import type { World } from '../world.ts'
import type { Package } from './package.ts'
import { MOST_VOLUMES, mostPackedBytes, objectionsToCutting } from './rules.ts'
import { itemsFor, objectionsToSources, packagesOf } from './use.ts'
import type { PlanSplit, SplitPlan } from './writing.ts'

/** Media have sizes of whole MiB; a volume that fills its medium to the last byte leaves no room for the key letter. */
const ROUND = 1 << 20
const LEAST = 65_536

/** What a package needs and how it would be cut, before a byte is written (Art. 11(3)). */
export async function planSplit(world: World, { contractId, of, volumeBytes, folder }: PlanSplit): Promise<SplitPlan> {
  const { needed, exact, fileName } = of.kind === 'package' ? ofPackage((await packagesOf(world, contractId, [of.packageId]))[0]) : await ofSources(world, contractId, of)
  const room = folder === null ? null : await world.packages.room(folder)
  if (folder !== null && !room) throw refusal('folder-missing', null, null, { path: folder })
  refuseIfAny(objectionsToCutting(fileName, needed, volumeBytes))
  return {
    neededBytes: needed, exact, freeBytes: room?.freeBytes ?? null, missingBytes: room ? Math.max(0, needed - room.freeBytes) : 0, mostFileBytes: room?.mostFileBytes ?? null,
    volumes: volumesOf(fileName, needed, volumeBytes), suggestedVolumeBytes: room && suggestion(needed, room),
  }
}

/** Names and sizes as they will be. */
export function volumesOf(fileName: string, bytes: number, volumeBytes: number | null): { name: string; bytes: number }[] {
  if (volumeBytes === null) return [{ name: fileName, bytes }]
  return Array.from({ length: Math.ceil(bytes / volumeBytes) }, (_, i) => ({ name: `${fileName}.${String(i + 1).padStart(3, '0')}`, bytes: Math.min(volumeBytes, bytes - i * volumeBytes) }))
}

/** As few volumes as the medium's room and its file system allow. */
export function suggestion(needed: number, { freeBytes, mostFileBytes }: { freeBytes: number; mostFileBytes: number | null }): number | null {
  const most = Math.min(freeBytes, mostFileBytes ?? Infinity)
  if (needed <= most) return null
  const round = most > 2 * ROUND ? most - (most % ROUND) : most
  return round >= LEAST && Math.ceil(needed / round) <= MOST_VOLUMES ? round : null
}

function ofPackage(sealed: Package | undefined): { needed: number; exact: boolean; fileName: string } {
  if (!sealed) throw new Error('one package asked for, none found and none refused')
  return { needed: sealed.bytes, exact: true, fileName: sealed.fileName }
}

async function ofSources(world: World, contractId: Package['contractId'], { itemIds, paths }: Extract<PlanSplit['of'], { kind: 'sources' }>): Promise<{ needed: number; exact: boolean; fileName: string }> {
  const items = await look(world, (reading) => itemsFor(reading, { contractId, itemIds }))
  const { found, troubles } = await world.files.find(paths)
  refuseIfAny(objectionsToSources(items, found, troubles))
  return { needed: mostPackedBytes([...items, ...found]), exact: false, fileName: 'P.zip' }
}
