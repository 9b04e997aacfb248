import { describe, expect, test } from 'vitest'
import type { Subcontract } from '../../core/subcontracts/subcontract.ts'
import { sayInJapanese } from '../../core/words/ja.ts'
import { DAY } from '../../core/time.ts'
import { article } from '../article.ts'
import { morikawa, packingCheck, parcel, PASSWORD, readsTheSpecification, receiptedFiles, septemberPackage, staffedOffice, taxContract } from '../cast.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'
import { approvedShirakaba, facts, hireFromShirakaba, on, SHIRAKABA } from '../subcontracting.ts'
import { startWork } from '../../cli/demo/workplace.ts'

const atShirakaba = { ...morikawa, organisation: SHIRAKABA, name: '白樺 封子', email: 'fuko@shirakaba.example' }

article('9②', () => {
  test('R-02 a person of another company handles nothing, educated and pledged or not', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    await hireFromShirakaba(office)
    world.signInAs('shirakaba')
    expect(await refused(desk.handovers.look({ paths: ['/in/a.csv'] }))).toMatchObject([{ rule: 'R-02', facts: { company: '有限会社しらかば封入' } }])
  })

  test('an application names each of the six facts, or is not made', async () => {
    const { desk, contract } = await staffedOffice()
    const { id } = await desk.subcontracts.draft({ contractId: contract.id, parentId: null, ...facts, supervision: '', reason: '　' })
    const [objection] = await refused(desk.subcontracts.apply({ subcontractId: id, on: on('2026-12-07') }))
    expect(objection).toMatchObject({ code: 'subcontract-facts-missing', facts: { missing: 'reason,supervision' } })
    expect(sayInJapanese(objection!)).toContain('再委託をする理由・管理及び監督の方法')

    await desk.subcontracts.revise({ subcontractId: id, ...facts })
    expect(await desk.subcontracts.apply({ subcontractId: id, on: on('2026-12-07') })).toMatchObject({ state: 'applied', no: 'SC-R8-017-001' })
  })

  test('R-02 from the day of the approval its people handle what is theirs, and not a day before', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    await hireFromShirakaba(office)
    const drafted = await desk.subcontracts.draft({ contractId: office.contract.id, parentId: null, ...facts })
    await desk.subcontracts.apply({ subcontractId: drafted.id, on: on('2026-12-07') })
    world.signInAs('shirakaba')
    expect(await rulesAgainst(desk.handovers.look({ paths: ['/in/a.csv'] }))).toEqual(['R-02'])

    world.signInAs('mizuno')
    await desk.subcontracts.decide({ subcontractId: drafted.id, outcome: '承認', cityRef: 'R8税承0056', on: on('2026-12-07'), conditions: [] })
    world.signInAs('shirakaba')
    expect(await desk.handovers.look({ paths: ['/in/a.csv'] })).toMatchObject({ files: [] })
  })

  test('R-02 approved for one contract is not approved for another', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    const second = await desk.contracts.open({ ...taxContract, contractNo: 'R8-福-003', shortNo: 'R8-003' })
    await startWork(desk, second, on('2026-12-07'))
    await readsTheSpecification({ desk, world }, 'mizuno')
    await approvedShirakaba(office, { outcome: '承認', conditions: [] })
    await hireFromShirakaba(office)
    world.signInAs('shirakaba')
    const seal = (contractId: typeof second.id) => codesAgainst(desk.packages.seal({ contractId, itemIds: [], paths: [], into: '/out', namesHidden: true, level: 0 }))
    expect(await seal(office.contract.id)).toEqual(['no-files'])
    expect(await seal(second.id)).toEqual(['person-of-company-not-approved'])
  })

  test('R-02 nor does a second person sign where their company is approved for another contract alone', async () => {
    const office = await staffedOffice()
    const { desk } = office
    const sealed = await septemberPackage(office)
    const mailing = await desk.mailings.draft(parcel(office, [sealed]))
    const second = await desk.contracts.open({ ...taxContract, contractNo: 'R8-福-003', shortNo: 'R8-003' })
    await approvedShirakaba({ ...office, contract: second }, { outcome: '承認', conditions: [] })
    await hireFromShirakaba(office)
    const check = { ...packingCheck(mailing), checker: { loginId: 'shirakaba', password: PASSWORD } }
    expect(await refused(desk.mailings.confirmShinten(check))).toMatchObject([{ code: 'person-of-company-not-approved', rule: 'R-02', facts: { company: SHIRAKABA } }])

    const here = await desk.subcontracts.draft({ contractId: office.contract.id, parentId: null, ...facts })
    await desk.subcontracts.apply({ subcontractId: here.id, on: on('2026-12-14') })
    await desk.subcontracts.decide({ subcontractId: here.id, outcome: '承認', cityRef: 'R8税承0057', on: on('2026-12-14'), conditions: [] })
    expect(await desk.mailings.confirmShinten(check)).toMatchObject({ state: 'checked' })
  })

  describe('R-02 whoever is not approved yet is sent nothing', () => {
    test('neither put on the list, exception or not, before the answer; and without any exception after it', async () => {
      const office = await staffedOffice()
      const { desk, contract, world } = office
      const { id } = await desk.subcontracts.draft({ contractId: contract.id, parentId: null, ...facts })
      await desk.subcontracts.apply({ subcontractId: id, on: on('2026-12-07') })
      const exception = { cityRef: 'R8税承0056', reason: '封入', second: { loginId: 'oba', password: PASSWORD } }
      expect(await codesAgainst(desk.contracts.addRecipient({ contractId: contract.id, recipient: atShirakaba, exception: null }))).toEqual(['company-not-approved'])
      expect(await rulesAgainst(desk.contracts.addRecipient({ contractId: contract.id, recipient: { ...atShirakaba, organisation: '有限会社　しらかば封入' }, exception }))).toEqual(['R-02'])

      world.pass(7 * DAY)
      await desk.subcontracts.decide({ subcontractId: id, outcome: '承認', cityRef: 'R8税承0056', on: on('2026-12-14'), conditions: [] })
      expect((await desk.contracts.addRecipient({ contractId: contract.id, recipient: atShirakaba, exception: null })).recipients.at(-1)).toMatchObject({ organisation: SHIRAKABA, exception: null })
    })

    test('a parcel or a mail is refused again once the approval has ended', async () => {
      const office = await staffedOffice()
      const { desk, contract } = office
      const sealed = await septemberPackage(office)
      const { id } = await approvedShirakaba(office)
      await desk.contracts.addRecipient({ contractId: contract.id, recipient: atShirakaba, exception: null })
      await desk.subcontracts.end({ subcontractId: id, on: on('2026-12-14'), erasedOn: on('2026-12-14'), erasedHow: '裁断', confirmedBy: '白樺 封蔵', evidence: '' })
      expect(await codesAgainst(desk.mailings.draft({ ...parcel(office, [sealed]), recipientName: '白樺 封子' }))).toContain('third-party-without-consent')
      expect(await codesAgainst(desk.mails.draft({ contractId: contract.id, to: ['fuko@shirakaba.example'], subject: '校正', note: '', package: sealed.id, into: '/out', exception: null }))).toContain('third-party-without-consent')
    })
  })

  test('an approval has its conditions, its number and its day in order; a refusal allows nothing', async () => {
    const office = await staffedOffice()
    const { desk, contract } = office
    const { id } = await desk.subcontracts.draft({ contractId: contract.id, parentId: null, ...facts })
    await desk.subcontracts.apply({ subcontractId: id, on: on('2026-12-07') })
    const decide = (outcome: '承認' | '条件付承認' | '不承認', conditions: { kind: '持出禁止' | 'その他'; text: string }[], day = '2026-12-07') => desk.subcontracts.decide({ subcontractId: id, outcome, cityRef: 'R8税承0056', on: on(day), conditions })
    expect(await codesAgainst(decide('条件付承認', []))).toEqual(['conditions-missing'])
    expect(await codesAgainst(decide('条件付承認', [{ kind: 'その他', text: '' }]))).toEqual(['conditions-missing'])
    expect(await codesAgainst(decide('承認', [{ kind: '持出禁止', text: '' }]))).toEqual(['conditions-missing'])
    expect(await codesAgainst(decide('承認', [], '2026-12-06'))).toEqual(['before-its-time'])
    expect(await codesAgainst(decide('承認', [], '2026-12-08'))).toEqual(['time-in-future'])
    expect(await decide('不承認', [])).toMatchObject({ state: 'refused' })
    await hireFromShirakaba(office)
    office.world.signInAs('shirakaba')
    expect(await rulesAgainst(desk.handovers.look({ paths: ['/in/a.csv'] }))).toEqual(['R-02'])
  })

  test('再々委託 is an application of its own, under an approval that does not forbid it, and falls with it', async () => {
    const office = await staffedOffice()
    const { desk, contract, world } = office
    const parent = await approvedShirakaba(office, { outcome: '承認', conditions: [] })
    const below = await desk.subcontracts.draft({ contractId: contract.id, parentId: parent.id, ...facts, company: '合同会社こぶし運送' })
    await desk.subcontracts.apply({ subcontractId: below.id, on: on('2026-12-14') })
    const kobushi = { ...atShirakaba, organisation: '合同会社こぶし運送', name: '辛夷 運' }
    expect(await rulesAgainst(desk.contracts.addRecipient({ contractId: contract.id, recipient: kobushi, exception: null }))).toEqual(['R-02'])
    await desk.subcontracts.decide({ subcontractId: below.id, outcome: '承認', cityRef: 'R8税承0057', on: on('2026-12-14'), conditions: [] })
    expect((await desk.contracts.addRecipient({ contractId: contract.id, recipient: kobushi, exception: null })).recipients).toHaveLength(2)

    const ending = { on: on('2026-12-14'), erasedOn: on('2026-12-14'), erasedHow: '裁断', confirmedBy: '白樺 封蔵', evidence: '' }
    expect(await codesAgainst(desk.subcontracts.end({ subcontractId: parent.id, ...ending }))).toEqual(['subcontract-below-open'])
    await desk.subcontracts.end({ subcontractId: below.id, ...ending })
    expect(await desk.subcontracts.end({ subcontractId: parent.id, ...ending })).toMatchObject({ state: 'ended' })
    expect(world.now()).toBeGreaterThan(parent.draftedAt)
  })

  test('an approval that forbids it has no 再々委託 below it', async () => {
    const office = await staffedOffice()
    const parent = await approvedShirakaba(office, { outcome: '条件付承認', conditions: [{ kind: '再々委託禁止', text: '' }] })
    expect(await codesAgainst(office.desk.subcontracts.draft({ contractId: office.contract.id, parentId: parent.id, ...facts, company: '合同会社こぶし運送' }))).toEqual(['further-subcontract-forbidden'])
  })
})

