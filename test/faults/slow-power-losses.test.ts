import { describe, expect, test } from 'vitest'
import { sized } from '../campaign.ts'
import { PASSWORD } from '../cast.ts'
import { keepFigures } from '../figures.ts'
import { noMoments } from './bundle.ts'
import { NEXT, powerCuts } from './power-losses.ts'

const cutPower = powerCuts()

/** The current fails after any call of the disk, and takes with it what was not synced. */
describe.skipIf(noMoments !== null)('when the current fails, what was answered is on the disk', () => {
  test.each([['append', {}], ['receive', { in: 'in' }], ['changePassword', { current: PASSWORD, next: NEXT }], ['accounts', { next: NEXT }], ['rebuild', {}], ['create', { password: PASSWORD }]] as const)('%s', async (deed, words) => {
    const { seed, wrong, ...counts } = await cutPower(`power ${deed}`, { deeds: [{ deed, words }], vault: deed !== 'create', losses: sized(60, 600) })
    expect({ seed, wrong }).toEqual({ seed, wrong: [] })
    keepFigures(`power-${deed}`, { seed, ...counts, lost: 0 })
  })
})
