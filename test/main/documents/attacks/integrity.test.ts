import { beforeAll, describe, expect, test } from 'vitest'
import { bodyOf, openDesk, trustIn } from '../desk-of-documents.ts'
import type { Trust } from '../../../../core/world.ts'
import { believedThough, bytesOf, found, latin1 } from './attacker.ts'

let pdf: Uint8Array
let trust: Trust
beforeAll(async () => {
  const desk = await openDesk()
  pdf = bodyOf((await desk.documents.bodies(desk.receipt())).bodies, 'application/pdf')
  trust = trustIn(desk.keys)
})

test('an untouched document is believed, so that what follows fails for its own reason', () => {
  expect(found(pdf, trust)).toEqual([])
})

describe('a document of which one byte was changed is refused', () => {
  test.each([
    ['in the metadata', '<dc:title>'], ['in the table of offsets', '00000 n'], ['in the code for the camera', '/AzukariSeal'],
  ])('%s', (_where, words) => {
    const changed = Uint8Array.from(pdf)
    const at = latin1(pdf).indexOf(words) + words.length - 1
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(found(changed, trust)).not.toEqual([])
  })

  test('at every thousandth byte', () => {
    expect(believedThough(pdf, trust, 1009)).toEqual([])
  })
})

describe('a document that is longer or shorter is refused', () => {
  test.each<[string, string[], (text: string) => string]>([
    ['the second half cut', ['pdf-truncated'], (text) => text.slice(0, text.length / 2)],
    ['a mark before the header', ['pdf-not-ours'], (text) => `\xef\xbb\xbf${text}`],
    ['a byte put in', ['pdf-bytes-unaccounted', 'pdf-not-ours'], (text) => `${text.slice(0, 5000)} ${text.slice(5000)}`],
    ['a byte taken out', ['pdf-bytes-unaccounted', 'pdf-not-ours'], (text) => text.slice(0, 5000) + text.slice(5001)],
    ['nothing but the header', ['pdf-truncated'], (text) => text.slice(0, 15)],
  ])('%s', (_what, expected, change) => {
    const [code] = found(bytesOf(change(latin1(pdf))), trust)
    expect(expected).toContain(code)
  })
})
