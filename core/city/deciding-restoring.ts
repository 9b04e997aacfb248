import type * as z from 'zod'
import { contractNamed } from '../contracts/use.ts'
import { record } from '../ledger/record.ts'
import { type Objection, refusal, refuseIfAny } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import { type DecideRestoring, isAccepted, type KnownRestoring, restoringId, type WitnessedLedger } from './witnessed.ts'
import { listKnownLedgers } from './witnessing.ts'

/**
 * 復元した台帳を続きとして認めるか (Art. 17①): the city's own decision, with its reason, in its own ledger. Accepted, the contractor's ledger is held to the new line
 * from now on, and what it lost stays listed; kept refused, everything is refused as before, and it may be accepted later. What was accepted is not taken back.
 */
export async function decideRestoring(world: World, { contractId, origin, id, checkpointSize, decision, reason }: z.output<typeof DecideRestoring>): Promise<WitnessedLedger> {
  await record(world, (reading) => {
    const contract = contractNamed(reading, contractId)
    const restoring = reading.get('known-restoring', restoringId({ origin, id }))
    if (!restoring || !reading.get('known-ledger', origin)?.contractIds.includes(contract.id) || restoring.checkpoint.size !== checkpointSize) throw refusal('nothing-found', null, null, { what: 'restoring', id })
    refuseIfAny(objectionsToDecision(restoring, reason))
    return { entries: [{ type: 'restoring-decided', data: { id, origin, contractId, decided: { decision, reason, by: signedIn(world).personId, at: world.now() } } }], answer: () => undefined }
  })
  const known = (await listKnownLedgers(world, contractId)).find((one) => one.origin === origin)
  if (!known) throw new Error('a restoring of a ledger that is not there')
  return known
}

export function objectionsToDecision(restoring: KnownRestoring, reason: string): Objection[] {
  return [
    ...(restoring.gone.length === 0 ? [{ code: 'restoring-lost-nothing', article: '17①', rule: null, facts: {} } as const] : []),
    ...(isAccepted(restoring) ? [{ code: 'restoring-decided-already', article: '17①', rule: null, facts: {} } as const] : []),
    ...(reason.trim() === '' ? [{ code: 'decision-without-reason', article: '17①', rule: null, facts: {} } as const] : []),
  ]
}
