import { activeContract, contractNamed } from '../contracts/use.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { objectionsToFuture } from '../mailings/rules.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import { sameWords } from '../text.ts'
import { dayOf } from '../time.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import type { Cancellation, CancelledScope, RecordCancellation, WithdrawCancellation } from './cancellation.ts'
import { standingCancellations } from './rules.ts'

/**
 * 解除の通知 (Art. 19①), as it came. Refuses a notice without a reason or of a part that names nothing, one that was recorded before, days that
 * lie in the wrong order, and a second one where the whole contract is cancelled already.
 */
export function recordCancellation(world: World, order: RecordCancellation): Promise<Cancellation> {
  const { personId } = signedIn(world)
  const id = world.newId()
  return record(world, (reading) => {
    const contract = activeContract(reading, order.contractId)
    const { noticeOn, receivedAt, effectiveOn, settleBy, cityRef } = order
    if (order.reason === '') throw refusal('cancellation-without-reason', '19①', null, {})
    refuseScope(reading, contract.id, order.scope)
    const before = reading.list('cancellation', contract.id)
    if (before.some((one) => sameWords(one.cityRef, cityRef))) throw refusal('cancellation-known', '19①', null, { cityRef })
    const whole = standingCancellations(reading, contract.id).find(({ scope }) => scope.of === 'whole')
    if (whole) throw refusal('contract-cancelled-already', '19①', null, { contractNo: contract.contractNo, cityRef: whole.cityRef })
    refuseIfAny(objectionsToFuture('cancellation-received', receivedAt, world.now(), '19①'))
    if (dayOf(receivedAt) < noticeOn) throw refusal('before-its-time', '19①', null, { what: 'cancellation-received', earlier: 'cancellation-notice' })
    if (effectiveOn < noticeOn) throw refusal('before-its-time', '19①', null, { what: 'cancellation-effective', earlier: 'cancellation-notice' })
    if (settleBy !== null && settleBy < noticeOn) throw refusal('before-its-time', '15①', null, { what: 'settle-by', earlier: 'cancellation-notice' })
    const cancellation: Cancellation = { ...order, contractId: contract.id, id, recordedBy: personId, recordedAt: world.now(), withdrawn: null }
    return { entries: [{ type: 'contract-cancelled', data: { cancellation } }], answer: (after) => cancellationNamed(after, id) }
  })
}

/** 解除の取消し: the city takes it back, by its number and day. What was refused meanwhile stays refused; from now on work goes on. */
export const withdrawCancellation = (world: World, { cancellationId, ...said }: WithdrawCancellation): Promise<Cancellation> => record(world, (reading) => {
  const cancellation = cancellationNamed(reading, cancellationId)
  activeContract(reading, cancellation.contractId)
  if (cancellation.withdrawn) throw refusal('state-does-not-allow', '19①', null, { is: 'cancellation-withdrawn', act: 'withdraw-cancellation' })
  if (said.on > dayOf(world.now())) throw refusal('time-in-future', '19①', null, { what: 'city-said' })
  if (said.on < cancellation.noticeOn) throw refusal('before-its-time', '19①', null, { what: 'city-said', earlier: 'cancellation-notice' })
  return { entries: [{ type: 'cancellation-withdrawn', data: { cancellationId, withdrawn: { ...said, by: signedIn(world).personId, at: world.now() } } }], answer: (after) => cancellationNamed(after, cancellationId) }
})

/** Every notice of a contract, those that were taken back among them; the newest first. */
export const listCancellations = (world: World, contractId: string): Promise<Cancellation[]> =>
  look(world, (reading) => reading.list('cancellation', contractNamed(reading, contractId).id).sort((a, b) => b.recordedAt - a.recordedAt))

function refuseScope(reading: Reading, contractId: string, scope: CancelledScope): void {
  if (scope.of === 'whole') return
  if (scope.what === '' || (scope.handoverIds.length === 0 && !scope.stopsNew)) throw refusal('cancelled-part-unsaid', '19①', null, {})
  for (const id of scope.handoverIds) if (reading.get('handover', id)?.contractId !== contractId) throw refusal('nothing-found', null, null, { what: 'handover', id })
}

function cancellationNamed(reading: Reading, id: string): Cancellation {
  const cancellation = reading.get('cancellation', id)
  if (!cancellation) throw refusal('nothing-found', null, null, { what: 'cancellation', id })
  return cancellation
}
