import { expect, test } from 'vitest'
import { startWork } from '../../cli/demo/workplace.ts'
import { contract } from '../../core/contract.ts'
import type { Certification } from '../../core/contracts/contract-of-work.ts'
import type { Day } from '../../core/time.ts'
import { article } from '../article.ts'
import { ATENA, designation, receiving, staffedOffice, taxContract, type StaffedOffice } from '../cast.ts'
import { codesAgainst, rulesAgainst } from '../refused.ts'

const isms = (validTo: string): Certification => ({ type: 'ISMS', number: 'JP-1', issuer: '架空認証機構', validFrom: '2025-01-01' as Day, validTo: validTo as Day })

async function receiveCritical(office: StaffedOffice, { isSystemOpsContract, certifications }: { isSystemOpsContract: boolean; certifications: Certification[] }) {
  const contract = await office.desk.contracts.open({ ...taxContract, contractNo: 'R8-運-001', shortNo: 'R8-U1', isSystemOpsContract, certifications })
  await startWork(office.desk, contract, '2026-12-07' as Day)
  const handover = await office.desk.handovers.designate(designation({ contract }))
  office.world.disk.set(ATENA, 'x')
  const order = receiving(handover, office, [ATENA])
  return office.desk.handovers.receive({ ...order, wordsForAll: { ...order.wordsForAll, importanceClass: '最重要情報' } })
}

article('4', () => {
  test('R-03 without a certification, a system-operation contract receives no critical information', async () => {
    expect(await rulesAgainst(receiveCritical(await staffedOffice(), { isSystemOpsContract: true, certifications: [] }))).toEqual(['R-03'])
  })

  test('R-03 a certification that ran out yesterday is none', async () => {
    expect(await rulesAgainst(receiveCritical(await staffedOffice(), { isSystemOpsContract: true, certifications: [isms('2026-12-06')] }))).toEqual(['R-03'])
  })

  test('with a certification valid to this very day it is received', async () => {
    expect(await receiveCritical(await staffedOffice(), { isSystemOpsContract: true, certifications: [isms('2026-12-07')] })).toMatchObject({ outcome: 'received' })
  })

  test('other contracts need none', async () => {
    expect(await receiveCritical(await staffedOffice(), { isSystemOpsContract: false, certifications: [] })).toMatchObject({ outcome: 'received' })
  })

  test('the copy of a certificate lies with it, and the notice says what is covered and which copy belongs to it (F-02)', async () => {
    const { desk, world } = await staffedOffice()
    const { id: contractId } = await desk.contracts.open({ ...taxContract, contractNo: 'R8-運-001', shortNo: 'R8-U1', certifications: [{ ...isms('2027-12-07'), scope: '本社の印刷・封入業務' }] })
    world.disk.set('/in/isms.pdf', '%PDF-1.7 登録証').set('/in/isms.txt', '登録証')
    const of = { contractId, number: 'JP-1', validTo: '2027-12-07' as Day }
    expect(await codesAgainst(desk.contracts.keepCertificate({ ...of, path: '/in/isms.txt' }))).toEqual(['not-a-scan'])
    expect(await codesAgainst(desk.contracts.showCertificate(of))).toEqual(['nothing-found'])

    const { certifications: [held] } = await desk.contracts.keepCertificate({ ...of, path: '/in/isms.pdf' })
    expect(await desk.contracts.showCertificate(of)).toMatchObject({ name: 'isms.pdf', sha256: held?.copy?.sha256 })
    const { missing, record } = await desk.forms.preview({ contractId, form: 'F-02', subjectId: null })
    expect(missing).toEqual([])
    for (const said of ['本社の印刷・封入業務', 'isms.pdf', held?.copy?.sha256]) expect(JSON.stringify(record)).toContain(said)
  })

  test('no order can bring a copy that the vault does not have', async () => {
    const copy = { blob: 'another', name: 'x.pdf', size: 1, sha256: 'a'.repeat(64) }
    const { desk } = await staffedOffice()
    const parsed = contract.contracts.open.input.parse({ ...taxContract, contractNo: 'R8-運-001', shortNo: 'R8-U1', certifications: [{ ...isms('2027-12-07'), copy }] })
    expect((await desk.contracts.open(parsed)).certifications[0]).not.toHaveProperty('copy')
  })
})
