import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalBytes } from '../../../crypto/canonical-json.ts'
import { isCanonical } from '../../../main/ledger/as-written.ts'
import { memoryLedger } from '../../../main/ledger/memory-ledger.ts'
import { keepSticks, strangeStick } from './entries.ts'

const slowly = (bytes: Uint8Array, value: unknown): boolean => {
  try {
    return Buffer.compare(canonicalBytes(value), bytes) === 0
  } catch {
    return false
  }
}

test('the quick look says what the thorough one says, of whatever JSON', () => {
  // `__proto__` has no canonical spelling; it is among those below.
  const spelling = fc.tuple(fc.jsonValue().filter((value) => !JSON.stringify(value).includes('"__proto__"')), fc.constantFrom(0, 1), fc.boolean())
  fc.assert(fc.property(spelling, ([value, space, sorted]) => {
    const text = sorted ? Buffer.from(canonicalBytes(value)).toString('utf8') : JSON.stringify(value, null, space)
    const bytes = Buffer.from(text)
    expect(isCanonical(bytes, text, JSON.parse(text))).toBe(slowly(bytes, JSON.parse(text)))
  }), { numRuns: 500 })
  for (const text of ['{"b":1,"a":2}', '{"a":1,"a":1}', '{"10":1,"9":2}', '{"9":2,"10":1}', '{"__proto__":1}', '"\\ud800"', '"\\u0061"', '-0', '1e21', '1E400', '{"":1}', '{"":1,"a":2}', '{"𠮷":1,"\\uffee":2}', '[1, 2]', `${'['.repeat(70)}${']'.repeat(70)}`]) {
    const bytes = Buffer.from(text)
    expect([text, isCanonical(bytes, text, JSON.parse(text))]).toEqual([text, slowly(bytes, JSON.parse(text))])
  }
})

test('a ledger that is written to while it is verified is found sound', async () => {
  const ledger = memoryLedger({ project: keepSticks })
  for (let n = 0; n < 30; n++) await ledger.append(Array.from({ length: 30 }, (_, i) => strangeStick(`S-${n}-${i}`)), ledger.head())
  const verifying = ledger.verify({ signal: new AbortController().signal, onProgress: () => {} })
  let isDone = false
  void verifying.then(() => { isDone = true })
  let n = 0
  while (!isDone) {
    // Some that are there already, some that are new, some that go again.
    await ledger.append([strangeStick(`S-${n % 30}-1`), strangeStick(`N-${n}`), { ...strangeStick(`S-${n % 30}-2`), data: { serial: `S-${n % 30}-2`, where: 'drop' } } as never], ledger.head())
    n++
    await new Promise((resolve) => { setImmediate(resolve) })
  }
  const { problems, size } = await verifying
  expect(n).toBeGreaterThan(3)
  expect(problems).toEqual([])
  expect(size).toBeGreaterThan(900)
})
