import { expect, test } from 'vitest'
import type { Day } from '../../core/time.ts'
import { standing } from '../../core/people/person.ts'
import { article } from '../article.ts'
import { PASSWORD, pledge, staffedOffice, training, yoshida } from '../cast.ts'
import { codesAgainst } from '../refused.ts'

article('8②', () => {
  test('R-01 education alone is not enough', async () => {
    const { desk, world } = await staffedOffice()
    const person = await desk.people.register({ ...yoshida, name: '新人 一郎' })
    await desk.people.giveAccount({ personId: person.id, loginId: 'shinjin', password: PASSWORD })
    await desk.people.recordTraining({ personIds: [person.id], training })
    world.signInAs('shinjin')
    expect(await codesAgainst(desk.handovers.look({ paths: ['/in/a.csv'] }))).toEqual(['person-not-pledged'])
  })

  test('a pledge is signed today or earlier', async () => {
    const { desk, yoshida: she } = await staffedOffice()
    expect(await codesAgainst(desk.people.signPledge({ personId: she.id, pledge: { ...pledge, on: '2026-12-08' as Day } }))).toEqual(['time-in-future'])
  })

  test('登録 → 教育済 → 従事可, or 登録 → 誓約済 → 従事可', async () => {
    const { yoshida: she } = await staffedOffice()
    expect(standing({ trainings: [], pledge: null })).toBe('登録')
    expect(standing({ trainings: she.trainings, pledge: null })).toBe('教育済')
    expect(standing({ trainings: [], pledge })).toBe('誓約済')
    expect(standing(she)).toBe('従事可')
  })
})
