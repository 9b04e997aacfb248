import { expect, test } from 'vitest'
import { RosterWords, standing } from '../../core/people/person.ts'
import type { Day } from '../../core/time.ts'
import { article } from '../article.ts'
import { oba, PASSWORD, staffedOffice, takahashi } from '../cast.ts'
import { codesAgainst, refused } from '../refused.ts'

const day = (iso: string) => iso as Day

article('5②', () => {
  test('a revised line keeps what it said before, by whom and why', async () => {
    const { desk, yoshida, mizuno } = await staffedOffice()
    const revised = await desk.people.revise({ personId: yoshida.id, words: { ...RosterWords.parse(yoshida), name: '𠮷田 美咲子', tasks: '割付処理' }, reason: '改姓の訂正' })
    expect(revised).toMatchObject({ name: '𠮷田 美咲子', tasks: '割付処理', revisions: [{ was: { name: '𠮷田 美咲', tasks: '' }, by: mizuno.id, reason: '改姓の訂正' }] })
    expect(await codesAgainst(desk.people.revise({ personId: yoshida.id, words: RosterWords.parse(revised), reason: 'なし' }))).toEqual(['nothing-changed'])
    expect(await codesAgainst(desk.people.revise({ personId: yoshida.id, words: { ...RosterWords.parse(revised), from: day('2027-01-01'), to: day('2026-12-31') }, reason: '期間' }))).toEqual(['days-reversed'])
  })

  test('R-01 outside the days of the assignment nobody handles anything', async () => {
    const { desk, world, yoshida } = await staffedOffice()
    await desk.people.revise({ personId: yoshida.id, words: { ...RosterWords.parse(yoshida), from: day('2026-12-08'), to: day('2026-12-31') }, reason: '従事期間' })
    world.signInAs('yoshida')
    expect(await refused(desk.handovers.look({ paths: ['/in/a'] }))).toMatchObject([{ code: 'person-not-assigned', rule: 'R-01', facts: { from: '2026-12-08' } }])
    world.pass(24 * 3_600_000)
    expect(await desk.handovers.look({ paths: ['/in/a'] })).toMatchObject({ files: [] })
  })

  test('R-01 従事停止: handles nothing, until let go on again', async () => {
    const { desk, world, yoshida } = await staffedOffice()
    expect(standing(await desk.people.stop({ personId: yoshida.id, reason: '調査中' }))).toBe('従事停止')
    world.signInAs('yoshida')
    expect(await refused(desk.handovers.look({ paths: ['/in/a'] }))).toMatchObject([{ code: 'person-stopped', rule: 'R-01' }])
    world.signInAs('mizuno')
    expect(standing(await desk.people.resume({ personId: yoshida.id, reason: '問題なし' }))).toBe('従事可')
    world.signInAs('yoshida')
    expect(await desk.handovers.look({ paths: ['/in/a'] })).toMatchObject({ files: [] })
  })

  test('解除 waits until the card is back, the ID is gone and the keys are handed over, and says all of it at once', async () => {
    const { desk, mizuno, oba: he, yoshida } = await staffedOffice()
    const card = await desk.staffing.issueCard({ no: 'HK-012', personId: he.id, issuedOn: day('2026-12-07'), validTo: null })
    expect(await codesAgainst(desk.people.release({ personId: he.id, reason: '退職' }))).toEqual(['release-card-out', 'release-account-open', 'release-media-held'])

    await desk.staffing.returnCard({ cardId: card.id, on: day('2026-12-07') })
    await desk.people.revokeAccount({ personId: he.id, reason: '退職' })
    await desk.people.handOverKeys({ personId: he.id, toPersonId: yoshida.id })
    expect((await desk.media.list()).map(({ keyHolder }) => keyHolder)).toEqual(['𠮷田 美咲', '𠮷田 美咲'])
    const released = await desk.people.release({ personId: he.id, reason: '退職' })
    expect([standing(released), released.pledge !== null]).toEqual(['解除', true])

    expect(await codesAgainst(desk.people.resume({ personId: he.id, reason: '再雇用' }))).toEqual(['state-does-not-allow'])
    expect(await codesAgainst(desk.people.giveAccount({ personId: he.id, loginId: 'oba2', password: PASSWORD }))).toEqual(['person-released'])
    expect(await codesAgainst(desk.people.stop({ personId: mizuno.id, reason: '自分' }))).toContain('same-person')
  })

  test('the last supervisor and the last administrator stay', async () => {
    const { desk, world, mizuno } = await staffedOffice()
    const second = await desk.people.register({ ...oba, name: '南 環', roles: ['administrator'] })
    await desk.people.giveAccount({ personId: second.id, loginId: 'minami', password: PASSWORD })
    world.signInAs('minami')
    expect(await codesAgainst(desk.people.stop({ personId: mizuno.id, reason: '休職' }))).toEqual(['last-supervisor'])
    world.signInAs('mizuno')
    expect(await desk.people.stop({ personId: second.id, reason: '休職' })).toMatchObject({ duty: { state: '従事停止' } })
  })
})

article('10①', () => {
  test('a dispatched worker stands in the roster with employment and company, and is released like everybody', async () => {
    const { desk } = await staffedOffice()
    const he = await desk.people.register({ ...takahashi, tasks: '封入', from: day('2026-12-01'), to: day('2027-03-31') })
    expect(he).toMatchObject({ employment: '派遣', company: '株式会社みほん人材', tasks: '封入', from: '2026-12-01', to: '2027-03-31' })
    expect(await desk.people.release({ personId: he.id, reason: '派遣期間の終了' })).toMatchObject({ duty: { state: '解除', reason: '派遣期間の終了' } })
  })
})
