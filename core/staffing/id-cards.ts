import type * as z from 'zod'
import { keepFor, looksLikeAPicture, showFile, type ShownFile } from '../kept-file.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Person } from '../people/person.ts'
import { objectionsToFuture } from '../people/rules.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { sameWords } from '../text.ts'
import { dayOf, type Instant } from '../time.ts'
import type { World } from '../world.ts'
import type { CardId, IdCard, IssueCard, KeepPhoto, LoseCard, OfCard, RecordVisit, ReportLostCard, ReturnCard } from './id-card.ts'

/** Art. 6②: inside city hall everybody carries a card of ours that is in force that day. */
export function objectionsToIdCard(reading: Reading, person: Person, now: Instant): Objection[] {
  const today = dayOf(now)
  const valid = reading.list('id-card').some(({ personId, state, issuedOn, validTo }) => personId === person.id && state === '発行' && issuedOn <= today && (validTo === null || today <= validTo))
  return valid ? [] : [{ code: 'id-card-missing', article: '6②', rule: null, facts: { person: person.name } }]
}

/** 証明書の発行 (F-06): a number is used once, and nobody holds two. */
export function issueCard(world: World, order: z.output<typeof IssueCard>): Promise<IdCard> {
  refuseIfAny(objectionsToFuture('card-issued', order.issuedOn, world.now(), '6②'))
  if (order.validTo !== null && order.validTo < order.issuedOn) throw refusal('days-reversed', '6②', null, { from: order.issuedOn, to: order.validTo })
  const id = world.newId() as CardId
  return record(world, (reading) => {
    const person = personNamed(reading, order.personId)
    if (person.duty.state === '解除') throw refusal('person-released', '5②', null, { person: person.name })
    if (reading.list('id-card').some(({ no }) => sameWords(no, order.no))) throw refusal('card-exists', '6②', null, { card: order.no })
    const held = reading.list('id-card').find(({ personId, state }) => personId === order.personId && state === '発行')
    if (held) throw refusal('card-held-already', '6②', null, { person: person.name, card: held.no })
    const card: IdCard = { ...order, id, companyName: person.company ?? reading.get('office', 'office')?.organisation.name ?? '', state: '発行', returnedOn: null, lost: null, visits: [] }
    return { entries: [{ type: 'card-issued', data: { card } }], answer: (after) => cardNamed(after, id) }
  })
}

/** 顔写真 (F-06): of whoever carries the card, into the vault. A later one takes its place; the ledger remembers both. Refuses what is no picture. */
export function keepPhoto(world: World, { cardId, path }: z.output<typeof KeepPhoto>): Promise<IdCard> {
  return keepFor(world, path, async (file, stands) => {
    if (!await looksLikeAPicture(world, file)) throw refusal('not-a-picture', '6②', null, { path })
    return change(world, cardId, ['発行'], () => ({ type: 'card-photo-kept', data: { cardId, file } }), stands)
  })
}

export async function showPhoto(world: World, { cardId }: z.output<typeof OfCard>): Promise<ShownFile> {
  const { photo, no } = await look(world, (reading) => cardNamed(reading, cardId))
  if (!photo) throw refusal('nothing-found', null, null, { what: 'file', id: no })
  return showFile(world, photo)
}

export function returnCard(world: World, { cardId, on }: z.output<typeof ReturnCard>): Promise<IdCard> {
  refuseIfAny(objectionsToFuture('card-returned', on, world.now(), '6②'))
  return change(world, cardId, ['発行', '紛失'], () => ({ type: 'card-returned', data: { cardId, on } }))
}

/** 紛失: stays on 今日 until the city has been told. */
export function loseCard(world: World, { cardId, on, circumstances, cityRef }: z.output<typeof LoseCard>): Promise<IdCard> {
  refuseIfAny(objectionsToFuture('card-lost', on, world.now(), '6②'))
  return change(world, cardId, ['発行'], () => ({ type: 'card-lost', data: { cardId, on, circumstances, cityRef } }))
}

export function reportLostCard(world: World, { cardId, cityRef }: z.output<typeof ReportLostCard>): Promise<IdCard> {
  return change(world, cardId, ['紛失'], () => ({ type: 'card-loss-reported', data: { cardId, cityRef } }))
}

/** 庁舎入退: who was in city hall under which card. */
export function recordVisit(world: World, { cardId, place, purpose, cameAt, leftAt }: z.output<typeof RecordVisit>): Promise<IdCard> {
  if (cameAt > world.now() || (leftAt ?? 0) > world.now()) throw refusal('time-in-future', '6②', null, { what: 'visit' })
  if (leftAt !== null && leftAt < cameAt) throw refusal('before-its-time', '6②', null, { what: 'visit-left', earlier: 'visit' })
  const on = dayOf(cameAt)
  const visit = { id: world.newId(), on, place, purpose, cameAt, leftAt }
  return change(world, cardId, ['発行', '返却', '紛失'], (card) => {
    if (on < card.issuedOn || (card.returnedOn !== null && card.returnedOn < on) || (card.validTo !== null && card.validTo < on)) throw refusal('card-not-in-force', '6②', null, { card: card.no, day: on })
    return { type: 'card-visit', data: { cardId, visit } }
  })
}

/** 証明書発行台帳. */
export const listCards = (world: World): Promise<IdCard[]> => look(world, (reading) => reading.list('id-card'))

function change(world: World, cardId: CardId, allowed: readonly IdCard['state'][], entry: (card: IdCard) => EntryBody, stands?: () => void): Promise<IdCard> {
  return record(world, (reading) => {
    const card = cardNamed(reading, cardId)
    if (!allowed.includes(card.state)) throw refusal('state-does-not-allow', '6②', null, { is: card.state, act: 'change-card' })
    return { entries: [entry(card)], ...(stands ? { stands } : {}), answer: (after) => cardNamed(after, cardId) }
  })
}

function cardNamed(reading: Reading, id: string): IdCard {
  const card = reading.get('id-card', id)
  if (!card) throw refusal('nothing-found', null, null, { what: 'id-card', id })
  return card
}
