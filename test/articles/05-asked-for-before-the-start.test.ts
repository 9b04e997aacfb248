import { expect, test } from 'vitest'
import type { Filing } from '../../core/requests/request.ts'
import { article } from '../article.ts'
import { staffedOffice, taxContract } from '../cast.ts'
import { refused } from '../refused.ts'

article('5①', () => {
  test.each([['F-01', '5①'], ['F-05', '6①']] as const)('what the city asked for as %s is handed in before the start', async (form: Filing, no) => {
    const { desk, world } = await staffedOffice()
    const { id: contractId } = await desk.contracts.open({ ...taxContract, contractNo: 'R8-税-018', shortNo: 'R8-018' })
    await desk.requests.receive({ contractId, form, requestedBy: '森川 奏', requestedAt: world.now(), cityRef: '', dueOn: null })
    expect(await refused(desk.workplace.start({ contractId }))).toContainEqual({ code: 'filing-not-submitted', article: no, rule: null, facts: { form, requestedBy: '森川 奏' } })
  })
})
