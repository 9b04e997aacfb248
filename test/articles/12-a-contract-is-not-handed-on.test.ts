import { expect, test } from 'vitest'
import { article } from '../article.ts'
import { morikawa, staffedOffice } from '../cast.ts'

article('12', () => {
  test("nothing that happens to a contract changes its parties", async () => {
    const { desk, contract: before } = await staffedOffice()
    await desk.contracts.agreeService({ contractId: before.id, service: '宅急便', cityRef: 'R8税承0070' })
    await desk.contracts.addRecipient({ contractId: before.id, recipient: { ...morikawa, name: '別の 担当' }, exception: null })
    const [after] = await desk.contracts.list()
    expect([after?.contractor, after?.city]).toEqual([before.contractor, before.city])
  })
})
