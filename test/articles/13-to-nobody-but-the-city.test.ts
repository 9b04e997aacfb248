import { expect, test } from 'vitest'
import { article } from '../article.ts'
import { parcel, septemberPackage, staffedOffice } from '../cast.ts'
import { refused } from '../refused.ts'

article('13', () => {
  test('R-26 a parcel to someone whom the contract does not name stays at home', async () => {
    const office = await staffedOffice()
    const order = { ...parcel(office, [await septemberPackage(office)]), recipientName: '名簿 買蔵' }
    expect(await refused(office.desk.mailings.draft(order))).toMatchObject([{ code: 'recipient-unknown', rule: 'R-26' }])
  })

  test('what is received says what it is for', async () => {
    const office = await staffedOffice()
    const { purpose } = (await office.desk.handovers.list({ contractId: office.contract.id }))[0] ?? { purpose: null }
    expect(purpose).toBeNull()
    await septemberPackage(office)
    expect((await office.desk.handovers.list({ contractId: office.contract.id }))[0]).toMatchObject({ purpose: '納税通知書データの受領' })
  })
})
