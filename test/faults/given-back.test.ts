import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testWorld } from '../world.ts'
import { eachRunGivesBack, giveBack, keepWhatIsOpen, noted } from './given-back.ts'

test('each run of a model gives back the worlds that it opened, and its test the others', async () => {
  const whole = noted(testWorld())
  keepWhatIsOpen()
  const ofTheTest = noted(testWorld())
  const ofRuns: ReturnType<typeof testWorld>[] = []
  await fc.assert(eachRunGivesBack(fc.asyncProperty(fc.nat(), async () => {
    for (const earlier of ofRuns) await expect(async () => earlier.ledger.entries(0, 1)).rejects.toThrow(/not open/)
    ofRuns.push(noted(testWorld()))
    expect(await ofTheTest.ledger.entries(0, 1)).toEqual([])
  })), { numRuns: 3 })

  expect(ofRuns).toHaveLength(3)
  expect(giveBack()).toBe(1)
  await expect(async () => ofTheTest.ledger.entries(0, 1)).rejects.toThrow(/not open/)
  expect(await whole.ledger.entries(0, 1)).toEqual([])
  whole.leave()
})
