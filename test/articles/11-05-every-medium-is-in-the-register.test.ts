import { expect, test } from 'vitest'
import { article } from '../article.ts'
import { packingCheck, ATENA, designation, noSuchMedium, parcel, receiving, septemberPackage, staffedOffice } from '../cast.ts'
import { rulesAgainst } from '../refused.ts'

article('11(5)', () => {
  test('media are numbered, blank or not, and lie locked away', async () => {
    const { cityStick, ourStick } = await staffedOffice()
    expect([cityStick.no, ourStick.no]).toEqual(['MED-2026-0001', 'MED-2026-0002'])
    expect(ourStick).toMatchObject({ state: '保管', storagePlace: '施錠キャビネットC-2' })
  })

  test('R-17 one serial number is one medium', async () => {
    const { desk, ourStick } = await staffedOffice()
    const { state: _s, registeredAt: _r, ...again } = ourStick
    expect(await rulesAgainst(desk.media.register({ ...again, no: null }))).toEqual(['R-17'])
  })

  test('R-17 nothing is received from a private stick', async () => {
    const office = await staffedOffice()
    const handover = await office.desk.handovers.designate(designation(office))
    office.world.disk.set(ATENA, 'x')
    expect(await rulesAgainst(office.desk.handovers.receive({ ...receiving(handover, office, [ATENA]), medium: noSuchMedium }))).toEqual(['R-17'])
    expect((await office.desk.ledger.entries({ from: 0, count: 1000 })).entries.at(-1)).toMatchObject({ type: 'unregistered-medium-refused', data: { serial: noSuchMedium, where: '受領' } })
  })

  test('R-17 nothing is sent on a private stick, nor on one that is under way', async () => {
    const office = await staffedOffice()
    const sealed = await septemberPackage(office)
    expect(await rulesAgainst(office.desk.mailings.draft({ ...parcel(office, [sealed]), medium: noSuchMedium }))).toEqual(['R-17'])

    const mailing = await office.desk.mailings.draft(parcel(office, [sealed]))
    await office.desk.mailings.confirmShinten(packingCheck(mailing))
    await office.desk.mailings.dispatch({ mailingId: mailing.id, trackingNo: '387-00-12345-3', slip: null })
    expect(await rulesAgainst(office.desk.mailings.draft(parcel(office, [sealed])))).toEqual(['R-17'])
  })
})