article('9④', () => {
  test('a week after the approval the missing copy of the contract is asked for; once there it is kept by its hash', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    const { id } = await approvedShirakaba(office)
    const late = async () => (await desk.home.today()).cards.some(({ code }) => code === 'sub-agreement-missing')
    world.pass(6 * DAY)
    expect(await late()).toBe(false)
    world.pass(DAY)
    expect(await late()).toBe(true)

    world.disk.set('/in/再委託契約書.pdf', '…')
    expect(await desk.subcontracts.agree({ subcontractId: id, file: '/in/再委託契約書.pdf', signedOn: on('2026-12-21'), clauses: ['第5条 秘密保持', '第9条 監督の手続'] })).toMatchObject({ state: 'contracted', agreement: { fileName: '再委託契約書.pdf', clauses: ['第5条 秘密保持', '第9条 監督の手続'] } })
    expect(await late()).toBe(false)
  })
})

article('9⑤', () => {
  const inspection = (subcontractId: Subcontract['id']) => ({ subcontractId, on: on('2026-12-14'), method: '立入' as const, inspector: '水野 灯里', items: [{ item: '施錠保管', result: '要是正' as const, remark: '鍵が掛かっていない' }], corrective: '当日施錠', nextOn: on('2027-01-14') })

  test('the subcontractor is looked at by an interval; what is wrong is put right, and the desk says when it is due again', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    const { id } = await approvedShirakaba(office)
    expect(await codesAgainst(desk.subcontracts.inspect({ ...inspection(id), corrective: '' }))).toEqual(['corrective-missing'])
    expect(await codesAgainst(desk.subcontracts.inspect({ ...inspection(id), nextOn: on('2026-12-14') }))).toEqual(['before-its-time'])
    expect(await desk.subcontracts.inspect(inspection(id))).toMatchObject({ inspections: [{ no: 1, items: [{ result: '要是正' }] }] })
    const due = async () => (await desk.home.today()).cards.filter(({ code }) => code.startsWith('inspection-')).map(({ code }) => code)
    expect(await due()).toEqual([])
    world.pass(31 * DAY)
    expect(await due()).toEqual(['inspection-due'])
    world.pass(DAY)
    expect(await due()).toEqual(['inspection-late'])
  })
})

article('9③', () => {
  test('it ends when the subcontractor\'s erasure is confirmed, and not before', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    const { id } = await approvedShirakaba(office)
    const ending = { subcontractId: id, on: on('2026-12-14'), erasedOn: null, erasedHow: '', confirmedBy: '', evidence: '' }
    expect(await codesAgainst(desk.subcontracts.end(ending))).toEqual(['sub-erasure-unconfirmed'])
    await desk.subcontracts.end({ ...ending, erasedOn: on('2026-12-14'), erasedHow: '裁断', confirmedBy: '白樺 封蔵' })
    await hireFromShirakaba(office)
    world.signInAs('shirakaba')
    expect(await rulesAgainst(desk.handovers.look({ paths: ['/in/a.csv'] }))).toEqual(['R-02'])
  })

  test('nothing is done for a company twice at a time', async () => {
    const office = await staffedOffice()
    await approvedShirakaba(office)
    expect(await codesAgainst(office.desk.subcontracts.draft({ contractId: office.contract.id, parentId: null, ...facts, company: ' 有限会社 しらかば封入' }))).toEqual(['subcontract-exists'])
    await receiptedFiles(office)
  })
})
