import { expect, test } from 'vitest'
import { objectionsToOrganisation } from '../../core/contracts/appointing.ts'
import type { Day } from '../../core/time.ts'
import { article } from '../article.ts'
import { oba, staffedOffice, taxContract } from '../cast.ts'
import { codesAgainst } from '../refused.ts'

const day = (iso: string) => iso as Day
const called = { contactOrder: 1, telDay: '0000-00-0001', telNight: '' }

article('3①', () => {
  test('a contract without a supervisor in force on the day does not start', async () => {
    const { desk, world, mizuno } = await staffedOffice()
    const contract = await desk.contracts.open({ ...taxContract, contractNo: 'R8-福-003', shortNo: 'R8-003' })
    expect(await codesAgainst(desk.workplace.start({ contractId: contract.id }))).toContain('no-supervisor-appointed')

    await desk.contracts.appoint({ contractId: contract.id, duty: '作業責任者', personId: mizuno.id, validFrom: day('2026-12-08'), validTo: null, ...called })
    const { reading } = await world.ledger.read()
    expect(objectionsToOrganisation(reading, contract, day('2026-12-07')).map(({ code }) => code)).toEqual(['no-supervisor-appointed'])
    expect(objectionsToOrganisation(reading, contract, day('2026-12-08'))).toEqual([])
  })

  test('a supervisor who is stopped answers for nothing', async () => {
    const { desk, world, mizuno, contract } = await staffedOffice()
    const second = await desk.people.register({ ...oba, name: '南 環', roles: ['administrator', 'supervisor'] })
    await desk.people.giveAccount({ personId: second.id, loginId: 'minami', password: 'kumo-wa-shiroi-7' })
    world.signInAs('minami')
    await desk.people.stop({ personId: mizuno.id, reason: '休職' })
    expect(objectionsToOrganisation((await world.ledger.read()).reading, contract, day('2026-12-07'))).toMatchObject([{ code: 'person-stopped' }])
  })
})

article('5①', () => {
  test('the structure says who answers, who stands in and who is called first, each with their days', async () => {
    const { desk, contract, mizuno, oba: he } = await staffedOffice()
    await desk.contracts.appoint({ contractId: contract.id, duty: '代理者', personId: he.id, validFrom: day('2026-12-01'), validTo: null, contactOrder: 2, telDay: '', telNight: '' })
    const { posts } = await desk.contracts.appoint({ contractId: contract.id, duty: '媒体管理者', personId: he.id, validFrom: day('2026-12-01'), validTo: day('2027-03-31'), contactOrder: null, telDay: '', telNight: '' })
    expect(posts.map(({ duty, personId, contactOrder }) => [duty, personId, contactOrder])).toEqual([['作業責任者', mizuno.id, 1], ['代理者', he.id, 2], ['媒体管理者', he.id, null]])

    const ended = await desk.contracts.endPost({ postId: posts[1]!.id, validTo: day('2026-12-31'), reason: '異動' })
    expect(ended.posts[1]).toMatchObject({ validTo: '2026-12-31', endReason: '異動' })
  })

  test('only a person with the role is appointed, and days run forwards', async () => {
    const { desk, contract, yoshida } = await staffedOffice()
    const post = { contractId: contract.id, personId: yoshida.id, validFrom: day('2026-12-07'), validTo: null, ...called }
    expect(await codesAgainst(desk.contracts.appoint({ ...post, duty: '媒体管理者' }))).toEqual(['person-lacks-role'])
    expect(await codesAgainst(desk.contracts.appoint({ ...post, duty: '連絡担当', validTo: day('2026-12-06') }))).toEqual(['days-reversed'])
  })
})
