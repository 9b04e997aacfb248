import { expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../../main/app/content-security-policy.ts'
import { readEnvelope } from '../../../main/app/envelope.ts'

test('a call is a name and an input, which may be anything that can be copied', () => {
  expect(readEnvelope(['media.list', undefined])).toEqual({ name: 'media.list', input: undefined })
  expect(readEnvelope(['media.list', { at: new Map([[1, 2]]) }])).toEqual({ name: 'media.list', input: { at: new Map([[1, 2]]) } })
})

test.each([
  [undefined], [null], ['media.list'], [[]], [[7, null]], [['', null]], [['x'.repeat(101), null]], [['media.list', null, null]], [{ 0: 'media.list', length: 2 }],
])('%j is no call', (posted) => {
  expect(() => readEnvelope(posted)).toThrow()
})

test('an input of more than 32 MiB is not read', () => {
  expect(() => readEnvelope(['media.list', new Uint8Array(33 * 1024 * 1024)])).toThrow('32 MiB')
})

test('the page may run and connect to nothing that is not named', () => {
  const policy = contentSecurityPolicy('abc')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("connect-src 'none'")
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
})
