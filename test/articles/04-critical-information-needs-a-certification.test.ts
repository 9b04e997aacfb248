import { expect, test } from 'vitest'
import { startWork } from '../../cli/demo/workplace.ts'
import type { Certification } from '../../core/contracts/contract-of-work.ts'
import type { Day } from '../../core/time.ts'
import { article } from '../article.ts'
import { ATENA, designation, receiving, staffedOffice, taxContract, type StaffedOffice } from '../cast.ts'
import { rulesAgainst } from '../refused.ts'

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
})
