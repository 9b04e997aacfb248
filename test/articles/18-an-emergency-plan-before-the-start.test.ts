import { expect, test } from 'vitest'
import { emergencyPlan } from '../../cli/demo/workplace.ts'
import type { Day } from '../../core/time.ts'
import { article } from '../article.ts'
import { staffedOffice, taxContract } from '../cast.ts'
import { refused } from '../refused.ts'

article('18②', () => {
  test('work does not start without an emergency plan', async () => {
    const { desk } = await staffedOffice()
    const { id: contractId } = await desk.contracts.open({ ...taxContract, contractNo: 'R8-税-018', shortNo: 'R8-018' })
    expect((await refused(desk.workplace.start({ contractId }))).map(({ article: no }) => no)).toContain('18②')
    const plan = await desk.workplace.registerEmergencyPlan(emergencyPlan(contractId, '2026-12-07' as Day))
    expect(await desk.workplace.emergencyPlan({ contractId })).toEqual(plan)
    expect((await refused(desk.workplace.start({ contractId }))).map(({ article: no }) => no)).not.toContain('18②')
  })
})
