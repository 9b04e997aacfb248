import { expect, test } from 'vitest'
import { PASSWORD } from '../cast.ts'
import { noMoments } from './bundle.ts'
import { NEXT, powerCuts } from './power-losses.ts'

// A few failures of the current; `slow-power-losses.test.ts` makes many.
const cutPower = powerCuts()

test.skipIf(noMoments !== null)('when the current fails, what was not synced is lost, and nothing else: no append that was answered, no half of a keyring or of a received file', async () => {
  const deeds = [{ deed: 'append', words: {} }, { deed: 'changePassword', words: { current: PASSWORD, next: NEXT } }, { deed: 'receive', words: { in: 'in' } }]

  const { seed, wrong, opened } = await cutPower('power', { deeds, losses: 30 })

  expect({ seed, wrong, opened }).toEqual({ seed, wrong: [], opened: 30 })
})
