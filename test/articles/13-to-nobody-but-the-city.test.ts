import { expect, test } from 'vitest'
import { article } from '../article.ts'
import { morikawa, parcel, PASSWORD, septemberPackage, staffedOffice } from '../cast.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'

article('13', () => {
  test('R-26 a parcel to someone whom the contract does not name stays at home', async () => {
    const office = await staffedOffice()
    const order = { ...parcel(office, [await septemberPackage(office)]), recipientName: '名簿 買蔵' }
    expect(await refused(office.desk.mailings.draft(order))).toMatchObject([{ code: 'recipient-unknown', rule: 'R-26' }])
  })

  test('R-26 whoever is not the city is put on the list with its consent, a reason and a second person', async () => {
    const { desk, contract, oba } = await staffedOffice()
    const third = { ...morikawa, organisation: '有限会社しらかば封入', name: '白樺 封子' }
    expect(await rulesAgainst(desk.contracts.addRecipient({ contractId: contract.id, recipient: third, exception: null }))).toEqual(['R-26'])
    const exception = { cityRef: 'R8税承0056', reason: '封入の再委託', second: { loginId: 'mizuno', password: PASSWORD } }
    expect(await codesAgainst(desk.contracts.addRecipient({ contractId: contract.id, recipient: third, exception }))).toEqual(['same-person'])
    expect(await codesAgainst(desk.contracts.addRecipient({ contractId: contract.id, recipient: third, exception: { ...exception, second: { loginId: 'oba', password: PASSWORD } } }))).toEqual(['not-your-office'])
    expect(oba.roles).toEqual(['mediaAdmin'])
  })

  test('what is received says what it is for', async () => {
    const office = await staffedOffice()
    const { purpose } = (await office.desk.handovers.list({ contractId: office.contract.id }))[0] ?? { purpose: null }
    expect(purpose).toBeNull()
    await septemberPackage(office)
    expect((await office.desk.handovers.list({ contractId: office.contract.id }))[0]).toMatchObject({ purpose: '納税通知書データの受領' })
  })
})
