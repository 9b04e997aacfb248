import { expect, test } from 'vitest'
import { sortBrought } from '../../renderer/unpack/brought.ts'

const nothing = { package: null, letter: null }

test('a package and its key letter are told apart, in whatever order they are dropped', () => {
  expect(sortBrought(['/in/P-1.key.p7m', '/in/P-1.zip'], nothing)).toEqual({ package: '/in/P-1.zip', letter: '/in/P-1.key.p7m' })
})

test('of volumes, the first is the package', () => {
  expect(sortBrought(['/in/P-1.zip.003', '/in/P-1.zip.001', '/in/P-1.zip.002'], nothing).package).toBe('/in/P-1.zip.001')
})

test('a letter that comes later stays with the package that was dropped before', () => {
  expect(sortBrought(['C:\\in\\P-1.key.P7M'], { package: 'C:\\in\\P-1.zip', letter: null })).toEqual({ package: 'C:\\in\\P-1.zip', letter: 'C:\\in\\P-1.key.P7M' })
})

test('what bears another name is taken for a package, and opening it says what it is', () => {
  expect(sortBrought(['/in/納品'], nothing).package).toBe('/in/納品')
})
