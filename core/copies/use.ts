import type * as z from 'zod'
import { objectionsToCancellation } from '../cancellation/rules.ts'
import { activeContract, contractNamed } from '../contracts/use.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { objectionsToFuture, objectionsToOrder } from '../mailings/rules.ts'
import { objectionsToMedium } from '../media/use.ts'
import { itemsFor } from '../packages/use.ts'
import { objectionsToSamePerson } from '../people/rules.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { dayOf } from '../time.ts'
import { coSign } from '../vault/co-sign.ts'
import { signedIn } from '../vault/signed-in.ts'
import { objectionsToPerson } from '../who-may.ts'
import { objectionsToWorkplace } from '../workplace/gate.ts'
import type { Act } from '../words/terms.ts'
import type { World } from '../world.ts'
import type { ApproveCopy, Copy, CopyId, DeclineCopy, EndCopy, PrintCopy, RequestCopy, WithdrawCopy } from './copy.ts'
import { objectionsToCopy, objectionsToEnd, objectionsToPrint, tookWithIt } from './rules.ts'

/**
 * 複製の申請 (Art. 11(8)): of one item whose receipt is out (R-04), for a purpose (R-23), to be kept at a place until a day.
 * A supervisor who stands beside the clerk may approve it at once, by ID and password.
 */
export async function requestCopy(world: World, order: RequestCopy): Promise<Copy> {
  const { personId } = signedIn(world)
  const clerk = await look(world, (reading) => {
    refuseIfAny(objectionsToRequest(world, reading, order))
    return personNamed(reading, personId)
  })
  const approver = order.approver && await coSign(world, order.approver, { operation: 'copies.approve', contractId: order.contractId, act: 'approve-copy', article: '11(8)', rule: 'R-23', actor: clerk })
  const id = world.newId() as CopyId
  return record(world, (reading) => {
    refuseIfAny(objectionsToRequest(world, reading, order))
    const [item] = itemsFor(reading, { contractId: order.contractId, itemIds: order.itemId === null ? [] : [order.itemId] })
    if (!item) throw new Error('one item asked for, none found and none refused')
    const { contractId, kind, purpose, place, medium, useUntil } = order
    const no = `C-${String((reading.get('series', `copy:${contractId}`)?.last ?? 0) + 1).padStart(3, '0')}`
    const copy: Copy = {
      id, no, contractId, itemId: item.id, itemName: item.name, kind, purpose, place, medium, useUntil, requestedBy: personId, requestedAt: world.now(), approved: null, made: null, target: null, ended: null, state: 'requested',
    }
    const approval: EntryBody[] = approver ? [{ type: 'copy-approved', data: { copyId: id, approved: { by: approver.id, at: world.now() } } }] : []
    return { entries: [{ type: 'copy-requested', data: { copy } }, ...approval], answer: (after) => copyNamed(after, id) }
  })
}

/** 承認: by a supervisor, who is not the one who asked. */
export const approveCopy = (world: World, { copyId }: z.output<typeof ApproveCopy>): Promise<Copy> => change(world, copyId, ['requested'], 'approve-copy', (reading, copy) => {
  const { personId } = signedIn(world)
  refuseIfAny(objectionsToSamePerson('approve-copy', '11(8)', 'R-23', personNamed(reading, copy.requestedBy), personNamed(reading, personId)))
  return [{ type: 'copy-approved', data: { copyId, approved: { by: personId, at: world.now() } } }]
})

export const declineCopy = (world: World, { copyId, reason }: z.output<typeof DeclineCopy>): Promise<Copy> =>
  change(world, copyId, ['requested'], 'decline-copy', () => [{ type: 'copy-declined', data: { copyId, reason, by: signedIn(world).personId } }])

/** 取下げ: nothing of it was made. */
export const withdrawCopy = (world: World, { copyId, reason }: z.output<typeof WithdrawCopy>): Promise<Copy> =>
  change(world, copyId, ['requested', 'approved'], 'withdraw', () => [{ type: 'copy-withdrawn', data: { copyId, reason } }])

