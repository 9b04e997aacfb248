import { expect, test } from 'vitest'
import { article } from '../article.ts'
import { DAY } from '../../core/time.ts'
import { morikawa, oba, parcel, PASSWORD, receiptedFiles, septemberPackage, staffedOffice } from '../cast.ts'
import { facts, on, SHIRAKABA } from '../subcontracting.ts'
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

  test('R-26 a third party gets what the city consented to, by its number and from its day, and the record says how it went', async () => {
    const office = await staffedOffice()
    const { desk, contract, oba, world } = office
    const { items } = await receiptedFiles(office)
    const order = { contractId: contract.id, organisation: '架空大学　税務研究室', recipient: '研 究子', address: '架空県', purpose: '統計の作成', information: '宛名データの集計', itemIds: items.map(({ id }) => id), count: 12 }
    const { id, no } = await desk.provisions.apply(order)
    expect(no).toBe('TP-R8-017-001')
    const provide = { provisionId: id, on: on('2026-12-07'), means: '手渡し', sentBy: null }
    expect(await rulesAgainst(desk.provisions.provide(provide))).toEqual(['R-26'])
    expect(await rulesAgainst(desk.provisions.consent({ provisionId: id, on: on('2026-12-07'), exception: null }))).toEqual(['R-26'])
    const exception = { cityRef: 'R8税承0070', reason: '甲の依頼による', second: { loginId: 'mizuno', password: PASSWORD } }
    expect(await codesAgainst(desk.provisions.consent({ provisionId: id, on: on('2026-12-07'), exception }))).toEqual(['same-person'])
    const second = { ...exception, second: { loginId: 'oba', password: PASSWORD } }
    expect(await codesAgainst(desk.provisions.consent({ provisionId: id, on: on('2026-12-08'), exception: second }))).toEqual(['time-in-future'])
    world.pass(DAY)
    await desk.provisions.consent({ provisionId: id, on: on('2026-12-08'), exception: second })
    expect(await codesAgainst(desk.provisions.provide(provide))).toEqual(['before-its-time'])
    expect(await desk.provisions.provide({ ...provide, on: on('2026-12-08') })).toMatchObject({ state: 'provided', consent: { exception: { cityRef: 'R8税承0070', secondPerson: oba.id } } })
    expect(await desk.exceptions.list({ contractId: contract.id })).toMatchObject([{ rule: 'R-26', kind: 'provision', subject: 'TP-R8-017-001 架空大学　税務研究室' }])
  })

  test('R-26 the city and its approved subcontractor are no third parties, and one that waits for its approval gets nothing (R-02)', async () => {
    const office = await staffedOffice()
    const { desk, contract } = office
    const order = { contractId: contract.id, organisation: '青葉野市', recipient: '', address: '', purpose: '統計', information: '集計', itemIds: [], count: 1 }
    expect(await codesAgainst(desk.provisions.apply(order))).toEqual(['not-a-third-party'])
    const { id } = await desk.subcontracts.draft({ contractId: contract.id, parentId: null, ...facts })
    expect(await codesAgainst(desk.provisions.apply({ ...order, organisation: SHIRAKABA }))).toEqual(['company-not-approved'])
    await desk.subcontracts.apply({ subcontractId: id, on: on('2026-12-07') })
    await desk.subcontracts.decide({ subcontractId: id, outcome: '承認', cityRef: 'R8税承0056', on: on('2026-12-07'), conditions: [] })
    expect(await codesAgainst(desk.provisions.apply({ ...order, organisation: SHIRAKABA }))).toEqual(['not-a-third-party'])
  })

  test('R-26 what went to a third party stays open until its record names the parcel', async () => {
    const office = await staffedOffice()
    const { desk, contract, world } = office
    const sealed = await septemberPackage(office)
    const third = { ...morikawa, organisation: '架空大学', name: '研 究子', email: 'ken@univ.example' }
    await desk.people.giveAccount({ personId: (await desk.people.register({ ...oba, name: '副 責任', roles: ['supervisor'] })).id, loginId: 'fuku', password: PASSWORD })
    await desk.contracts.addRecipient({ contractId: contract.id, recipient: third, exception: { cityRef: 'R8税承0070', reason: '甲の依頼', second: { loginId: 'fuku', password: PASSWORD } } })
    const mail = await desk.mails.draft({ contractId: contract.id, to: ['ken@univ.example'], subject: '集計', note: '', package: sealed.id, into: '/out', exception: null })
    await desk.mails.confirmRecipients({ mailId: mail.id, checker: { loginId: 'oba', password: PASSWORD } })
    const open = async () => (await desk.home.today()).cards.filter(({ code }) => code === 'provision-unrecorded').length
    expect(await open()).toBe(0)
    await desk.mails.sent({ mailId: mail.id, at: world.now() })
    expect(await open()).toBe(1)

    const provision = (organisation: string) => desk.provisions.apply({ contractId: contract.id, organisation, recipient: '', address: '', purpose: '統計', information: '集計', itemIds: [], count: 12 })
    const consented = async (organisation: string) => {
      const { id } = await provision(organisation)
      await desk.provisions.consent({ provisionId: id, on: on('2026-12-07'), exception: { cityRef: 'R8税承0070', reason: '甲の依頼', second: { loginId: 'oba', password: PASSWORD } } })
      return id
    }
    const how = { on: on('2026-12-07'), means: '電子メール', sentBy: mail.id }
    expect(await codesAgainst(desk.provisions.provide({ provisionId: await consented('別の大学'), ...how }))).toEqual(['sent-to-another'])
    expect(await desk.provisions.provide({ provisionId: await consented('架空大学'), ...how })).toMatchObject({ provided: { sentBy: { no: mail.no } } })
    expect(await open()).toBe(0)
  })

  test('what is received says what it is for', async () => {
    const office = await staffedOffice()
    const { purpose } = (await office.desk.handovers.list({ contractId: office.contract.id }))[0] ?? { purpose: null }
    expect(purpose).toBeNull()
    await septemberPackage(office)
    expect((await office.desk.handovers.list({ contractId: office.contract.id }))[0]).toMatchObject({ purpose: '納税通知書データの受領' })
  })
})
