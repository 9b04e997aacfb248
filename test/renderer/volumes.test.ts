import { expect, test } from 'vitest'
import { cutBefore, fitting, mediumOf } from '../../renderer/pack/written-volumes.ts'
import { splitInto, volumeBytesOf } from '../../renderer/pack/choose-split.tsx'
import { saySizes } from '../../renderer/pack/split-plan.tsx'
import type { Package } from '../../core/packages/package.ts'
import type { MediumWriting } from '../../core/packages/writing.ts'

const GB = 1_000_000_000
const drawings = { fileName: 'P-R8-017-004.zip', bytes: 10 * GB } as Package
const volumes = [4 * GB, 4 * GB, 2 * GB].map((bytes, index) => ({ name: `P-R8-017-004.zip.00${index + 1}`, bytes }))
const onRedStick = { medium: 'MED-2026-0003', state: 'written', parts: [volumes[0]] } as unknown as MediumWriting
const calledOff = { medium: 'MED-2026-0004', state: 'abandoned', parts: [volumes[1]] } as unknown as MediumWriting

test('volumes that lie on a medium already are not offered again, and one that was called off is', () => {
  expect(mediumOf([onRedStick, calledOff], volumes[0]!)).toBe('MED-2026-0003')
  expect(mediumOf([onRedStick, calledOff], volumes[1]!)).toBeNull()
  expect(fitting(volumes, [onRedStick, calledOff], 16 * GB)).toEqual([2, 3])
})

test('only as many volumes are offered as there is room for, in their order', () => {
  expect(fitting(volumes, [], 9 * GB)).toEqual([1, 2])
  expect(fitting(volumes, [onRedStick], 3 * GB)).toEqual([])
  expect(fitting(volumes, [], null)).toEqual([1, 2, 3])
})

test('what was begun in volumes of one size goes on in that size', () => {
  expect(cutBefore([onRedStick], drawings)).toBe(4 * GB)
  expect(cutBefore([calledOff], drawings)).toBeNull()
  const whole = { ...onRedStick, parts: [{ name: 'P-R8-017-004.zip', bytes: 10 * GB, sha256: '' }] } as MediumWriting
  expect(cutBefore([whole], drawings)).toBeNull()
})

test('a size that the desk suggests is never exceeded by what is typed for it', () => {
  for (const suggested of [4_293_918_720, 7_812_345_678, 99_999_999]) expect(volumeBytesOf(splitInto(suggested))).toBeLessThanOrEqual(suggested)
  expect(volumeBytesOf({ kind: 'own', megabytes: null })).toBeNull()
  expect(volumeBytesOf({ kind: 'fat32', megabytes: null })).toBeLessThan(2 ** 32)
  expect(volumeBytesOf({ kind: 'dvd', megabytes: null })).toBeLessThan(4_700_372_992)
})

test('equal volumes are counted and not listed', () => {
  expect(saySizes(volumes.map(({ bytes }) => bytes), 'ja')).toBe('4.0 GB × 2、2.0 GB')
})
