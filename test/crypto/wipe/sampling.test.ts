import { createHmac } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Place, samplePlaces, SUBSECTIONS } from '../../../crypto/wipe/sampling.ts'

const seed = new Uint8Array(32).fill(9)
const covered = (places: readonly Place[]) => places.reduce((sum, { length }) => sum + length, 0)

describe('a sample', () => {
  test('covers at least a tenth, keeps to sectors, and holds the first and the last MiB, whatever the medium', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 42 }), fc.constantFrom(512, 4096), fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes, sectorBytes, anySeed) => {
      const places = samplePlaces({ bytes, sectorBytes, seed: anySeed })
      expect(covered(places)).toBeGreaterThanOrEqual(bytes / 10)
      expect(places.every(({ offset, length }, n) => offset % sectorBytes === 0 && length > 0 && offset + length <= bytes && offset > (n === 0 ? -1 : (places[n - 1]?.offset ?? 0) + (places[n - 1]?.length ?? 0)))).toBe(true)
      expect(places[0]).toMatchObject({ offset: 0 })
      expect(places[0]?.length).toBeGreaterThanOrEqual(Math.min(bytes, 2 ** 20))
      const last = places.at(-1)
      expect((last?.offset ?? 0) + (last?.length ?? 0)).toBe(bytes)
    }), { numRuns: 60 })
  })

  test('takes two places that do not overlap in each of a thousand subsections, each a twentieth of it', () => {
    const sectors = 1_000_000
    const places = samplePlaces({ bytes: sectors * 512, sectorBytes: 512, seed })
    for (let n = 0; n < SUBSECTIONS; n++) {
      const [from, end] = [n * 512_000, (n + 1) * 512_000]
      const within = places.map(({ offset, length }) => ({ offset, length: Math.max(0, Math.min(offset + length, end) - Math.max(offset, from)) }))
      expect(covered(within)).toBeGreaterThanOrEqual(51_200)
    }
    expect(covered(places)).toBeGreaterThan(0.1 * sectors * 512)
    expect(covered(places)).toBeLessThan(0.11 * sectors * 512)
  })

  test('can be drawn again by anybody who reads its page', () => {
    const sectors = 2_000_000
    const [n, size, length] = [500, 2000, 100]
    const draw = (k: number) => createHmac('sha256', seed).update(Buffer.from([0, 0, n >> 8, n & 255, k])).digest().readUIntBE(0, 6) % (size - 2 * length + 1)
    const [a = 0, b = 0] = [draw(0), draw(1)].toSorted((x, y) => x - y)
    const places = samplePlaces({ bytes: sectors * 512, sectorBytes: 512, seed })
    for (const first of [n * size + a, n * size + b + length]) {
      expect(places.some(({ offset, length: bytes }) => offset <= first * 512 && offset + bytes >= (first + length) * 512)).toBe(true)
    }
  })

  test('holds every place that had an error, to whole sectors', () => {
    const places = samplePlaces({ bytes: 2 ** 33, sectorBytes: 4096, seed, also: [{ offset: 2 ** 31 + 512, length: 512 }, { offset: 2 ** 32 - 4096, length: 8192 }] })
    for (const [from, end] of [[2 ** 31, 2 ** 31 + 4096], [2 ** 32 - 4096, 2 ** 32 + 4096]] as const) expect(places.some(({ offset, length }) => offset <= from && offset + length >= end)).toBe(true)
  })

  test('of another seed lies elsewhere', () => {
    const places = (with_: Uint8Array) => samplePlaces({ bytes: 2 ** 34, sectorBytes: 512, seed: with_ })
    expect(places(seed)).toEqual(places(seed))
    expect(places(new Uint8Array(32))).not.toEqual(places(seed))
  })
})
