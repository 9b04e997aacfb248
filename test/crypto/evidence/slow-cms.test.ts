import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { signDetached, verifyDetached } from '../../../crypto/cms.ts'
import { generateOrganisationKeys } from '../../../crypto/organisation-keys.ts'

const content = [Buffer.from('{"docNo":"A-R8-017-001"}')]
let cms: Uint8Array
let trustedRoots: Uint8Array[]

beforeAll(async () => {
  const { signing, root } = await generateOrganisationKeys({ commonName: '𠮷野システム株式会社', notBefore: new Date('2026-04-01T00:00:00Z') })
  cms = signDetached({ content, signingTime: null, certificate: signing.certificate, chain: [root.certificate], privateKey: signing.privateKey, profile: 'cades' })
  trustedRoots = [root.certificate]
})

const accepts = (bytes: Uint8Array) => verifyDetached({ cms: bytes, content, trustedRoots, at: new Date('2026-12-07T00:00:00Z') }).ok

test('a signature with any one hex digit replaced by any other is refused', () => {
  expect(accepts(cms)).toBe(true)
  for (let i = 0; i < cms.length; i++) {
    for (let change = 1; change < 16; change++) {
      expect(accepts(cms.with(i, cms[i]! ^ change)), `byte ${i} ^ ${change}`).toBe(false)
      expect(accepts(cms.with(i, cms[i]! ^ (change << 4))), `byte ${i} ^ ${change << 4}`).toBe(false)
    }
  }
})

test('a signature from which pieces were cut, doubled, moved or replaced is refused', () => {
  const place = fc.nat({ max: cms.length })
  const cut = fc.tuple(place, place, place, fc.uint8Array({ maxLength: 8 }))
  fc.assert(fc.property(fc.array(cut, { minLength: 1, maxLength: 3 }), (cuts) => {
    let altered = Buffer.from(cms)
    for (const [a, b, to, strange] of cuts) {
      const piece = altered.subarray(Math.min(a, b), Math.max(a, b))
      const rest = Buffer.concat([altered.subarray(0, Math.min(a, b)), strange, altered.subarray(Math.max(a, b))])
      altered = Buffer.concat([rest.subarray(0, to), ...(strange.length % 2 ? [piece] : []), rest.subarray(to)])
    }
    fc.pre(!altered.equals(cms))
    expect(accepts(altered)).toBe(false)
  }), { numRuns: 20_000 })
})
