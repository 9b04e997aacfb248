import { settleCopy } from '../copies/making.ts'
import type { CopyId } from '../copies/copy.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { look, record } from '../ledger/record.ts'
import type { Question } from '../ledger/shelf.ts'
import { underWay } from '../ledger/under-way.ts'
import { refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { PackageId } from '../packages/package.ts'
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
  await sweepMedium(world, id)
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

/** A medium that is still there keeps nothing of a writing that was interrupted. */
async function sweepMedium(world: World, id: string): Promise<void> {
  const writing = await look(world, (reading) => reading.get('writing', id))
  if (writing) await world.packages.sweep(writing.folder, writing.parts.map(({ name }) => name))
}

function abandoning(kind: Exclude<Question['kind'], 'copying'>, id: string, why: string, at: Instant): EntryBody {
  switch (kind) {
    case 'receiving': return { type: 'receiving-abandoned', data: { handoverId: id as HandoverId, why } }
    case 'sealing': return { type: 'sealing-abandoned', data: { packageId: id as PackageId, why } }
    case 'wiping': return { type: 'wipe-abandoned', data: { wipeId: id as WipeId, at, why } }
    case 'writing': return { type: 'medium-writing-abandoned', data: { writingId: id as WritingId, why } }
  }
}
