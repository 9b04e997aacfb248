import { beforeAll, describe, expect, test } from 'vitest'
import type { Trust } from '../../../../core/world.ts'
import { bodyOf, openDesk, trustIn } from '../desk-of-documents.ts'
import { bytesOf, found, latin1, open, replaceIn, assemble } from './attacker.ts'

let pdf: Uint8Array
let trust: Trust
beforeAll(async () => {
  const desk = await openDesk()
  pdf = bodyOf((await desk.documents.bodies(desk.receipt())).bodies, 'application/pdf')
  trust = trustIn(desk.keys)
})

/** The signature's dictionary rewritten, the rest as it was. */
const rewrite = (change: (body: string) => string): Uint8Array => {
  const opened = open(pdf)
  replaceIn(opened, '/Type /Sig\n', change)
  return assemble(opened)
}
/** The same without moving a byte: what is shorter is filled up with spaces. */
const overwrite = (pattern: RegExp, by: string): Uint8Array => bytesOf(latin1(pdf).replace(pattern, (old) => by.padEnd(old.length).slice(0, old.length)))

describe('universal signature forgery: a signature that says nothing is no signature', () => {
  test.each<[string, string[], () => Uint8Array]>([
    ['Contents missing', ['pdf-contents-malformed'], () => rewrite((body) => body.replace(/\/Contents <[0-9a-f]+>\n/, ''))],
    ['ByteRange that ends early', ['pdf-range-wrong'], () => overwrite(/\[0 \d+ \d+ \d+ *\]/, latin1(pdf).replace(/^[\s\S]*\/ByteRange \[(0 \d+ \d+) \d+ *\][\s\S]*$/, '[$1 10]'))],
    ['SubFilter of an older kind', ['pdf-contents-malformed'], () => overwrite(/\/ETSI\.CAdES\.detached/, '/adbe.pkcs7.detached')],
    ['SubFilter unknown', ['pdf-contents-malformed'], () => overwrite(/\/ETSI\.CAdES\.detached/, '/x')],
  ])('%s', (_what, expected, attack) => {
    const codes = found(attack(), trust)
    for (const code of expected) expect(codes).toContain(code)
  })
})

describe('signature wrapping: what is not signed holds nothing but the signature', () => {
  test.each<[string, string[], () => Uint8Array]>([
    ['capital digits', ['pdf-contents-malformed'], () => bytesOf(latin1(pdf).replace(/\/Contents <3082[0-9a-f]+/, (hex) => `/Contents <${hex.slice(11).toUpperCase()}`))],
    ['an object hidden in a wider gap', ['pdf-contents-malformed', 'pdf-not-ours', 'pdf-bytes-unaccounted'], () => {
      const text = latin1(pdf)
      const gap = text.indexOf('>', text.indexOf('/Contents <'))
      return bytesOf(`${text.slice(0, gap)}>\n>>\nendobj\n999 0 obj\n<<\n/Type /Page\n/X <00${text.slice(gap)}`)
    }],
    ['a second dictionary in place of the digits', ['pdf-contents-malformed', 'pdf-not-ours', 'pdf-duplicate-key'], () => overwrite(/0{400}>/, `>\n/Contents <${'0'.repeat(370)}>`)],
  ])('%s', (_what, expected, attack) => {
    const [code = 'believed'] = found(attack(), trust)
    expect(expected).toContain(code)
  })
})
