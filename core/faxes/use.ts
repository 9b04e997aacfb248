import type * as z from 'zod'
import { activeContract, contractNamed } from '../contracts/use.ts'
import type { ContractOfWork, Recipient } from '../contracts/contract-of-work.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { objectionsToFuture, objectionsToOrder } from '../mailings/rules.ts'
import { itemsFor } from '../packages/use.ts'
import { objectionsToSamePerson } from '../people/rules.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { objectionsToRecipient } from '../subcontracts/rules.ts'
import { excuse } from '../vault/co-sign.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { Act } from '../words/terms.ts'
import type { World } from '../world.ts'
import type { ApproveFax, DeclineFax, Fax, FaxArrived, FaxId, FaxSent, RequestFax, WithdrawFax } from './fax.ts'
import { digitsOf, objectionsToFax, objectionsToNumber, objectionsToSending } from './rules.ts'

/**
 * 申請 (Art. 11(6), R-18): refused, unless the city instructed it. Then: a recipient of the contract (R-02, R-26), a number that two
 * people typed alike, items whose receipts are out (R-04), and a second person's ID and password.
 */
export async function requestFax(world: World, order: RequestFax): Promise<Fax> {
  const { personId } = signedIn(world)
  const judge = (reading: Reading) => objectionsToRequest(world, reading, order)
  const clerk = await look(world, (reading) => {
    refuseIfAny(judge(reading))
    return personNamed(reading, personId)
  })
  if (!order.exception) throw refusal('fax-prohibited', '11(6)', 'R-18', {})
  const exception = await excuse(world, order.exception, { operation: 'faxes.request', contractId: order.contractId, act: 'confirm-fax', article: '11(6)', rule: 'R-18', actor: clerk })
  const id = world.newId() as FaxId
  return record(world, (reading) => {
    refuseIfAny(judge(reading))
    const contract = activeContract(reading, order.contractId)
    const fax: Fax = {
      id, no: `FX-${contract.shortNo}-${String((reading.get('series', `fax:${contract.id}`)?.last ?? 0) + 1).padStart(3, '0')}`, contractId: contract.id, recipient: recipientNamed(contract, order.recipientName),
      faxNo: digitsOf(order.faxNo), content: order.content, itemIds: order.itemIds, exception, requestedBy: personId, requestedAt: world.now(), approved: null, sent: null, arrival: null, state: 'requested',
    }
    return { entries: [{ type: 'fax-requested', data: { fax } }], answer: () => fax }
  })
}

/** 承認: by a supervisor who did not ask for it. */
export const approveFax = (world: World, { faxId }: z.output<typeof ApproveFax>): Promise<Fax> => change(world, faxId, ['requested'], 'approve-fax', (reading, fax) => {
  const { personId } = signedIn(world)
  refuseIfAny(objectionsToSamePerson('approve-fax', '11(6)', 'R-18', personNamed(reading, fax.requestedBy), personNamed(reading, personId)))
  return { type: 'fax-approved', data: { faxId, approved: { by: personId, at: world.now() } } }
})

export const declineFax = (world: World, { faxId, reason }: z.output<typeof DeclineFax>): Promise<Fax> =>
  change(world, faxId, ['requested'], 'decline-fax', () => ({ type: 'fax-declined', data: { faxId, reason, by: signedIn(world).personId } }))

/** 取りやめ: before a page went. */
export const withdrawFax = (world: World, { faxId, reason }: z.output<typeof WithdrawFax>): Promise<Fax> =>
  change(world, faxId, ['requested', 'approved'], 'withdraw', () => ({ type: 'fax-withdrawn', data: { faxId, reason } }))

/** 送信の記録: the test page first, then the call, then the pages. Whoever it goes to must still be one it may go to. */
export async function faxSent(world: World, { faxId, slip, ...sent }: z.output<typeof FaxSent>): Promise<Fax> {
  const hashed = slip === null ? null : await world.files.sha256(slip)
  if (slip !== null && !hashed) throw refusal('file-unreadable', '11(6)', null, { path: slip })
  return change(world, faxId, ['approved'], 'record-sent', (reading, { contractId, recipient, approved }) => {
    refuseIfAny([...objectionsToRecipient(reading, activeContract(reading, contractId), recipient, world.now()), ...objectionsToSending(sent, approved?.at ?? null, world.now())])
    return { type: 'fax-sent', data: { faxId, sent: { ...sent, by: signedIn(world).personId, slipSha256: hashed?.sha256 ?? null } } }
  })
}

/** 着信確認: whoever took it out of the machine, and how many pages came. Pages that lack stay open until they are found. */
export const faxArrived = (world: World, { faxId, ...arrival }: z.output<typeof FaxArrived>): Promise<Fax> => change(world, faxId, ['sent', 'differs'], 'record-arrival', (_reading, { sent }) => {
  refuseIfAny([...objectionsToFuture('arrived', arrival.at, world.now(), '11(6)'), ...objectionsToOrder('arrived', arrival.at, 'fax-sent', sent?.at ?? null, '11(6)')])
  return { type: 'fax-arrived', data: { faxId, arrival: { ...arrival, recordedBy: signedIn(world).personId } } }
})

export const listFaxes = (world: World, contractId: string): Promise<Fax[]> =>
  look(world, (reading) => reading.list('fax', contractNamed(reading, contractId).id).sort((a, b) => a.requestedAt - b.requestedAt))

function objectionsToRequest(world: World, reading: Reading, order: RequestFax): Objection[] {
  const contract = activeContract(reading, order.contractId)
  const instructed = order.exception !== null
  refuseIfAny(objectionsToFax(instructed))
  itemsFor(reading, order)
  return [...objectionsToRecipient(reading, contract, recipientNamed(contract, order.recipientName), world.now()), ...objectionsToNumber(order.faxNo, order.faxNoAgain)]
}

function recipientNamed(contract: ContractOfWork, wanted: string): Recipient {
  const recipient = contract.recipients.find(({ name }) => name === wanted)
  if (!recipient) throw refusal('recipient-unknown', '11(6)', 'R-26', { name: wanted })
  return recipient
}

function faxNamed(reading: Reading, id: string): Fax {
  const fax = reading.get('fax', id)
  if (!fax) throw refusal('nothing-found', null, null, { what: 'fax', id })
  return fax
}

function change(world: World, id: FaxId, states: readonly Fax['state'][], act: Act, entry: (reading: Reading, fax: Fax) => EntryBody): Promise<Fax> {
  return record(world, (reading) => {
    const fax = faxNamed(reading, id)
    activeContract(reading, fax.contractId)
    if (!states.includes(fax.state)) throw refusal('state-does-not-allow', '11(6)', null, { is: fax.state, act })
    return { entries: [entry(reading, fax)], answer: (after) => faxNamed(after, id) }
  })
}
