import { expect, test } from 'vitest'
import { article } from '../article.ts'
import { fromShirakaba, PASSWORD, pledge, staffedOffice, training } from '../cast.ts'
import { refused } from '../refused.ts'

article('9②', () => {
  test('R-02 a person of another company handles nothing, educated and pledged or not', async () => {
    const { desk, world } = await staffedOffice()
    const person = await desk.people.register(fromShirakaba)
    await desk.people.giveAccount({ personId: person.id, loginId: 'shirakaba', password: PASSWORD })
    await desk.people.recordTraining({ personIds: [person.id], training })
    await desk.people.signPledge({ personId: person.id, pledge })
    world.signInAs('shirakaba')
    expect(await refused(desk.handovers.look({ paths: ['/in/a.csv'] }))).toMatchObject([{ rule: 'R-02', facts: { company: '有限会社しらかば封入' } }])
  })
})
