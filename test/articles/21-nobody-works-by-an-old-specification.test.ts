import { expect, test } from 'vitest'
import type { AgreeSpecification } from '../../core/contracts/specification.ts'
import { DAY, type Day } from '../../core/time.ts'
import { article } from '../article.ts'
import { oba, PASSWORD, staffedOffice } from '../cast.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'

const day = (iso: string) => iso as Day
const minami = { loginId: 'minami', password: PASSWORD }

/** With a second administrator, and the file of v1.1 on the desk. */
async function withNewEdition() {
  const office = await staffedOffice()
  const { desk, world, contract } = office
  await desk.people.giveAccount({ personId: (await desk.people.register({ ...oba, name: '南 環', roles: ['administrator'] })).id, ...minami })
  world.disk.set('/in/v1.1.txt', '情報セキュリティ特記仕様書 v1.1')
  const order: AgreeSpecification = { contractId: contract.id, title: '情報セキュリティ特記仕様書', version: 'v1.1', path: '/in/v1.1.txt', agreedOn: day('2026-12-07'), effectiveOn: day('2026-12-08'), changes: '第11条に追記', cityRef: 'R8税承0099', approver: minami }
  return { ...office, order }
}
const look = ({ desk }: Awaited<ReturnType<typeof withNewEdition>>) => desk.handovers.look({ paths: ['/in/v1.1.txt'] })

article('21', () => {
  test('R-39 from its day on nobody handles anything who has not read the new edition; reading it opens the desk again', async () => {
    const office = await withNewEdition()
    const { desk, world, order, contract } = office
    await desk.contracts.agreeSpecification(order)
    expect(await look(office)).toMatchObject({ files: [{ name: 'v1.1.txt' }] })

    world.pass(DAY)
    expect(await refused(look(office))).toMatchObject([{ code: 'specification-not-read', article: '21', rule: 'R-39', facts: { version: 'v1.1' } }])
    expect((await desk.home.today()).cards).toContainEqual(expect.objectContaining({ code: 'specification-to-read', facts: { version: 'v1.1' } }))
    await desk.contracts.acknowledgeSpecification({ contractId: contract.id, version: 'v1.1' })
    expect(await look(office)).toMatchObject({ files: [{ name: 'v1.1.txt' }] })
    world.signInAs('yoshida')
    expect(await rulesAgainst(look(office))).toEqual(['R-39'])
  })

  test('R-39 an edition to come may be read beforehand', async () => {
    const office = await withNewEdition()
    await office.desk.contracts.agreeSpecification(office.order)
    await office.desk.contracts.acknowledgeSpecification({ contractId: office.contract.id, version: 'v1.1' })
    office.world.pass(DAY)
    expect(await look(office)).toMatchObject({ files: [{ name: 'v1.1.txt' }] })
  })

  test('without both approvals nothing changes, and both are said to be missing', async () => {
    const { desk, order, contract, world } = await withNewEdition()
    const blobs = world.blobs.size
    expect(await codesAgainst(desk.contracts.agreeSpecification({ ...order, cityRef: '', approver: null }))).toEqual(['specification-needs-city', 'specification-needs-contractor'])
    expect(await codesAgainst(desk.contracts.agreeSpecification({ ...order, approver: { loginId: 'mizuno', password: PASSWORD } }))).toEqual(['same-person'])
    expect(await codesAgainst(desk.contracts.agreeSpecification({ ...order, approver: { loginId: 'yoshida', password: PASSWORD } }))).toEqual(['not-your-office'])
    expect(await codesAgainst(desk.contracts.agreeSpecification({ ...order, approver: { ...minami, password: 'guess' } }))).toEqual(['wrong-password'])
    expect(await codesAgainst(desk.contracts.agreeSpecification({ ...order, effectiveOn: day('2026-12-06') }))).toEqual(['before-its-time'])
    expect(await codesAgainst(desk.contracts.agreeSpecification({ ...order, version: 'Ｖ1.0'.toLowerCase() }))).toEqual(['specification-exists'])
    expect(await codesAgainst(desk.contracts.agreeSpecification({ ...order, path: '/in/none.txt' }))).toEqual(['file-unreadable'])
    expect((await desk.contracts.specifications({ contractId: contract.id })).versions).toHaveLength(1)
    expect(world.blobs.size).toBe(blobs)
  })

  test('both approvals stand in the record, the file in the vault, and it can be read', async () => {
    const { desk, order, contract, mizuno } = await withNewEdition()
    const agreed = await desk.contracts.agreeSpecification(order)
    expect(agreed).toMatchObject({ cityRef: 'R8税承0099', recordedBy: mizuno.id, fileName: 'v1.1.txt', changes: '第11条に追記' })
    expect([agreed.approvedBy === null, agreed.approvedBy === mizuno.id]).toEqual([false, false])
    expect(new TextDecoder().decode((await desk.contracts.readSpecification({ contractId: contract.id, version: 'v1.1' })).bytes)).toContain('v1.1')
    expect(await codesAgainst(desk.contracts.readSpecification({ contractId: contract.id, version: 'v1.0' }))).toEqual(['nothing-found'])
  })

  test('everybody reads for themself, once', async () => {
    const { desk, world, contract, oba: he } = await withNewEdition()
    const before = (await desk.ledger.entries({ from: 0, count: 1 })).size
    await desk.contracts.acknowledgeSpecification({ contractId: contract.id, version: 'v1.0' })
    expect((await desk.ledger.entries({ from: 0, count: 1 })).size).toBe(before)
    expect(await codesAgainst(desk.contracts.acknowledgeSpecification({ contractId: contract.id, version: 'v9' }))).toEqual(['nothing-found'])
    world.signInAs('oba')
    expect((await desk.contracts.specifications({ contractId: contract.id })).acknowledgements.filter(({ personId }) => personId === he.id)).toHaveLength(1)
  })
})

article('1', () => {
  test('the file of the edition that a contract was opened with comes into the vault if it is that file', async () => {
    const { desk, world } = await staffedOffice()
    world.disk.set('/in/tokki.txt', '特記仕様書 v1.0')
    world.disk.set('/in/other.txt', '別のもの')
    const { sha256 } = await desk.contracts.hashFile({ path: '/in/tokki.txt' })
    const open = { ...(await desk.contracts.list())[0]! }
    const { id } = await desk.contracts.open({ contractNo: 'R8-福-003', title: open.title, shortNo: 'R8-003', city: open.city, periodFrom: open.periodFrom, periodTo: open.periodTo, importanceClass: open.importanceClass, isSystemOpsContract: false, specification: { ...open.specification, sha256 }, certifications: [], retentionYears: 5 })
    expect(await codesAgainst(desk.contracts.keepSpecification({ contractId: id, version: 'v1.0', path: '/in/other.txt' }))).toEqual(['not-that-specification'])
    expect(await desk.contracts.keepSpecification({ contractId: id, version: 'v1.0', path: '/in/tokki.txt' })).toMatchObject({ file: { sha256 } })
    expect(await codesAgainst(desk.contracts.keepSpecification({ contractId: id, version: 'v1.0', path: '/in/tokki.txt' }))).toEqual(['nothing-changed'])
  })
})
