import { afterAll, beforeAll, expect, test } from 'vitest'
import { PASSWORD } from '../cast.ts'
import { type Bundle, noMoments, bundleVictim } from './bundle.ts'
import { makeOffices, type Offices } from './offices.ts'
import { losePower } from './power-losses.ts'
import { seeded } from './seeded.ts'

// A few failures of the current; `slow-power-losses.test.ts` makes many.
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

test.skipIf(noMoments !== null)('when the current fails, what was not synced is lost, and nothing else: no append that was answered, no half of a keyring or of a received file', async () => {
  const { seed, random } = seeded('power')
  const next = `${PASSWORD}-2`
  const deeds = [{ deed: 'append', words: {} }, { deed: 'changePassword', words: { current: PASSWORD, next } }, { deed: 'receive', words: { in: `${offices.shelf}/in` } }]

  const { wrong, opened } = await losePower({ deeds, home: offices.contractor, passwords: [PASSWORD, next], losses: 30 }, { bundle, shelf: offices.shelf, random })

  expect({ seed, wrong, opened }).toEqual({ seed, wrong: [], opened: 30 })
}, 120_000)
