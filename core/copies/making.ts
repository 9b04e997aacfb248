import type * as z from 'zod'
import type { EntryBody } from '../ledger/entry.ts'
import { look, record } from '../ledger/record.ts'
import { underWay, whileUnderWay } from '../ledger/under-way.ts'
import { noteUnregistered } from '../media/use.ts'
import type { SealProgress } from '../packages/package.ts'
import { itemsFor, pathIn } from '../packages/use.ts'
import type { Item } from '../handovers/item.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { World } from '../world.ts'
import type { Copy, CopyId, Made, MakeCopy } from './copy.ts'
import { objectionsToWhere } from './rules.ts'
import { change, copyNamed } from './use.ts'

const NEVER = new AbortController().signal

/**
 * 複製の作成 (Art. 11(8)): writes an approved copy out of the vault into a folder, whole under its number and name, and reads it back.
 * Refuses what was not approved, an item whose receipt is not out, and a folder on another medium than was approved.
 * Begun before the first byte; called off or failing, it leaves no file.
 */
export async function makeCopy(world: World, { copyId, into }: z.output<typeof MakeCopy>, { signal = NEVER, onProgress = () => {} }: JobOptions<z.output<typeof SealProgress>> = {}): Promise<Made> {
  if (underWay(world).has(copyId)) throw refusal('state-does-not-allow', '11(8)', null, { is: 'under-way', act: 'make-copy' })
  const drive = await world.drives.holding(into)
  const { copy, item, objections } = await look(world, (reading) => {
    const asked = copyNamed(reading, copyId)
    return { copy: asked, item: itemOf(itemsFor(reading, { contractId: asked.contractId, itemIds: [asked.itemId] })), objections: objectionsToWhere(reading, asked, drive, into) }
  })
  if (copy.kind === '印刷') throw refusal('print-not-approved', '11(8)', 'R-23', {})
  await noteUnregistered(world, objections, '複製')
  refuseIfAny(objections)

  const name = `${copy.no}_${(item.name.split('/').at(-1) ?? item.name)}`
  const target = pathIn(into, name)
  if (await world.files.sha256(target)) throw refusal('target-exists', null, null, { path: target })
  return whileUnderWay(world, copyId, async () => {
    await change(world, copyId, ['approved'], 'make-copy', () => [{ type: 'copy-begun', data: { copyId, target } }])
    onProgress({ phase: 'writing', bytesDone: 0, bytesTotal: item.size, filesDone: 0, filesTotal: 1 })
    if (signal.aborted) return abandon(world, copyId, 'called off')
    const path = await write(world, item, { name, into }).catch(async (error: unknown) => {
      await abandon(world, copyId, 'failed')
      throw error
    })
    onProgress({ phase: 'verifying', bytesDone: item.size, bytesTotal: item.size, filesDone: 1, filesTotal: 1 })
    return end(world, copy, item, path)
  })
}

/** After an interruption: a copy that stands there is a copy, whatever became of the program that made it. */
export async function settleCopy(world: World, copyId: CopyId): Promise<EntryBody> {
  const { target } = await look(world, (reading) => copyNamed(reading, copyId))
  const lies = target === null ? null : await world.files.sha256(target)
  if (target === null || !lies) return { type: 'copy-abandoned', data: { copyId, why: 'ended by an interruption' } }
  return { type: 'copy-made', data: { copyId, made: { by: signedIn(world).personId, at: world.now(), path: target, ...lies, sheets: null } } }
}

async function write(world: World, { blob }: Item, { name, into }: { name: string; into: string }): Promise<string> {
  if (blob === null) throw refusal('copy-without-file', '11(8)', null, {})
  const saved = await world.files.save([{ blob, name }], into)
  if (saved.outcome !== 'saved') throw refusal(saved.outcome, null, null, { path: saved.path })
  return saved.paths[0] ?? ''
}

/** Read back from where it lies. What lies there is written down as it is: a damaged copy has to be erased as well. */
async function end(world: World, { id, no }: Copy, { sha256 }: Item, path: string): Promise<Made> {
  const lies = await world.files.sha256(path)
  if (!lies) {
    await abandon(world, id, 'failed')
    throw refusal('file-unreadable', '11(8)', null, { path })
  }
  const made = await record<Made>(world, () => ({
    entries: [{ type: 'copy-made', data: { copyId: id, made: { by: signedIn(world).personId, at: world.now(), path, ...lies, sheets: null } } }],
    answer: (after) => ({ outcome: 'made', copy: copyNamed(after, id), path }),
  }))
  if (lies.sha256 !== sha256) throw refusal('copy-differs', '11(8)', null, { no, path })
  return made
}

async function abandon(world: World, copyId: CopyId, why: string): Promise<Made> {
  await record(world, () => ({ entries: [{ type: 'copy-abandoned', data: { copyId, why } }], answer: () => undefined }))
  return { outcome: 'abandoned' }
}

function itemOf([item]: readonly Item[]): Item {
  if (!item) throw new Error('one item asked for, none found and none refused')
  return item
}
