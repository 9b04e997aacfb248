import * as fc from 'fast-check'
import { test } from 'vitest'
import { sized } from '../campaign.ts'
import { filing, step, walk } from './carryouts-model.ts'

test('on a long walk desk and book never part', async () => {
  await fc.assert(fc.asyncProperty(filing, fc.array(step, { minLength: 8, maxLength: 40 }), async (applied, steps) => { await walk(applied, steps) }), { numRuns: sized(300, 10_000) })
}, 3_600_000)
