import type * as z from 'zod'
import { activeContract, contractNamed } from '../contracts/use.ts'
import type { Item, ItemId } from '../handovers/item.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { objectionsToReturning } from '../media/fate.ts'
import type { MediumNo } from '../media/medium.ts'
import { mediumNamed } from '../media/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import type { Instant } from '../time.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import type { DeliverItems, HandBack, HandBackId, ReturnItems } from './settlement.ts'

/**
 * 返却 (Art. 15①): items go back to the city, with the city's medium where they came on one, and someone there takes them. Refuses what
 * has had its end already, a medium that is not the city's or not here, and an hour that has not come. What the vault still holds of them
 * stays open until it is erased (Art. 15②).
 */
export const returnItems = (world: World, order: z.output<typeof ReturnItems>): Promise<HandBack> => handBack(world, { ...order, how: 'returned', mailingId: null, mailId: null }, (reading) => {
  if (order.itemIds.length === 0 && order.medium === null) throw refusal('nothing-handed-back', '15①', null, {})
  refuseIfAny([...objectionsToItems(itemsNamed(reading, order.contractId, order.itemIds), false), ...objectionsToReturning(order.medium === null ? null : mediumNamed(reading, order.medium))])
  return order.medium
})

/**
 * 納品 (Art. 15①): items went to the city as part of the work that was done: in a parcel that arrived or a mail that was received, and
 * then in one of its packages, or over the counter. Refuses items without their receipt (R-04) and those that did not go that way.
 */
export const deliverItems = (world: World, { mediumStays, ...order }: z.output<typeof DeliverItems>): Promise<HandBack> => handBack(world, { ...order, how: 'delivered', medium: null }, (reading) => {
  const items = itemsNamed(reading, order.contractId, order.itemIds)
  refuseIfAny([...objectionsToItems(items, true), ...objectionsToWay(reading, order, items)])
  return mediumStays && order.mailingId !== null ? reading.get('mailing', order.mailingId)?.medium ?? null : null
})

export const listHandBacks = (world: World, contractId: string): Promise<HandBack[]> =>
  look(world, (reading) => reading.list('handback', contractNamed(reading, contractId).id).sort((a, b) => a.recordedAt - b.recordedAt))

type Facts = Omit<HandBack, 'id' | 'no' | 'handedBy' | 'by' | 'recordedAt' | 'docNo'>

/** Writes both down together: that the items went, and that the medium went with them. `check` answers with the medium. */
function handBack(world: World, facts: Facts, check: (reading: Reading) => MediumNo | null): Promise<HandBack> {
  const id = world.newId() as HandBackId
  const { personId } = signedIn(world)
  return record(world, (reading) => {
    const contract = activeContract(reading, facts.contractId)
    const medium = check(reading)
    if (facts.at > world.now()) throw refusal('time-in-future', '15①', null, { what: 'handed-back' })
    const itemIds = [...new Set(facts.itemIds)]
    const handback: HandBack = {
      ...facts, itemIds, medium, id, no: `B-${contract.shortNo}-${String((reading.get('series', `handback:${contract.id}`)?.last ?? 0) + 1).padStart(3, '0')}`,
      handedBy: personId, by: personId, recordedAt: world.now(), docNo: null,
    }
    return { entries: [{ type: 'items-handed-back', data: { handback } }, ...mediumGone(medium, facts)], answer: () => handback }
  })
}

function mediumGone(no: MediumNo | null, { receivedBy, place, at }: { receivedBy: string; place: string; at: Instant }): EntryBody[] {
  return no === null ? [] : [{ type: 'medium-returned', data: { no, receivedBy, place, at } }]
}

/** The items of these ids, each once; refuses those of another contract. */
export function itemsNamed(reading: Reading, contractId: string, ids: readonly ItemId[]): Item[] {
  return [...new Set(ids)].map((id) => {
    const item = reading.get('item', id)
    if (!item || item.contractId !== contractId) throw refusal('nothing-found', '15①', null, { what: 'item', id })
    return item
  })
}

function objectionsToItems(items: readonly Item[], receipted: boolean): Objection[] {
  const [ended] = items.filter(({ end, blob }) => end !== null || blob === null)
  if (ended) return [{ code: 'item-settled', article: '15①', rule: null, facts: { name: ended.name } }]
  const [waiting] = receipted ? items.filter(({ state }) => state !== 'in custody') : []
  return waiting ? [{ code: 'receipt-not-issued', article: '14', rule: 'R-04', facts: { handover: waiting.name } }] : []
}

/** What is said to have gone by a parcel or a mail was in it, and it got there. */
function objectionsToWay(reading: Reading, { contractId, mailingId, mailId }: Pick<HandBack, 'contractId' | 'mailingId' | 'mailId'>, items: readonly Item[]): Objection[] {
  if (mailingId === null && mailId === null) return []
  const mailing = mailingId === null ? undefined : reading.get('mailing', mailingId)
  const mail = mailId === null ? undefined : reading.get('mail', mailId)
  if ((mailingId !== null && mailing?.contractId !== contractId) || (mailId !== null && mail?.contractId !== contractId)) throw refusal('nothing-found', null, null, { what: mailingId === null ? 'mail' : 'mailing', id: mailingId ?? mailId ?? '' })
  const under = [mailing?.no, mail?.no].flatMap((no) => no ?? []).join('・')
  if ((mailing && mailing.state !== 'arrived' && mailing.state !== 'received') || (mail && mail.state !== 'received')) return [{ code: 'not-arrived-yet', article: '15①', rule: null, facts: { no: under } }]
  const inside = new Set([...(mailing?.packages ?? []), ...(mail ? [mail.package] : [])].flatMap((id) => reading.get('package', id)?.itemIds ?? []))
  const [outside] = items.filter(({ id }) => !inside.has(id))
  return outside ? [{ code: 'item-not-in-there', article: '15①', rule: null, facts: { name: outside.name, no: under } }] : []
}
