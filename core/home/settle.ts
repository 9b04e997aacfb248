import { settleCopy } from '../copies/making.ts'
import type { CopyId } from '../copies/copy.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { look, record } from '../ledger/record.ts'
import type { Question } from '../ledger/shelf.ts'
import { underWay } from '../ledger/under-way.ts'
import { refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { PackageId } from '../packages/package.ts'
import { folderOf } from '../packages/use.ts'
import type { WritingId } from '../packages/writing.ts'
import type { HandoverId } from '../handovers/handover.ts'
import type { Today } from './home.ts'
import type { Instant } from '../time.ts'
import type { WipeId } from '../wipes/wipe.ts'
import { today } from './today.ts'

/**
 * Answers a question that a power cut left: what was begun and never ended is written down as abandoned. A receiving kept
 * nothing that any entry speaks of, a sealing and a writing left no file under its name that was verified; all can be begun again.
 * A wipe that is not gone on with (`disposals.wipe` with `resume`) is 中止: what it erased is erased, and nobody calls it finished.
 */
export async function settle(world: World, { id }: { id: string }): Promise<Today> {
  if (underWay(world).has(id)) throw refusal('state-does-not-allow', null, null, { is: 'under-way', act: 'settle' })
  await sweepDrafts(world, id)
  await record(world, async (reading) => {
    const question = reading.get('question', id)
    if (!question) throw refusal('nothing-found', null, null, { what: 'question', id })
    if (underWay(world).has(id)) throw refusal('state-does-not-allow', null, null, { is: 'under-way', act: 'settle' })
    const why = 'ended by an interruption'
    return {
      entries: [question.kind === 'copying' ? await settleCopy(world, id as CopyId) : abandoning(question.kind, id, why, world.now())],
      answer: () => undefined,
    }
  })
  return today(world)
}

/** A folder or medium that is still there keeps nothing of a sealing or writing that was interrupted: drafts of the very names that the ledger says were begun. */
async function sweepDrafts(world: World, id: string): Promise<void> {
  const { writing, sealing } = await look(world, (reading) => ({ writing: reading.get('writing', id), sealing: reading.get('package', id) }))
  if (writing) await world.packages.sweep(writing.folder, writing.parts.map(({ name }) => name))
  // What was begun before entries named the folder is swept by the next sealing into it.
  if (sealing?.state !== 'sealing' || sealing.path === '') return
  // Package, volumes and key letter all begin with its number.
  await world.packages.sweep(folderOf(sealing.path).replace(/(?<=.)[/\\]$/, ''), [sealing.fileName.replace(/\.zip$/, '')])
}

function abandoning(kind: Exclude<Question['kind'], 'copying'>, id: string, why: string, at: Instant): EntryBody {
  switch (kind) {
    case 'receiving': return { type: 'receiving-abandoned', data: { handoverId: id as HandoverId, why } }
    case 'sealing': return { type: 'sealing-abandoned', data: { packageId: id as PackageId, why } }
    case 'wiping': return { type: 'wipe-abandoned', data: { wipeId: id as WipeId, at, why } }
    case 'writing': return { type: 'medium-writing-abandoned', data: { writingId: id as WritingId, why } }
  }
}
