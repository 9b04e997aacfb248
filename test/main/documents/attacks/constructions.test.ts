import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { writePem } from '../../../../crypto/pem.ts'
import { askBoth } from '../tools.ts'
import { found, latin1 } from './attacker.ts'
import { constructions } from './constructions.ts'
import { setScene, type Scene } from './scene.ts'
import { OTHERS_SAID } from './what-others-said.ts'

// The list itself; the other files of this folder hold what goes beyond it.
let scene: Scene
beforeAll(async () => { scene = await setScene() })

test('the specification\'s list is whole: 84 constructions in nine families', () => {
  const families = [...new Set(constructions.map(({ family }) => family))].map((family) => `${family} ${constructions.filter((construction) => construction.family === family).length}`)
  expect(families).toEqual(['integrity 7', 'USF 13', 'ISA 11', 'SWA 4', 'shadow 9', 'CMS 17', 'attachment 6', 'parser 9', 'time and state 8'])
  expect(constructions).toHaveLength(84)
  expect(new Set(constructions.map(({ name }) => name)).size).toBe(84)
})

describe('each is refused with a sentence, or by the ledger; and where others accept it, it says why', () => {
  test.each(constructions.map((construction) => [`${construction.family}: ${construction.name}`, construction] as const))('%s', (_, { name, found: expected, why, build }) => {
    const attack = build(scene)
    const codes = found(attack, scene.trust)
    if (expected === 'only the ledger can tell') expect(codes).toEqual([])
    else expect(codes.some((code) => expected.includes(code)), codes.join()).toBe(true)
    const [poppler, openssl] = [popplerSays(attack), opensslSays(attack)]
    expect(`${poppler}, ${openssl}`).toBe(OTHERS_SAID[name])
    expect(why !== undefined).toBe(poppler === 'valid' || openssl === 'accepts')
  })
})

test('an untouched document, received or not, is believed by all three', () => {
  for (const honest of [scene.pdf, scene.received]) {
    expect(found(honest, scene.trust)).toEqual([])
    expect([popplerSays(honest), opensslSays(honest)]).toEqual(['valid', 'accepts'])
  }
})

/** Whether poppler calls each signature that it finds valid. */
function popplerSays(pdf: Uint8Array): 'valid' | 'invalid' | 'no signature' {
  const path = join(scene.folder, 'attack.pdf')
  writeFileSync(path, pdf)
  const verdicts = [...askBoth('pdfsig', path).matchAll(/Signature Validation: (.*)/g)].map(([, verdict]) => verdict)
  return verdicts.length === 0 ? 'no signature' : verdicts.every((verdict) => verdict === 'Signature is Valid.') ? 'valid' : 'invalid'
}

/** Whether `openssl cms -verify -cades`, given the registered roots, accepts the first signature over the range that the file names. */
function opensslSays(pdf: Uint8Array): 'accepts' | 'refuses' {
  const text = latin1(pdf)
  const [, before = 0, from = 0, to = 0, length = 0] = /\/ByteRange ?\[ ?(\d+) (\d+) (\d+) (\d+)/.exec(text)?.map(Number) ?? []
  const hex = /\/Contents ?<([0-9a-f\s]*)>/.exec(text)?.[1]?.replace(/\s/g, '') ?? ''
  const paths = ['roots.pem', 'signature.der', 'signed.bin'].map((name) => join(scene.folder, name))
  const [roots = '', cms = '', content = ''] = paths
  writeFileSync(roots, [scene.contractor, scene.city].map(({ root }) => writePem('CERTIFICATE', root.certificate)).join(''))
  // Cut where its own length says; openssl leaves what follows a message alone.
  writeFileSync(cms, Buffer.from(hex.slice(0, 8 + 2 * Number.parseInt(hex.slice(4, 8) || '0', 16)), 'hex'))
  writeFileSync(content, Buffer.concat([pdf.subarray(before, before + from), pdf.subarray(to, to + length)]))
  return askBoth('openssl', 'cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', cms, '-content', content, '-CAfile', roots, '-no_check_time', '-out', '/dev/null').includes('Verification successful') ? 'accepts' : 'refuses'
}
