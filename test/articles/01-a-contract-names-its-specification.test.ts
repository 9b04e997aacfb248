import { expect, test } from 'vitest'
import { contract } from '../../core/contract.ts'
import { article } from '../article.ts'
import { staffedOffice, taxContract } from '../cast.ts'
import { codesAgainst } from '../refused.ts'

article('1', () => {
  test('a contract keeps the version of its specification and the hash of the file', async () => {
    const { contract: opened } = await staffedOffice()
    expect(opened.specification).toEqual(taxContract.specification)
  })

  test('a contract without a specification is not understood', () => {
    const { specification: _gone, ...bare } = taxContract
    expect(contract.contracts.open.input.safeParse(bare).success).toBe(false)
  })

  test('a specification without the hash of its file is not understood', () => {
    expect(contract.contracts.open.input.safeParse({ ...taxContract, specification: { ...taxContract.specification, sha256: '' } }).success).toBe(false)
  })

  test('a period that ends before it begins is not understood', () => {
    expect(contract.contracts.open.input.safeParse({ ...taxContract, periodFrom: '2027-04-01', periodTo: '2027-03-31' }).success).toBe(false)
  })

  test('a contract number is registered once', async () => {
    const { desk } = await staffedOffice()
    expect(await codesAgainst(desk.contracts.open(taxContract))).toEqual(['contract-exists'])
    expect(await codesAgainst(desk.contracts.open({ ...taxContract, contractNo: 'R8-税-018', shortNo: 'r8-017' }))).toEqual(['short-no-taken'])
  })
})
