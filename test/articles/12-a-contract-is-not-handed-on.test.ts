import { expect, test } from 'vitest'
import { contract } from '../../core/contract.ts'
import { article } from '../article.ts'

article('12', () => {
  test("no operation changes a contract's parties", () => {
    expect(Object.keys(contract.contracts)).toEqual(['open', 'list', 'addRecipient', 'agreeService', 'registerKey', 'hashFile'])
  })
})
