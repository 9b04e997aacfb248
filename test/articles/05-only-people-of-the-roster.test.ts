import { expect, test } from 'vitest'
import type { PersonId } from '../../core/people/person.ts'
import { article } from '../article.ts'
import { PASSWORD, staffedOffice, yoshida } from '../cast.ts'
import { codesAgainst } from '../refused.ts'

article('5②', () => {
  test('an ID is given to a person of the roster', async () => {
    const { desk } = await staffedOffice()
    const person = await desk.people.register({ ...yoshida, name: '新人 一郎' })
    expect(await desk.people.giveAccount({ personId: person.id, loginId: 'shinjin', password: PASSWORD })).toMatchObject({ loginId: 'shinjin' })
  })

  test("a contractor's roster has no officers of the city", async () => {
    const { desk } = await staffedOffice()
    expect(await codesAgainst(desk.people.register({ ...yoshida, roles: ['cityOfficer'] }))).toEqual(['role-of-other-office'])
  })

  test('an ID is given to nobody else', async () => {
    const { desk } = await staffedOffice()
    expect(await codesAgainst(desk.people.giveAccount({ personId: 'nobody' as PersonId, loginId: 'nobody', password: PASSWORD }))).toEqual(['nothing-found'])
  })

  test('one person has one ID, and one ID has one person', async () => {
    const { desk, yoshida: she } = await staffedOffice()
    const person = await desk.people.register({ ...yoshida, name: '新人 一郎' })
    expect(await codesAgainst(desk.people.giveAccount({ personId: she.id, loginId: 'second', password: PASSWORD }))).toEqual(['has-account'])
    expect(await codesAgainst(desk.people.giveAccount({ personId: person.id, loginId: 'oba', password: PASSWORD }))).toEqual(['login-taken'])
  })
})
