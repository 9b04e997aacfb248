import type { OperationName } from '../contract.ts'
import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Objection } from '../refusal.ts'
import { sameWords } from '../text.ts'
import { type Instant, instantOf } from '../time.ts'
import { wareki } from '../words/dates.ts'
import { contractsOfOrder } from '../workplace/contract-of-order.ts'
import { broughtBy } from './brought-by.ts'
import type { Cancellation } from './cancellation.ts'
import { beginsNew, goesOnTowardsCity, heardOfEarlier, stoppedByCancellation } from './stopped.ts'

/** Those that the city has not taken back. */
export const standingCancellations = (reading: Reading, contractId: string): Cancellation[] => reading.list('cancellation', contractId).filter(({ withdrawn }) => withdrawn === null)

/** The first moment at which handling is refused: when the notice came, where it says so, or the beginning of the day on which it takes effect. */
export function stoppedFrom({ atOnce, receivedAt, effectiveOn }: Pick<Cancellation, 'atOnce' | 'receivedAt' | 'effectiveOn'>): Instant {
  const begins = instantOf(`${effectiveOn}T00:00:00+09:00`)
  return atOnce && receivedAt < begins ? receivedAt : begins
}

/** What stops handling by now. */
export const cancelledNow = (reading: Reading, contractId: string, now: Instant): Cancellation[] => standingCancellations(reading, contractId).filter((one) => stoppedFrom(one) <= now)

/** The word that a contract bears for ever once it was closed after a cancellation of the whole, and meanwhile too. */
export const isCancelled = (reading: Reading, { id }: Pick<ContractOfWork, 'id'>): boolean => standingCancellations(reading, id).some(({ scope }) => scope.of === 'whole')

/** How the paper says it, F-27 for one: `契約の解除（通知 R8税契0200、令和8年12月10日から）`. */
export const wordsOfCancellation = (reading: Reading, contractId: string): string[] =>
  standingCancellations(reading, contractId).map(({ cityRef, effectiveOn, scope }) => `契約の${scope.of === 'part' ? `一部（${scope.what}）の` : ''}解除（通知 ${cityRef}、${wareki(effectiveOn)}から）`)

/**
 * Art. 19①: from that moment nothing new is handled under the contract, or under the part that is cancelled. What Art. 15 asks goes on:
 * giving back, erasing, disposing, reporting, and whatever else only shows or tells. What is on its way to the city goes on its way.
 */
export function objectionsToCancellation(name: OperationName, order: unknown, reading: Reading, now: Instant): Objection[] {
  if (!stoppedByCancellation.has(name)) return []
  return contractsOfOrder(order, reading).flatMap((contractId) => {
    const contract = reading.get('contract', contractId)
    const standing = cancelledNow(reading, contractId, now).filter((one) => concerns(one, name, order, reading) && !wasEarlier(one, name, order))
    if (!contract || standing.length === 0 || (goesOnTowardsCity.has(name) && isForCity(contract, order, reading))) return []
    return standing.slice(0, 1).map(({ cityRef, scope }) => ({ code: 'contract-cancelled', article: '19①', rule: null, facts: { contractNo: contract.contractNo, cityRef, part: scope.of === 'part' ? scope.what : '' } }) as const)
  })
}

/** Whether the order is about what is cancelled. */
function concerns({ scope }: Cancellation, name: OperationName, order: unknown, reading: Reading): boolean {
  if (scope.of === 'whole') return true
  const brought = broughtBy(order, reading)
  return scope.handoverIds.some((id) => brought.has(id)) || (scope.stopsNew && beginsNew.has(name))
}

/** What somebody tells of, and what happened before: it is heard. */
function wasEarlier(cancellation: Cancellation, name: OperationName, order: unknown): boolean {
  const at = heardOfEarlier.has(name) && typeof order === 'object' && order !== null && 'at' in order ? order.at : null
  return typeof at === 'number' && at < stoppedFrom(cancellation)
}

/** Whether everybody whom the order addresses belongs to the city. */
function isForCity({ city, recipients }: ContractOfWork, order: unknown, reading: Reading): boolean {
  const said = order as { recipientName?: string; to?: readonly string[]; mailingId?: string; mailId?: string }
  const { recipientName } = said
  const mailing = said.mailingId === undefined ? undefined : reading.get('mailing', said.mailingId)
  const to = said.to ?? (said.mailId === undefined ? undefined : reading.get('mail', said.mailId)?.to) ?? []
  const addressed = [
    ...(mailing ? [mailing.recipient.organisation] : []),
    ...(recipientName === undefined ? [] : [recipients.find(({ name }) => sameWords(name, recipientName))?.organisation ?? '']),
    ...to.map((address) => recipients.find(({ email }) => email.toLowerCase() === address.toLowerCase())?.organisation ?? ''),
  ]
  return addressed.length > 0 && addressed.every((organisation) => sameWords(organisation, city.name))
}
