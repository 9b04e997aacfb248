import { expect, test } from 'vitest'
import { openDesk } from '../../core/desk.ts'
import { packingCheck, parcel, septemberPackage, staffedOffice } from '../cast.ts'
import { counting, everyCallFails } from './world-calls.ts'

/** From the counter to the post office, with every call of every step failing in its turn. All operations: slow-world-calls.test.ts. */
test('whichever call fails between the counter and the post office, nothing is swallowed, claimed too much or left in halves, and the same can be asked again', async () => {
  const counted = counting()
  const plain = await staffedOffice()
  const office = { ...plain, desk: everyCallFails(openDesk, plain.world, counted, 1) }

  const mailing = await office.desk.mailings.draft(parcel(office, [await septemberPackage(office)]))
  await office.desk.mailings.confirmShinten(packingCheck(mailing))
  await office.desk.mailings.dispatch({ mailingId: mailing.id, trackingNo: '387-00-12345-3', slip: null })
  await office.desk.home.today()

  expect([...counted.contradictions]).toEqual([])
  expect([...counted.operations.keys()]).toEqual(['handovers.designate', 'handovers.receive', 'receipts.issue', 'packages.seal', 'packages.writeToMedium', 'mailings.draft', 'mailings.confirmShinten', 'mailings.dispatch', 'home.today'])
  expect(counted.rounds.before).toBeGreaterThan(60)
  expect(counted.rounds.after).toBeGreaterThan(15)
})
