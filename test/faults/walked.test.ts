import { expect, test } from 'vitest'
import { againstContract, leftOut, notWalked, walkedBy } from './walked.ts'
import { everyOperation } from './world-calls.ts'

test('every operation of the contract is walked with each of its calls failing, or it is said why not', () => {
  expect(againstContract()).toEqual([])
  expect(Object.entries(notWalked).filter(([, reason]) => reason.length < 20)).toEqual([])
})

test('an operation that nobody walks is named, and so is one that is gone', () => {
  const [gone = '', ...others] = everyOperation()
  expect(againstContract([...others, 'parcels.burn'])).toEqual([expect.stringMatching(/^parcels\.burn is walked by nobody/), `${gone} is no operation of the contract`])
})

test('a walk that leaves out what it answers for is found out', () => {
  const [first = '', ...others] = walkedBy('at the door')
  expect(leftOut('at the door', { operations: new Map(others.map((name) => [name, new Set<string>()])) })).toEqual([first])
})
