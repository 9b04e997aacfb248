import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Trust } from '../../../../core/world.ts'
import type { OrganisationKeys } from '../../../../crypto/organisation-keys.ts'
import { bodyOf, openDesk, trustIn } from '../desk-of-documents.ts'
import { ask } from '../tools.ts'
import { bytesOf, found, latin1, replaceIn, resign } from './attacker.ts'

let desk: Awaited<ReturnType<typeof openDesk>>
let pdf: Uint8Array
let trust: Trust
let keys: OrganisationKeys
let path: string
beforeAll(async () => {
  desk = await openDesk()
  pdf = bodyOf((await desk.documents.bodies(desk.receipt())).bodies, 'application/pdf')
  trust = trustIn(desk.keys)
  keys = desk.keys
  path = await desk.put('receipt.pdf', pdf)
})

const trailer = (change: (text: string) => string): Uint8Array => {
  const text = latin1(pdf)
  const at = text.lastIndexOf('trailer\n')
  return bytesOf(text.slice(0, at) + change(text.slice(at)))
}

describe('what two readers would read differently is read by none', () => {
  test.each<[string, string[], () => Uint8Array]>([
    ['a key twice, once escaped', ['pdf-duplicate-key'], () => resign(pdf, (opened) => replaceIn(opened, '/Type /Catalog', (body) => body.replace(/>>$/, '/L#61ng (en)\n>>')), keys)],
    ['two entries for one place', ['pdf-bytes-unaccounted', 'pdf-not-ours'], () => bytesOf(latin1(pdf).replace(/(65535 f \n)(\d{10})( 00000 n \n)\d{10}/, '$1$2$3$2'))],
    ['a free entry', ['pdf-not-ours'], () => bytesOf(latin1(pdf).replace(/(65535 f \n\d{10} 00000 )n/, '$1f'))],
    ['encryption', ['pdf-forbidden'], () => trailer((text) => text.replace('<<\n', '<<\n/Encrypt 1 0 R\n'))],
    ['a table that is nowhere', ['pdf-not-ours'], () => trailer((text) => text.replace(/startxref\n\d+/, 'startxref\n99'))],
    ['a number of objects that is not true', ['pdf-not-ours', 'pdf-bytes-unaccounted'], () => bytesOf(latin1(pdf).replace(/xref\n0 (\d+)/, (_, n) => `xref\n0 ${Number(n) - 1}`))],
    ['nesting without end', ['pdf-not-ours'], () => resign(pdf, (opened) => replaceIn(opened, '/Type /Catalog', (body) => body.replace(/>>$/, `/Deep ${'['.repeat(100_000)}\n>>`)), keys)],
    ['a length that is too short', ['pdf-not-ours'], () => bytesOf(latin1(pdf).replace(/\/Length (\d+)/, (_, n) => `/Length ${String(Number(n) - 1).padStart(String(n).length, '0')}`))],
    ['a length that stands elsewhere', ['pdf-not-ours'], () => bytesOf(latin1(pdf).replace(/\/Length \d{5}/, '/Length 1 0 R'))],
    ['objects inside an object', ['pdf-forbidden'], () => resign(pdf, (opened) => replaceIn(opened, '/Type /Catalog', (body) => body.replace(/>>$/, '/Extra <<\n/Type /ObjStm\n>>\n>>')), keys)],
    ['another version in the header', ['pdf-not-ours'], () => bytesOf(latin1(pdf).replace('%PDF-1.7', '%PDF-1.4'))],
  ])('%s', (_what, expected, attack) => {
    const [code = 'believed'] = found(attack(), trust)
    expect(expected).toContain(code)
  })

  test.each([
    ['by an editor', ['--object-streams=disable']], ['with object streams', ['--object-streams=generate']], ['for fast web view', ['--linearize']], ['with compression', ['--compress-streams=y', '--recompress-flate']],
    ['with a password', ['--encrypt', '', 'owner', '256', '--']],
  ])('a document saved again %s', async (_how, options) => {
    const saved = join(desk.folder, 'saved.pdf')
    ask('qpdf', ...options, path, saved)
    expect(found(new Uint8Array(await readFile(saved)), trust)).not.toEqual([])
  })
})
