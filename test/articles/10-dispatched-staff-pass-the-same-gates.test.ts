import { expect, test } from 'vitest'
import { article } from '../article.ts'
import { PASSWORD, pledge, readsTheSpecification, staffedOffice, takahashi, training } from '../cast.ts'
import { codesAgainst } from '../refused.ts'

article('10①', () => {
  test('髙橋, dispatched by another company, waits for education and pledge like everybody and then works like everybody', async () => {
    const { desk, world } = await staffedOffice()
    const he = await desk.people.register(takahashi)
    await desk.people.giveAccount({ personId: he.id, loginId: 'takahashi', password: PASSWORD })
    const handle = () => { world.signInAs('takahashi'); return desk.handovers.look({ paths: ['/in/none.csv'] }) }
    expect(await codesAgainst(handle())).toEqual(['person-not-trained', 'person-not-pledged'])

    world.signInAs('mizuno')
    await desk.people.recordTraining({ personIds: [he.id], training })
    await desk.people.signPledge({ personId: he.id, pledge })
    await readsTheSpecification({ desk, world }, 'takahashi')
    expect(await handle()).toMatchObject({ troubles: [{ what: 'source-missing' }] })
  })
})
