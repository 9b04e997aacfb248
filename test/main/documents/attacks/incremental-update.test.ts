import { beforeAll, describe, expect, test } from 'vitest'
import type { Trust } from '../../../../core/world.ts'
import type { OrganisationKeys } from '../../../../crypto/organisation-keys.ts'
import { bodyOf, openDesk, trustIn } from '../desk-of-documents.ts'
import { addObject, append, found, latin1, numberOf, open, resign, bytesOf } from './attacker.ts'

let pdf: Uint8Array
let trust: Trust
let keys: OrganisationKeys
let outsider: OrganisationKeys
beforeAll(async () => {
  const [desk, stranger] = await Promise.all([openDesk(), openDesk('通りすがり株式会社')])
  pdf = bodyOf((await desk.documents.bodies(desk.receipt())).bodies, 'application/pdf')
  trust = trustIn(desk.keys)
  keys = desk.keys
  outsider = stranger.keys
})

const changed = (words: string, change: (body: string) => string): Record<number, string> => {
  const opened = open(pdf)
  const number = numberOf(opened, words)
  return { [number]: change(opened.objects.get(number) ?? '') }
}
/** What a second signer's software would append: a value for the city's empty field. */
const countersigned = (signer: OrganisationKeys): Uint8Array => {
  const opened = open(pdf)
  const field = numberOf(opened, '/T (city)')
  const value = opened.objects.size + 1
  const signature = latin1(resign(pdf, () => undefined, signer)).match(/\/Contents <[0-9a-f]+>/)?.[0] ?? ''
  return append(pdf, { [field]: (opened.objects.get(field) ?? '').replace(/>>$/, `/V ${value} 0 R\n>>`), [value]: `<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/ByteRange [0 1 2 3]\n${signature}\n>>` })
}

describe('incremental saving: nothing that was appended is believed', () => {
  test.each<[string, () => Uint8Array]>([
    ['another page in place of the signed one', () => append(pdf, changed('/Type /Page\n', (body) => body.replace('/UserUnit 1', '/UserUnit 2')))],
    ['a note on the page', () => append(pdf, { 900: '<<\n/Type /Annot\n/Subtype /FreeText\n/Contents (12)\n>>' })],
    ['a picture for the empty field', () => append(pdf, changed('/T (city)', (body) => body.replace(/>>$/, '/AP <<\n/N 900 0 R\n>>\n>>')))],
    ['a table alone, that hides', () => append(pdf, {})],
    ['a counter-signature of the contractor itself', () => countersigned(keys)],
    ['something behind a counter-signature', () => bytesOf(`${latin1(countersigned(outsider))}900 0 obj\n<<\n>>\nendobj\n`)],
  ])('%s', (_what, attack) => {
    const [code = 'believed'] = found(attack(), trust)
    expect(['pdf-updated-later', 'pdf-bytes-appended']).toContain(code)
  })

  test('an update between two signatures is refused like any other', () => {
    const twice = resign(pdf, (opened) => { addObject(opened, '<<\n/Type /Evil\n>>') }, keys)
    expect(found(twice, trust)).toContain('pdf-unreachable-object')
  })
})
