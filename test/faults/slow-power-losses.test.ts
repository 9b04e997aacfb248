import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sized } from '../campaign.ts'
import { PASSWORD } from '../cast.ts'
import { keepFigures } from '../figures.ts'
import { type Bundle, noMoments, bundleVictim } from './bundle.ts'
import { makeOffices, type Offices } from './offices.ts'
import { losePower } from './power-losses.ts'
import { seeded } from './seeded.ts'

const LOSSES = sized(60, 600)
let bundle: Bundle
let offices: Offices
beforeAll(async () => {
  bundle = await bundleVictim(['victim', 'ledger-worker'])
  offices = await makeOffices(1)
}, 120_000)
afterAll(() => {
  bundle?.remove()
  offices?.remove()
})

/** The current fails after any call of the disk, and takes with it what was not synced. */
describe.skipIf(noMoments !== null)('when the current fails, what was answered is on the disk', () => {
  test.each([['append', {}], ['receive', { in: 'in' }], ['changePassword', { current: PASSWORD, next: `${PASSWORD}-2` }], ['accounts', { next: `${PASSWORD}-2` }], ['rebuild', {}], ['create', { password: PASSWORD }]] as const)('%s', async (deed, words) => {
    const { seed, random } = seeded(`power ${deed}`)
    const told = 'in' in words ? { in: `${offices.shelf}/in` } : words
    const { wrong, ...counts } = await losePower({ deeds: [{ deed, words: told }], home: deed === 'create' ? null : offices.contractor, passwords: [PASSWORD, `${PASSWORD}-2`], losses: LOSSES }, { bundle, shelf: offices.shelf, random })
    expect({ seed, wrong }).toEqual({ seed, wrong: [] })
    keepFigures(`power-${deed}`, { seed, ...counts, lost: 0 })
  })
})
