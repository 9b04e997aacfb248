import { expect, test } from 'vitest'
import { demarcation } from '../../cli/demo/workplace.ts'
import type { Day } from '../../core/time.ts'
import { article } from '../article.ts'
import { staffedOffice, taxContract } from '../cast.ts'
import { codesAgainst, refused } from '../refused.ts'

const today = '2026-12-07' as Day

article('3②', () => {
  test('a system-operation contract does not start before who answers for what is agreed', async () => {
    const { desk } = await staffedOffice()
    const { id: contractId } = await desk.contracts.open({ ...taxContract, contractNo: 'R8-情-001', shortNo: 'R8-J1', isSystemOpsContract: true })
    expect(await refused(desk.workplace.start({ contractId }))).toContainEqual({ code: 'demarcation-missing', article: '3②', rule: null, facts: { contractNo: 'R8-情-001' } })
    expect(await desk.workplace.agreeDemarcation({ contractId, rows: demarcation(today) })).toMatchObject({ demarcation: [{ item: '住民情報システムのサーバ', agreedOn: today }] })
    expect(await codesAgainst(desk.workplace.start({ contractId }))).not.toContain('demarcation-missing')
  })

  test('other contracts need none, and nothing is agreed tomorrow', async () => {
    const { desk, contract } = await staffedOffice()
    expect((await desk.workplace.readiness({ contractId: contract.id })).lines.map(({ step }) => step)).not.toContain('demarcation')
    expect(await codesAgainst(desk.workplace.agreeDemarcation({ contractId: contract.id, rows: demarcation('2026-12-08' as Day) }))).toEqual(['time-in-future'])
  })
})
