import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Trust } from '../../../../core/world.ts'
import type { OrganisationKeys } from '../../../../crypto/organisation-keys.ts'
import { bodyOf, openDesk, trustIn } from '../desk-of-documents.ts'
import { found, latin1, replaceIn, resign, type Opened } from './attacker.ts'

let pdf: Uint8Array
let trust: Trust
let keys: OrganisationKeys
beforeAll(async () => {
  const desk = await openDesk()
  pdf = bodyOf((await desk.documents.bodies(desk.receipt())).bodies, 'application/pdf')
  trust = trustIn(desk.keys)
  keys = desk.keys
})

/** The record inside rewritten, its length corrected. */
const record = (change: (json: string) => string) => (opened: Opened): void => replaceIn(opened, '/Type /EmbeddedFile', (body) => {
  const [, head = '', json = ''] = /^([\s\S]*?\nstream\n)([\s\S]*)\nendstream$/.exec(body) ?? []
  const changed = change(json)
  return `${head.replace(/\/Size \d+/, `/Size ${changed.length}`).replace(/\/Length \d+/, `/Length ${changed.length}`)}${changed}\nendstream`
})

describe('the record inside, as the contractor itself signed it', () => {
  test.each<[string, string[], (opened: Opened) => void]>([
    ['keys in another order', ['json-not-canonical'], record((json) => json.replace(/^\{("addressee":\{[^}]*\}),("articleRef":"[^"]*")/, '{$2,$1'))],
    ['bytes that are no UTF-8', ['json-not-canonical'], record((json) => json.replace('A-R8', '\xff'))],
    ['a number written otherwise', ['json-not-canonical'], record((json) => json.replace('"count":12', '"count":12.0'))],
    ['nesting without end', ['json-not-canonical'], record(() => '['.repeat(100_000))],
    ['nothing', ['json-not-canonical'], record(() => '')],
    ['a key that no form has', ['record-malformed'], record((json) => json.replace('"addressee"', '"aaa":1,"addressee"'))],
    ['a form that we do not know', ['record-malformed'], record((json) => json.replace('"template":"F-25/1"', '"template":"F-25/2"'))],
    ['a day that is in no calendar', ['date-impossible'], record((json) => json.replace('2026-12-07T10:40:00', '2026-02-30T10:40:00'))],
    ['totals that are not the sum', ['record-contradicts-itself'], record((json) => json.replace('"bytes":1096', '"bytes":1095'))],
    ['a compressed attachment that would fill the memory', ['pdf-compressed'], (opened) => replaceIn(opened, '/Type /EmbeddedFile', () => {
      const bomb = latin1(deflateSync(Buffer.alloc(64 * 1024 * 1024, 32), { level: 9 }))
      return `<<\n/Type /EmbeddedFile\n/Filter /FlateDecode\n/Length ${bomb.length}\n>>\nstream\n${bomb}\nendstream`
    })],
  ])('%s', (_what, expected, edit) => {
    const codes = found(resign(pdf, edit, keys), trust)
    expect(codes.some((code) => expected.includes(code)), codes.join()).toBe(true)
  })
})
