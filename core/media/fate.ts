import type * as z from 'zod'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import type { Loss, Medium, MediumNo, ReportBroken, ReportLost, ReturnMedium } from './medium.ts'
import { mediumNamed } from './use.ts'

/**
 * 紛失 (Art. 11(5), 18①): a medium is not where it should be. It can be used for nothing any more, and what the ledger knows to have been
 * on it — items, count, packages, encryption — stands beside it for the report that the city has to have at once.
 */
export async function reportLost(world: World, { no, foundAt, place, circumstances }: z.output<typeof ReportLost>): Promise<Loss> {
  const { personId } = signedIn(world)
  const id = world.newId()
  return record(world, (reading) => {
    const medium = mediumNamed(reading, no)
    if (medium.state === '紛失' || medium.state === '返却済' || medium.state === '廃棄済') throw refusal('state-does-not-allow', '18①', null, { is: medium.state, act: 'report-lost' })
    if (foundAt > world.now()) throw refusal('time-in-future', '18①', null, { what: 'found-lost' })
    const loss: Loss = { id, medium: no, serial: medium.serial, foundAt, place, circumstances, by: personId, at: world.now(), ...contentOf(reading, no) }
    return { entries: [{ type: 'medium-lost', data: { loss } }], answer: () => loss }
  })
}

/** 故障 (Art. 15④): what cannot be read or written any more can only be destroyed. */
export const reportBroken = (world: World, { no, note }: z.output<typeof ReportBroken>): Promise<Medium> => record(world, (reading) => {
  inOffice(mediumNamed(reading, no), 'report-broken')
  return { entries: [{ type: 'medium-broken', data: { no, note, at: world.now() } }], answer: (after) => mediumNamed(after, no) }
})

/** 返却 (Art. 15①): the city's medium goes back to the city, and someone there takes it. */
export const returnMedium = (world: World, { no, receivedBy, place }: z.output<typeof ReturnMedium>): Promise<Medium> => record(world, (reading) => {
  const medium = mediumNamed(reading, no)
  if (medium.owner !== '甲') throw refusal('medium-not-of-city', '15①', null, { no })
  inOffice(medium, 'return-medium')
  return { entries: [{ type: 'medium-returned', data: { no, receivedBy, place, at: world.now() } }], answer: (after) => mediumNamed(after, no) }
})

export const listLosses = (world: World): Promise<Loss[]> => look(world, (reading) => reading.list('loss'))

function inOffice({ state }: Medium, act: 'report-broken' | 'return-medium'): void {
  if (['送付中', '持出中', '返却済', '廃棄済', '紛失', ...(act === 'report-broken' ? ['故障'] : [])].includes(state)) throw refusal('state-does-not-allow', '11(5)', null, { is: state, act })
}

/** What came on it and what was sent on it: an upper bound, said as such, because what was erased in between is known only to its certificate. */
function contentOf(reading: Reading, no: MediumNo): Pick<Loss, 'items' | 'records' | 'packages' | 'personalInfo' | 'myNumber'> {
  const items = reading.list('handover').filter(({ medium }) => medium === no).flatMap(({ id }) => reading.list('item', id))
  const packages = reading.list('mailing').filter(({ medium }) => medium === no).flatMap((mailing) => mailing.packages.map((id) => reading.get('package', id)?.no ?? id))
  const counts = items.map(({ count }) => count)
  return {
    items: items.length, records: counts.every((count) => count !== null) ? counts.reduce((sum, count) => sum + count, 0) : null, packages: [...new Set(packages)],
    personalInfo: items.some((item) => item.personalInfo), myNumber: items.some((item) => item.myNumber),
  }
}
