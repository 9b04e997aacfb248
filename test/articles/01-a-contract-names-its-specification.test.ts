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

  test('R-39 the file of the specification is kept with the contract, and everybody can read it', async () => {
    const { desk, world } = await staffedOffice()
    world.disk.set('/in/tokki.txt', '情報セキュリティ特記仕様書　v1.1')
    const { sha256 } = await desk.contracts.hashFile({ path: '/in/tokki.txt' })
    const opened = await desk.contracts.open({ ...taxContract, contractNo: 'R8-税-018', shortNo: 'R8-018', specification: { ...taxContract.specification, sha256 }, path: '/in/tokki.txt' })

    expect(opened).not.toHaveProperty('path')
    expect(await desk.contracts.readSpecification({ contractId: opened.id, version: opened.specification.version })).toMatchObject({ name: 'tokki.txt', sha256 })
  })

  test('another file than the one of the hash opens no contract, and nothing of it stays', async () => {
    const { desk, world } = await staffedOffice()
    world.disk.set('/in/other.txt', '別の文書')
    const order = { ...taxContract, contractNo: 'R8-税-018', shortNo: 'R8-018', path: '/in/other.txt' }
    expect(await codesAgainst(desk.contracts.open(order))).toEqual(['not-that-specification'])
    expect(await desk.contracts.list()).toHaveLength(1)
  })

  test('a contract number is registered once', async () => {
    const { desk } = await staffedOffice()
    expect(await codesAgainst(desk.contracts.open(taxContract))).toEqual(['contract-exists'])
    expect(await codesAgainst(desk.contracts.open({ ...taxContract, contractNo: 'R8-税-018', shortNo: 'r8-017' }))).toEqual(['short-no-taken'])
  })
})
