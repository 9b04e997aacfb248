import type * as z from 'zod'
import { record } from '../ledger/record.ts'
import type { EntryBody } from '../ledger/entry.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { MediumNo } from '../media/medium.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { sameWords } from '../text.ts'
import { objectionsToLast } from '../vault/access-rules.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { Act } from '../words/terms.ts'
import type { World } from '../world.ts'
import { RosterWords, type HandOverKeys, type Person, type RevisePerson, type StopPerson } from './person.ts'
import { objectionsToSamePerson } from './rules.ts'
import { personNamed } from './use.ts'

/** 訂正 of a roster line (Art. 5②): the new words and the reason; the old ones stay to be seen. Refuses a released person, and a revision that changes nothing. */
export function revisePerson(world: World, { personId, words, reason }: z.output<typeof RevisePerson>): Promise<Person> {
  if (words.from !== null && words.to !== null && words.to < words.from) throw refusal('days-reversed', '5②', null, { from: words.from, to: words.to })
  return change(world, personId, (person) => {
    mustBeOnTheRoster(person, 'revise-person')
    if (JSON.stringify(RosterWords.parse(person)) === JSON.stringify(words)) throw refusal('nothing-changed', '5②', null, { person: person.name })
    return [{ type: 'person-revised', data: { personId, words, reason } }]
  })
}

/** 従事停止: handles nothing from now on. Not for oneself, and never for the last administrator or supervisor. */
export function stopPerson(world: World, { personId, reason }: z.output<typeof StopPerson>): Promise<Person> {
  return change(world, personId, (person, reading) => {
    mustBeOnTheRoster(person, 'stop-person')
    if (person.duty.state === '従事停止') throw refusal('state-does-not-allow', '5②', null, { is: '従事停止', act: 'stop-person' })
    refuseIfAny([...objectionsToOneself(world, reading, person, 'stop-person'), ...objectionsToLast(reading, person, [])])
    return [{ type: 'duty-stopped', data: { personId, reason } }]
  })
}

/** 従事再開. */
export function resumePerson(world: World, { personId, reason }: z.output<typeof StopPerson>): Promise<Person> {
  return change(world, personId, (person, reading) => {
    if (person.duty.state !== '従事停止') throw refusal('state-does-not-allow', '5②', null, { is: person.duty.state, act: 'resume-person' })
    refuseIfAny(objectionsToOneself(world, reading, person, 'resume-person'))
    return [{ type: 'duty-resumed', data: { personId, reason } }]
  })
}

/** 解除: the end of someone's work here, once everything they held is back. The pledge stands on (Art. 8①). */
export function releasePerson(world: World, { personId, reason }: z.output<typeof StopPerson>): Promise<Person> {
  return change(world, personId, (person, reading) => {
    mustBeOnTheRoster(person, 'release-person')
    refuseIfAny([...objectionsToOneself(world, reading, person, 'release-person'), ...objectionsToLast(reading, person, []), ...objectionsToRelease(reading, person)])
    return [{ type: 'person-released', data: { personId, reason } }]
  })
}

/** 引継ぎ: whatever medium names one person as the holder of its key names the other from now on (Art. 11(5)). */
export function handOverKeys(world: World, { personId, toPersonId }: z.output<typeof HandOverKeys>): Promise<Person> {
  return change(world, personId, (person, reading) => {
    const to = personNamed(reading, toPersonId)
    mustBeOnTheRoster(to, 'hand-over-keys')
    refuseIfAny(objectionsToSamePerson('hand-over-keys', '11(5)', null, person, to))
    const media = mediaHeldBy(reading, person)
    return media.length === 0 ? [] : [{ type: 'keys-handed-over', data: { personId, toPersonId, media, keyHolder: to.name } }]
  })
}

/** 解除 waits for everything that is still open, all of it named (Art. 5②, 6②, 11(5), 11(10)ア). */
export function objectionsToRelease(reading: Reading, person: Person): Objection[] {
  const objections: Objection[] = reading.list('id-card').filter(({ personId, state }) => personId === person.id && state === '発行')
    .map(({ no }) => ({ code: 'release-card-out', article: '6②', rule: null, facts: { person: person.name, card: no } }))
  if (person.loginId !== null) objections.push({ code: 'release-account-open', article: '11(10)ア', rule: null, facts: { person: person.name, loginId: person.loginId } })
  for (const { no } of reading.list('carry-out').filter(({ state, out }) => state === 'out' && (out?.persons ?? []).includes(person.id))) objections.push({ code: 'release-carrying', article: '11(2)', rule: null, facts: { person: person.name, carryOut: no } })
  const media = mediaHeldBy(reading, person)
  if (media.length > 0) objections.push({ code: 'release-media-held', article: '11(5)', rule: null, facts: { person: person.name, media: media.slice(0, 5).join('、'), count: media.length } })
  return objections
}

const GONE: readonly string[] = ['返却済', '廃棄済']
const mediaHeldBy = (reading: Reading, person: Person): MediumNo[] => reading.list('medium').filter(({ keyHolder, state }) => sameWords(keyHolder, person.name) && !GONE.includes(state)).map(({ no }) => no)

function mustBeOnTheRoster(person: Person, act: Act): void {
  if (person.duty.state === '解除') throw refusal('state-does-not-allow', '5②', null, { is: '解除', act })
}

/** Nobody is judge in their own matter. */
function objectionsToOneself(world: World, reading: Reading, person: Person, act: Act): Objection[] {
  return objectionsToSamePerson(act, '5④', null, personNamed(reading, signedIn(world).personId), person)
}

function change(world: World, personId: string, decide: (person: Person, reading: Reading) => EntryBody[]): Promise<Person> {
  return record(world, (reading) => ({ entries: decide(personNamed(reading, personId), reading), answer: (after) => personNamed(after, personId) }))
}
