import { expect, test } from 'vitest'
import type { Day } from '../../core/time.ts'
import { article } from '../article.ts'
import { designation, PASSWORD, pledge, readsTheSpecification, receiving, staffedOffice, training, yoshida } from '../cast.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'

async function newcomer() {
  const office = await staffedOffice()
  const person = await office.desk.people.register({ ...yoshida, name: '新人 一郎' })
  await office.desk.people.giveAccount({ personId: person.id, loginId: 'shinjin', password: PASSWORD })
  const handover = await office.desk.handovers.designate(designation(office))
  office.world.disk.set('/in/a.csv', 'a')
  const handle = () => { office.world.signInAs('shinjin'); return office.desk.handovers.receive(receiving(handover, office, ['/in/a.csv'])) }
  const read = async () => { await readsTheSpecification(office, 'shinjin'); office.world.signInAs('mizuno') }
  return { ...office, person, handle, read }
}

article('7', () => {
  test('R-01 someone without education handles nothing, and hears of both reasons at once', async () => {
    const { handle } = await newcomer()
    expect(await refused(handle())).toMatchObject([{ code: 'person-not-trained', rule: 'R-01', article: '7' }, { code: 'person-not-pledged', rule: 'R-01', article: '8②' }])
  })

  test('R-01 a pledge alone is not enough', async () => {
    const { desk, person, handle } = await newcomer()
    await desk.people.signPledge({ personId: person.id, pledge })
    expect(await codesAgainst(handle())).toEqual(['person-not-trained'])
  })

  test('with education and pledge, handling begins', async () => {
    const { desk, world, person, handle } = await newcomer()
    await desk.people.recordTraining({ personIds: [person.id], training })
    await desk.people.signPledge({ personId: person.id, pledge })
    await readsTheSpecification({ world, desk }, 'shinjin')
    expect(await handle()).toMatchObject({ outcome: 'received' })
  })

  test('education is recorded after it took place, not before', async () => {
    const { desk, person } = await newcomer()
    expect(await codesAgainst(desk.people.recordTraining({ personIds: [person.id], training: { ...training, on: '2026-12-08' as Day } }))).toEqual(['time-in-future'])
  })

  test('R-01 education dated today counts; the clock decides, not the order of typing', async () => {
    const { desk, person, handle, world } = await newcomer()
    await desk.people.recordTraining({ personIds: [person.id], training: { ...training, on: '2026-12-07' as Day } })
    await desk.people.signPledge({ personId: person.id, pledge })
    world.pass(-24 * 3_600_000)
    expect(await rulesAgainst(handle())).toEqual(['R-01'])
  })
})
