import { expect, test } from 'vitest'
import { contract, type OperationName } from '../../core/contract.ts'
import { objectionsToCaller, permissions } from '../../core/who-may.ts'
import { article } from '../article.ts'
import { staffedOffice } from '../cast.ts'
import { openOffice } from '../world.ts'
import { codesAgainst } from '../refused.ts'

const operations = Object.entries(contract).flatMap(([group, ops]) => Object.keys(ops).map((name) => `${group}.${name}`)) as OperationName[]

article('11(1)', () => {
  test('every operation says who may ask for it', () => {
    expect(Object.keys(permissions).sort()).toEqual([...operations].sort())
  })

  test('behind a locked door nothing is done but what opens it', () => {
    const open = operations.filter((name) => objectionsToCaller(name, null, null, 0 as never).length === 0)
    expect(new Set(open)).toEqual(new Set(['vault.status', 'vault.create', 'vault.unlock', 'vault.lock', 'vault.recover', 'vault.rescue', 'backup.read', 'backup.restore']))
  })

  test('an auditor reads the ledger and handles nothing', async () => {
    const { desk, world } = await staffedOffice()
    const auditor = await desk.people.register({ name: '監査 人', kana: 'カンサ', company: null, employment: '正社員', title: '', email: '', tel: '', roles: ['auditor'] })
    await desk.people.giveAccount({ personId: auditor.id, loginId: 'auditor', password: 'kumo-wa-shiroi-7' })
    world.signInAs('auditor')
    expect((await desk.ledger.entries({ from: 0, count: 1 })).entries).toHaveLength(1)
    expect(await codesAgainst(desk.handovers.look({ paths: ['/in'] }))).toEqual(['not-your-office'])
    expect(await codesAgainst(desk.people.giveAccount({ personId: auditor.id, loginId: 'twice', password: 'kumo-wa-shiroi-7' }))).toEqual(['not-your-office'])
  })

  test("a contractor's vault does not do the city's work", async () => {
    const { desk } = await staffedOffice()
    expect(await codesAgainst(desk.city.import({ paths: ['/in'], cityReceiptNo: null }))).toEqual(['office-of-other-kind'])
  })

  test('before there is a vault, everything asks to sign in', async () => {
    const { desk } = openOffice()
    expect(await codesAgainst(desk.contracts.list())).toEqual(['vault-locked'])
  })
})
