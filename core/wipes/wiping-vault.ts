import { itemsNamed } from '../settlement/handing-back.ts'
import type { Item } from '../handovers/item.ts'
import { whileCallable } from '../ledger/calling-off.ts'
import { look } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { World } from '../world.ts'
import { lineOf, type Line, objectionsToLine, refuseIfBegun, secondPerson } from './carrying-out.ts'
import type { FileList, FilesProgress, FileWipe } from './files.ts'
import { beginFiles, performFiles } from './wiping-files.ts'
import type { FilesWiped, Wipe, WipeVault } from './wipe.ts'

const NEVER = new AbortController().signal
/** Overwritten where they lie and read back; a sealed file has one name, and is ours to write. */
const HOW = { hardLinks: 'wipe', readOnly: 'make-writable', freeSpace: false, pattern: 'tile', readBack: true } as const

/**
 * 保管庫の写しの消去 (Art. 15): the sealed files of the items that a line names are overwritten, read back from the disk and removed, after the
 * same rules as any other erasure. Nothing of them can be used or written out afterwards; what is still there stays open. What a disk may
 * keep of them in spare areas is sealed under the key of the vault.
 */
export async function wipeVault(world: World, order: WipeVault, { signal = NEVER, onProgress = () => {} }: JobOptions<FilesProgress> = {}): Promise<FilesWiped> {
  const { line, items } = await look(world, (reading) => vaultLineOf(world, reading, order))
  refuseIfAny(objectionsToLine(line, null, order.witness, world.now()))
  await secondPerson(world, line, order.second, 'disposals.wipeVault')
  const list = await world.wiping.listSealed(items.flatMap(({ blob }) => blob ?? []), { signal, onProgress })
  if (list === 'abandoned') return { outcome: 'abandoned', wipe: null }
  const wipe = await beginFiles(world, line, list, { ...HOW, witness: order.witness }, (reading) => { refuseIfAny(objectionsToLine(vaultLineOf(world, reading, order).line, null, order.witness, world.now())) })
  return whileCallable(world, wipe.id, signal, (either) => performFiles(world, wipe, list, { signal: either, onProgress }, world.wiping.wipeSealed, (done) => leftOf(items, list, done)))
}

function vaultLineOf(world: World, reading: Reading, order: WipeVault): { line: Line; items: Item[] } {
  const line = lineOf(world, reading, order)
  if (line.target.kind !== 'vault') throw refusal('not-by-this-way', '15②', null, { method: line.target.method })
  refuseIfBegun(line)
  return { line, items: itemsNamed(reading, line.plan.contractId, line.target.itemIds).filter(({ blob }) => blob !== null) }
}

/** Whose sealed file is still there: by its name in the list, and by what became of it. Nobody counted: all of them. */
function leftOf(items: readonly Item[], list: FileList, done: FileWipe | null): NonNullable<Wipe['itemsLeft']> {
  if (done === null) return items.map(({ id }) => id)
  const nameOf = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  const there = new Set([
    ...done.files.flatMap(({ root, outcome }) => (outcome === 'overwritten' || outcome === 'removed-only' ? [] : [list.roots[root]?.name ?? ''])),
    ...list.leftOut.flatMap(({ path, finding }) => (finding === 'missing' ? [] : [nameOf(path)])),
  ])
  return items.flatMap(({ id, blob }) => (blob !== null && there.has(blob) ? [id] : []))
}
