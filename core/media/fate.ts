import type * as z from 'zod'
import { lostOnTheWay } from '../carryouts/incident-facts.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import { sameSerial } from '../wipes/rules.ts'
import type { World } from '../world.ts'
import type { FoundAgain, Loss, Medium, MediumNo, ReportBroken, ReportLost, ReturnMedium } from './medium.ts'
import { knownOn, recordsOf } from './on-medium.ts'
import { mediumNamed } from './use.ts'

/**
 * 紛失 (Art. 11(5), 18①): a medium is not where it should be. It can be used for nothing any more, and what the ledger knows to have been
 * on it — items, count, packages, encryption — stands beside it, and in the draft of an incident for each contract whose information that is.
 */
export async function reportLost(world: World, { no, foundAt, place, circumstances }: z.output<typeof ReportLost>): Promise<Loss> {
  const { personId } = signedIn(world)
  const id = world.newId()
  return record(world, (reading) => {
    const medium = mediumNamed(reading, no)
    if (medium.state === '紛失' || medium.state === '返却済' || medium.state === '廃棄済') throw refusal('state-does-not-allow', '18①', null, { is: medium.state, act: 'report-lost' })
    if (foundAt > world.now()) throw refusal('time-in-future', '18①', null, { what: 'found-lost' })
    const loss = lossOf(reading, { no, id, foundAt, place, circumstances, by: personId, at: world.now() })
    return { entries: [{ type: 'medium-lost', data: { loss } }, ...lostOnTheWay(world, reading, loss)], answer: () => loss }
  })
}

/**
 * 発見 (Art. 11(5), 18①): a medium that was lost is here again, and it is that one. It is locked away and may be used;
 * the loss, and the incident that came of it, stay as they were written.
 */
export const findAgain = (world: World, { no, serial, ...said }: z.output<typeof FoundAgain>): Promise<Medium> => record(world, (reading) => {
  const medium = mediumNamed(reading, no)
  const loss = reading.list('loss').filter((one) => one.medium === no && one.found === null).sort((a, b) => b.at - a.at)[0]
  if (medium.state !== '紛失' || !loss) throw refusal('state-does-not-allow', '18①', null, { is: medium.state, act: 'find-again' })
  refuseIfAny([
    ...(sameSerial(serial, medium.serial) ? [] : [{ code: 'typed-serial-differs', article: '11(5)', rule: 'R-17', facts: { no } } as const]),
    ...(said.at > world.now() ? [{ code: 'time-in-future', article: '18①', rule: null, facts: { what: 'found-again' } } as const] : []),
    ...(said.at < loss.foundAt ? [{ code: 'before-its-time', article: '18①', rule: null, facts: { what: 'found-again', earlier: 'found-lost' } } as const] : []),
  ])
  return { entries: [{ type: 'medium-found', data: { lossId: loss.id, found: { ...said, by: signedIn(world).personId } } }], answer: (after) => mediumNamed(after, no) }
})

/** What is lost with a medium, for whoever writes it down. */
export const lossOf = (reading: Reading, { no, ...said }: Omit<Loss, 'medium' | 'serial' | 'found' | 'items' | 'records' | 'packages' | 'personalInfo' | 'myNumber'> & { no: MediumNo }): Loss =>
  ({ ...said, found: null, medium: no, serial: mediumNamed(reading, no).serial, ...contentOf(reading, no) })

/** 故障 (Art. 15④): what cannot be read or written any more can only be destroyed. */
export const reportBroken = (world: World, { no, note }: z.output<typeof ReportBroken>): Promise<Medium> => record(world, (reading) => {
  const medium = mediumNamed(reading, no)
  if (isAway(medium) || medium.state === '故障') throw refusal('state-does-not-allow', '11(5)', null, { is: medium.state, act: 'report-broken' })
  return { entries: [{ type: 'medium-broken', data: { no, note, at: world.now() } }], answer: (after) => mediumNamed(after, no) }
})

/** 返却 (Art. 15①): the city's medium goes back to the city, and someone there takes it. */
export const returnMedium = (world: World, { no, receivedBy, place }: z.output<typeof ReturnMedium>): Promise<Medium> => record(world, (reading) => {
  refuseIfAny(objectionsToReturning(mediumNamed(reading, no)))
  return { entries: [{ type: 'medium-returned', data: { no, receivedBy, place, at: world.now() } }], answer: (after) => mediumNamed(after, no) }
})

/** Art. 15①: only the city's own goes back to the city, and only from here. */
export function objectionsToReturning(medium: Medium | null): Objection[] {
  if (!medium) return []
  if (medium.owner !== '甲') return [{ code: 'medium-not-of-city', article: '15①', rule: null, facts: { no: medium.no } }]
  return isAway(medium) ? [{ code: 'state-does-not-allow', article: '11(5)', rule: null, facts: { is: medium.state, act: 'return-medium' } }] : []
}

export const listLosses = (world: World): Promise<Loss[]> => look(world, (reading) => reading.list('loss'))

const isAway = ({ state }: Medium): boolean => ['送付中', '持出中', '返却済', '廃棄済', '紛失'].includes(state)

function contentOf(reading: Reading, no: MediumNo): Pick<Loss, 'items' | 'records' | 'packages' | 'personalInfo' | 'myNumber'> {
  const { sealed, items } = knownOn(reading, no)
  return {
    items: items.length, records: recordsOf(items), packages: sealed.map((one) => one.no),
    personalInfo: items.some((item) => item.personalInfo), myNumber: items.some((item) => item.myNumber),
  }
}
