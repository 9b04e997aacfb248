import { expect, test } from 'vitest'
import { sayInJapanese } from '../../core/words/ja.ts'
import { article } from '../article.ts'
import { staffedOffice } from '../cast.ts'
import { refused } from '../refused.ts'

article('11(6)', () => {
  test('R-18 a fax is refused, and the refusal says what to do instead', async () => {
    const { desk, contract } = await staffedOffice()
    const objections = await refused(desk.mailings.fax({ contractId: contract.id, to: '税務課', reason: '急ぎ' }))
    expect(objections).toMatchObject([{ rule: 'R-18' }])
    expect(objections.map(sayInJapanese)).toEqual(['FAXによる送信は原則禁止です。暗号化した添付ファイルのメール、又は書留で送ってください。（第11条第6号）'])
  })
})
