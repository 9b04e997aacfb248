import type * as z from 'zod'
import { draftIncident } from '../incidents/incident.ts'
import { look } from '../ledger/record.ts'
import { objectionsToFuture, objectionsToOrder } from '../mailings/rules.ts'
import { lossOf } from '../media/fate.ts'
import { draftsOfLoss } from '../media/loss-incidents.ts'
import type { Loss } from '../media/medium.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import { coSign } from '../vault/co-sign.ts'
import type { World } from '../world.ts'
import type { CarryOut, ConfirmReturn, RecordErasure, Remind, ReportCarryOutLost } from './carry-out.ts'
import { factsOfLoss } from './incident-facts.ts'
import { objectionsToConfirmer, objectionsToWhatCameBack } from './rules.ts'
import { carryOutNamed, change, inState } from './use.ts'

/** 督促: who was reminded, when and how. It may come before the due time, too. */
export async function remind(world: World, { carryOutId, ...reminder }: z.output<typeof Remind>): Promise<CarryOut> {
  const { personId } = signedIn(world)
  return change(world, carryOutId, ['out'], 'remind', (reading, { out }) => {
    for (const id of reminder.persons) personNamed(reading, id)
    refuseIfAny(objectionsToHour(world, 'reminded', reminder.at, out))
    return { type: 'carry-out-reminded', data: { carryOutId, reminder: { ...reminder, by: personId } } }
  })
}

/** 搬送先での消去 (Art. 11(2), 15): what was copied there is erased there, or a word on why there was nothing. Told on the way or once back. */
export async function recordErasure(world: World, { carryOutId, ...erasure }: z.output<typeof RecordErasure>): Promise<CarryOut> {
  const { personId } = signedIn(world)
  return change(world, carryOutId, ['out', 'back'], 'record-erasure', (reading, { out, erasure: earlier, no }) => {
    personNamed(reading, erasure.by)
    if (earlier) throw refusal('erasure-recorded', '11(2)', null, { no })
    if (erasure.outcome === 'not applicable' && erasure.note === '') throw refusal('erasure-unexplained', '11(2)', null, {})
    refuseIfAny(objectionsToHour(world, 'erased', erasure.at, out))
    return { type: 'carry-out-erased', data: { carryOutId, erasure: { ...erasure, recordedBy: personId } } }
  })
}

/**
 * 返却確認 (Art. 11(2)): what came back, counted, and where it is locked away, confirmed by somebody who did not carry it. While something
 * at the destination still waits for its erasure it is back, and not 完了.
 */
export async function confirmReturn(world: World, { carryOutId, checker, ...back }: ConfirmReturn): Promise<CarryOut> {
  const { personId } = signedIn(world)
  const judge = (carryOut: CarryOut): Objection[] => {
    const { out } = inState(carryOut, ['out'], 'confirm-return')
    return [...objectionsToHour(world, 'returned', back.at, out), ...objectionsToWhatCameBack(carryOut, back)]
  }
  const { returner, carryOut } = await look(world, (reading) => ({ returner: personNamed(reading, back.by), carryOut: carryOutNamed(reading, carryOutId) }))
  refuseIfAny(judge(carryOut))
  const second = await coSign(world, checker, { operation: 'carryOuts.confirmReturn', contractId: carryOut.contractId, act: 'confirm-return', article: '11(2)', rule: null, actor: returner })
  refuseIfAny(objectionsToConfirmer(carryOut.out ?? { persons: [] }, returner, second))
  return change(world, carryOutId, ['out'], 'confirm-return', (_reading, now) => {
    refuseIfAny(judge(now))
    return { type: 'carry-out-returned', data: { carryOutId, returned: { ...back, confirmedBy: second.id, recordedBy: personId, recordedAt: world.now() } } }
  })
}

/** 紛失 (Art. 18①): lost on the way. The medium can be used for nothing any more, and the draft of the incident report stands at once. */
export async function reportCarryOutLost(world: World, { carryOutId, ...lost }: z.output<typeof ReportCarryOutLost>): Promise<CarryOut> {
  const { personId } = signedIn(world)
  const lossId = world.newId()
  return change(world, carryOutId, ['out'], 'report-lost', (reading, carryOut) => {
    if (lost.foundAt > world.now()) throw refusal('time-in-future', '18①', null, { what: 'found-lost' })
    const loss: Loss[] = carryOut.medium === null ? [] : [lossOf(reading, { ...lost, no: carryOut.medium, id: lossId, by: personId, at: world.now() })]
    return [
      ...loss.map((one) => ({ type: 'medium-lost' as const, data: { loss: one } })),
      { type: 'carry-out-lost', data: { carryOutId, lost: { ...lost, by: personId, at: world.now() } } },
      ...draftIncident(world, reading, factsOfLoss(carryOut, lost, personId)),
      ...loss.flatMap((one) => draftsOfLoss(world, reading, one, [carryOut.contractId])),
    ]
  })
}

const objectionsToHour = (world: World, what: 'reminded' | 'erased' | 'returned', at: z.output<typeof Remind>['at'], out: CarryOut['out']): Objection[] =>
  [...objectionsToFuture(what, at, world.now(), '11(2)'), ...objectionsToOrder(what, at, 'gone-out', out?.at ?? null, '11(2)')]
