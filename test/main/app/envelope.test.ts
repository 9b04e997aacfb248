import { expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../../main/app/content-security-policy.ts'
import { readEnvelope } from '../../../main/app/envelope.ts'

test('a call is a name and an input, which may be anything that can be copied', () => {
  expect(readEnvelope(['media.list', undefined])).toMatchObject({ name: 'media.list', input: undefined })
  expect(readEnvelope(['media.list', { at: new Map([[1, 2]]) }])).toMatchObject({ name: 'media.list', input: { at: new Map([[1, 2]]) } })
})

test.each([
  [undefined], [null], ['media.list'], [[]], [[7, null]], [['', null]], [['x'.repeat(101), null]], [['media.list', null, null]], [{ 0: 'media.list', length: 2 }],
])('%j is no call', (posted) => {
  expect(() => readEnvelope(posted)).toThrow()
})

test('an input of more than 32 MiB is not read', () => {
  expect(() => readEnvelope(['media.list', new Uint8Array(33 * 1024 * 1024)])).toThrow('32 MiB')
})

/** An array in an array in an array. */
const nested = (levels: number): unknown => Array.from({ length: levels }).reduce((inner) => [inner], 'core')
const circle: unknown[] = []
circle.push(circle)

test.each([
  ['levels that would overflow whoever walks them', nested(100_000), '64 levels'],
  ['levels in maps and sets', new Map([['a', new Set([nested(100)])]]), '64 levels'],
  ['a circle', circle, '64 levels'],
  ['a circle that branches', (() => { const two: unknown[] = []; two.push(two, two); return two })(), 'million values'],
  ['a list without end', Array.from({ length: 2_000_000 }, () => 0), 'million values'],
  ['a list of nothing that says it is endless', { administrator: { roles: Array(4_000_000_000) } }, 'million values'],
  ['lists with names in place of numbers', Array.from({ length: 20 }, () => Object.assign([], Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`a${n}`, n])))), 'million values'],
  ['many lists of nothing that are long together', Array.from({ length: 20 }, (): unknown => Array(100_000)), 'million values'],
])('an input of %s is not read', (_, input, complaint) => {
  expect(() => readEnvelope(['handovers.look', input])).toThrow(complaint)
})

test('a list of a hundred thousand files is read', () => {
  const items = Array.from({ length: 100_000 }, (_, i) => ({ name: `${i}.csv`, size: i, pages: null, kind: '', note: '', no: i }))
  expect(readEnvelope(['handovers.designate', { items }]).bytes).toBeGreaterThan(1_000_000)
})

test('the page may run and connect to nothing that is not named', () => {
  const policy = contentSecurityPolicy('abc')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("connect-src 'none'")
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
})