/** 印刷: whoever tries is written down, whether they may or not; what may be printed was approved as a print. */
export async function printCopy(world: World, { contractId, itemId, copyId, sheets }: PrintCopy): Promise<Copy> {
  const { personId } = signedIn(world)
  const attempt = (outcome: 'allowed' | 'refused', why: string[]): EntryBody => ({ type: 'print-attempted', data: { contractId, itemId, copyId, outcome, why } })
  const session = world.vault.session()
  const seat = session && { session, machine: await world.workstation.identity(), now: world.now() }
  const answer = await record<Copy | Objection[]>(world, (reading) => {
    activeContract(reading, contractId)
    const copy = copyId === null ? null : copyNamed(reading, copyId)
    const objections = [...objectionsToPerson('copies.make', personNamed(reading, personId), reading, world.now()), ...(seat ? objectionsToWorkplace('copies.make', { contractId }, reading, seat) : []), ...objectionsToCancellation('copies.make', { contractId, itemId }, reading, world.now()), ...objectionsToPrint(copy, itemId)]
    if (objections.length > 0 || !copy) return { entries: [attempt('refused', objections.map(({ code }) => code))], answer: () => objections }
    const { sha256 } = itemsFor(reading, { contractId, itemIds: [itemId] })[0] ?? { sha256: '' }
    return {
      entries: [attempt('allowed', []), { type: 'copy-made', data: { copyId: copy.id, made: { by: personId, at: world.now(), path: null, size: 0, sha256, sheets } } }],
      answer: (after) => copyNamed(after, copy.id),
    }
  })
  if (!Array.isArray(answer)) return answer
  refuseIfAny(answer)
  throw refusal('print-not-approved', '11(8)', 'R-23', {})
}

/** 消去: refused while the file is still there. A verified erasure that took the copy with it is its proof, whether it was named or not. */
export async function endCopy(world: World, { copyId, at, how, wipeId }: z.output<typeof EndCopy>): Promise<Copy> {
  const { path, sha256 } = await look(world, (reading) => ({ path: null, sha256: null, ...copyNamed(reading, copyId).made }))
  const still = path !== null && sha256 !== null && (await world.files.sha256(path)) !== null
  return change(world, copyId, ['in use'], 'end-copy', (reading, copy) => {
    const wipes = reading.list('wipe', copy.contractId).filter((wipe) => tookWithIt(reading, wipe, copy))
    const wipe = (wipeId === null ? wipes.at(-1) : wipes.find(({ id }) => id === wipeId)) ?? null
    if (wipeId !== null && !wipe) throw refusal('copy-wipe-unfit', '11(8)', null, { no: copy.no })
    refuseIfAny([...objectionsToEnd(copy, how, wipe, still), ...objectionsToFuture('copy-ended', at, world.now(), '11(8)'), ...objectionsToOrder('copy-ended', at, 'copy-made', copy.made?.at ?? null, '11(8)')])
    return [{ type: 'copy-ended', data: { copyId, ended: { at, how: how === '' ? '消去・廃棄の計画による' : how, by: signedIn(world).personId, wipeId: wipe?.id ?? null } } }]
  })
}

export const listCopies = (world: World, contractId: string): Promise<Copy[]> =>
  look(world, (reading) => reading.list('copy', contractNamed(reading, contractId).id).sort((a, b) => a.requestedAt - b.requestedAt))

export function copyNamed(reading: Reading, id: string): Copy {
  const copy = reading.get('copy', id)
  if (!copy) throw refusal('nothing-found', null, null, { what: 'copy', id })
  return copy
}

export function change(world: World, id: CopyId, states: readonly Copy['state'][], act: Act, entries: (reading: Reading, copy: Copy) => EntryBody[]): Promise<Copy> {
  return record(world, (reading) => {
    const copy = copyNamed(reading, id)
    activeContract(reading, copy.contractId)
    if (!states.includes(copy.state)) throw refusal('state-does-not-allow', '11(8)', null, { is: copy.state, act })
    return { entries: entries(reading, copy), answer: (after) => copyNamed(after, id) }
  })
}

function objectionsToRequest(world: World, reading: Reading, order: RequestCopy): Objection[] {
  activeContract(reading, order.contractId)
  const objections = [...objectionsToCopy(order), ...(order.medium === null ? [] : objectionsToMedium(reading, order.medium))]
  if (order.useUntil < dayOf(world.now())) objections.push({ code: 'copy-until-past', article: '11(8)', rule: null, facts: { day: order.useUntil } })
  if (order.itemId !== null) itemsFor(reading, { contractId: order.contractId, itemIds: [order.itemId] })
  return objections
}
