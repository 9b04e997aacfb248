import { beforeAll, describe, expect, test } from 'vitest'
import type { Trust } from '../../../../core/world.ts'
import type { OrganisationKeys } from '../../../../crypto/organisation-keys.ts'
import { bodyOf, openDesk, trustIn } from '../desk-of-documents.ts'
import { addObject, append, found, replaceIn, resign, type Opened } from './attacker.ts'

let pdf: Uint8Array
let trust: Trust
let keys: OrganisationKeys
beforeAll(async () => {
  const desk = await openDesk()
  pdf = bodyOf((await desk.documents.bodies(desk.receipt())).bodies, 'application/pdf')
  trust = trustIn(desk.keys)
  keys = desk.keys
})

test('a document put together again and signed by its own key is believed, so that what follows fails for its own reason', () => {
  expect(found(resign(pdf, () => undefined, keys), trust)).toEqual([])
})

describe('shadows: what the contractor itself signed must still be what it says', () => {
  test.each<[string, string[], (opened: Opened) => void]>([
    ['a number that is painted over', ['pdf-print-differs'], (opened) => replaceIn(opened, 'BT /F1', (body) => longer(body, '1 g 300 300 50 10 re f\n'))],
    ['other shapes for the same characters', ['pdf-print-differs'], (opened) => replaceIn(opened, '/FontName /BZZZZZ', (body) => body.replace('/ItalicAngle 0', '/ItalicAngle 9'))],
    ['a script on opening', ['pdf-forbidden'], (opened) => replaceIn(opened, '/Type /Catalog', (body) => body.replace(/>>$/, '/OpenAction <<\n/S /JavaScript\n/JS (app.alert)\n>>\n>>'))],
    ['an action on the page', ['pdf-forbidden'], (opened) => replaceIn(opened, '/Type /Page\n', (body) => body.replace(/>>$/, '/AA <<\n>>\n>>'))],
    ['a link', ['pdf-forbidden'], (opened) => replaceIn(opened, '/Type /Page\n', (body) => body.replace('/Annots [', '/Annots [<<\n/Type /Annot\n/Subtype /Link\n>> '))],
    ['a rule that allows more', ['pdf-certification-missing'], (opened) => replaceIn(opened, '/Type /Sig\n', (body) => body.replace('/P 2', '/P 3'))],
    ['no permissions in the catalogue', ['pdf-print-differs'], (opened) => replaceIn(opened, '/Type /Catalog', (body) => body.replace(/\/Perms <<\n[^>]*>>\n/, ''))],
    ['a field too many', ['pdf-fields', 'pdf-unreachable-object'], (opened) => { addObject(opened, '<<\n/Type /Annot\n/Subtype /Widget\n/FT /Tx\n/T (amount)\n>>') }],
    ['a picture for a field', ['pdf-forbidden'], (opened) => replaceIn(opened, '/T (city)', (body) => body.replace(/>>$/, '/AP <<\n>>\n>>'))],
    ['another title', ['pdf-print-differs'], (opened) => replaceIn(opened, '<x:xmpmeta', (body) => body.replace('Azukari F-25/1', 'Azukari F-25/9'))],
    ['another code for the camera', ['seal-malformed'], (opened) => replaceIn(opened, '(AZK1', (body) => body.replace('AZK1', 'AZK10'))],
  ])('%s', (_what, expected, edit) => {
    const codes = found(resign(pdf, edit, keys), trust)
    for (const code of expected) expect(codes).toContain(code)
  })

  test('hiding an object by a table alone', () => {
    expect(found(append(pdf, {}), trust)).toEqual(['pdf-updated-later'])
  })
})

/** Content with more at its end, its length corrected. */
function longer(body: string, more: string): string {
  const length = Number(/\/Length (\d+)/.exec(body)?.[1])
  return body.replace(/\/Length \d+/, `/Length ${length + more.length}`).replace(/\nendstream$/, `${more}\nendstream`)
}
