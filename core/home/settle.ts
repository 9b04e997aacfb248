import { record } from '../ledger/record.ts'
import { underWay } from '../ledger/under-way.ts'
import { refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { PackageId } from '../packages/package.ts'
import type { HandoverId } from '../handovers/handover.ts'
import type { Today } from './home.ts'
import { today } from './today.ts'

/**
 * Answers a question that a power cut left: what was begun and never ended is written down as abandoned. A receiving kept
 * nothing that any entry speaks of, a sealing left no file under its name; both can be begun again.
 */
export async function settle(world: World, { id }: { id: string }): Promise<Today> {
  if (underWay(world).has(id)) throw refusal('state-does-not-allow', null, null, { is: 'under-way', act: 'settle' })
  await record(world, (reading) => {
    const question = reading.get('question', id)
    if (!question) throw refusal('nothing-found', null, null, { what: 'question', id })
    const why = 'ended by an interruption'
    return {
      entries: [question.kind === 'receiving'
        ? { type: 'receiving-abandoned', data: { handoverId: id as HandoverId, why } }
        : { type: 'sealing-abandoned', data: { packageId: id as PackageId, why } }],
      answer: () => undefined,
    }
  })
  return today(world)
}
