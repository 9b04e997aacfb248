import type * as z from 'zod'
import { draftIncident, type IncidentFacts } from '../incidents/incident.ts'
import { record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refuseIfAny } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import type { Arrive, ConfirmReceipt, Inquire, Mailing, ReportMissing, Returned } from './mailing.ts'
import { inState, mailingNamed } from './named.ts'
import { objectionsToFuture, objectionsToOrder } from './rules.ts'
import { sealedFacts } from './sealed-facts.ts'
import { printTracking } from './tracking.ts'

/** Left the house and has no end yet. What was given up for lost may still turn up. */
const ON_THE_WAY: readonly Mailing['state'][] = ['dispatched', 'inquired', 'missing']

/** 到着 (Art. 11(4)). */
export async function arrive(world: World, { mailingId, at, to }: z.output<typeof Arrive>): Promise<Mailing> {
  return record(world, (reading) => {
    const { dispatchedAt } = inState(reading, mailingId, ON_THE_WAY, 'record-arrival')
    refuseIfAny([...objectionsToFuture('arrived', at, world.now(), '11(4)'), ...objectionsToOrder('arrived', at, 'dispatched', dispatchedAt, '11(4)')])
    return { entries: [{ type: 'mailing-arrived', data: { mailingId, at, to } }], answer: (after) => mailingNamed(after, mailingId) }
  })
}

/** 甲受領確認: who of the city says that it is there, and how they said so. What the carrier says is not enough. */
export async function confirmReceipt(world: World, { mailingId, receipt }: z.output<typeof ConfirmReceipt>): Promise<Mailing> {
  return record(world, (reading) => {
    const { arrivedAt } = inState(reading, mailingId, ['arrived'], 'confirm-receipt')
    refuseIfAny([...objectionsToFuture('city-receipt', receipt.at, world.now(), '11(4)'), ...objectionsToOrder('city-receipt', receipt.at, 'arrived', arrivedAt, '11(4)')])
    return { entries: [{ type: 'mailing-received', data: { mailingId, receipt } }], answer: (after) => mailingNamed(after, mailingId) }
  })
}

/** 返送: it came back undelivered; its medium is brought back by `media.bringBack`. */
export async function returned(world: World, { mailingId, at }: z.output<typeof Returned>): Promise<Mailing> {
  return record(world, (reading) => {
    const { dispatchedAt } = inState(reading, mailingId, ON_THE_WAY, 'record-return')
    refuseIfAny([...objectionsToFuture('parcel-returned', at, world.now(), '11(4)'), ...objectionsToOrder('parcel-returned', at, 'dispatched', dispatchedAt, '11(4)')])
    return { entries: [{ type: 'mailing-returned', data: { mailingId, at } }], answer: (after) => mailingNamed(after, mailingId) }
  })
}

/** 調査 (Art. 11(4)): whom one asked about a parcel that has not come, what, and what they said. As often as it takes. */
export async function inquire(world: World, { mailingId, ...inquiry }: z.output<typeof Inquire>): Promise<Mailing> {
  const { personId } = signedIn(world)
  return record(world, (reading) => {
    const { dispatchedAt } = inState(reading, mailingId, ON_THE_WAY, 'inquire')
    refuseIfAny([...objectionsToFuture('inquired', inquiry.at, world.now(), '11(4)'), ...objectionsToOrder('inquired', inquiry.at, 'dispatched', dispatchedAt, '11(4)')])
    return { entries: [{ type: 'mailing-inquired', data: { mailingId, inquiry: { ...inquiry, by: personId } } }], answer: (after) => mailingNamed(after, mailingId) }
  })
}

/** 所在不明 (Art. 18①): it cannot be found. The draft of an incident report comes with it. */
export async function reportMissing(world: World, { mailingId, at, circumstances }: z.output<typeof ReportMissing>): Promise<Mailing> {
  return record(world, (reading) => {
    const mailing = inState(reading, mailingId, ['dispatched', 'inquired'], 'report-missing')
    refuseIfAny([...objectionsToFuture('found-lost', at, world.now(), '18①'), ...objectionsToOrder('found-lost', at, 'dispatched', mailing.dispatchedAt, '18①')])
    return {
      entries: [{ type: 'mailing-missing', data: { mailingId, at, circumstances } }, ...draftIncident(world, reading, missingFacts(reading, world, mailing, { at, circumstances }))],
      answer: (after) => mailingNamed(after, mailingId),
    }
  })
}

function missingFacts(reading: Reading, world: World, mailing: Mailing, { at, circumstances }: { at: IncidentFacts['foundAt']; circumstances: string }): IncidentFacts {
  const { carrier, service, trackingNo, recipient } = mailing
  const way = `${carrier} ${service} ${printTracking(trackingNo ?? '')}（${recipient.organisation} ${recipient.department} 宛）`
  const asked = mailing.inquiries.map((one) => `${one.asked}：${one.question}${one.answer === '' ? '' : ` → ${one.answer}`}`)
  return {
    contractId: mailing.contractId, kind: 'parcel-not-arrived', subjectId: mailing.id, subject: mailing.no, foundAt: at, foundBy: signedIn(world).personId, place: `輸送中（${carrier}）`,
    circumstances: [way, circumstances, ...asked].join('\n').slice(0, 4000), ...sealedFacts(reading, mailing.packages, mailing.content, mailing.keyTold),
  }
}
