import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { writePem } from '../../crypto/pem.ts'
import { openDesk } from '../main/documents/desk-of-documents.ts'

/** docs/verify-without-azukari.md, done as it is written: the commands of its page, on documents fresh from the press. */
const page = readFileSync(join(import.meta.dirname, '../../docs/verify-without-azukari.md'), 'utf8')
let folder = ''
let code = ''

beforeAll(async () => {
  const desk = await openDesk()
  folder = desk.folder
  const made = await desk.documents.bodies(desk.receipt())
  code = made.code
  for (const { name, bytes } of made.bodies) await desk.put(name, bytes)
  await desk.put('K-27a047c3.json', JSON.stringify({ rootPem: writePem('CERTIFICATE', desk.keys.root.certificate) }))
})

/** The indented lines of a section, each block as one script. */
function commandsIn(section: string): string[] {
  const text = page.split(/^## /m).find((part) => part.startsWith(section)) ?? ''
  return [...text.matchAll(/(?:^ {4}.*\n(?:^\n(?=^ {4}))?)+/gm)].map(([block]) => block.replaceAll(/^ {4}/gm, ''))
}
const run = (script: string): string => execFileSync('bash', ['-ec', `exec 2>&1\n${script}`], { cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: process.env['PATH'] } })
const readAs = (script: string): string => script.replaceAll(' -purpose any', ` -purpose any -attime ${Date.parse('2026-12-08') / 1000}`)

test('the root is taken out of the key notice, the PDF is checked and believed, and its record is the one beside it', () => {
  for (const script of commandsIn('0.')) expect(run(script)).toMatch(/^[0-9a-f]{64}|^$/m)
  const [ofPdf = ''] = commandsIn('1.')
  const told = run(ofPdf)
  for (const words of ['Signature is Valid.', 'Total document signed', 'ETSI.CAdES.detached']) {
    expect(page).toContain(words)
    expect(told).toContain(words)
  }
  const [ofSignature = '', ofInside = ''] = commandsIn('2.')
  expect(run(readAs(ofSignature))).toContain('CAdES Verification successful')
  expect(run(ofInside).replaceAll(/.*file.*\n?/gi, '').trim()).toBe('')
})

test('the code of the paper follows from the record by the few lines of the page', () => {
  const [script = ''] = commandsIn('3.')
  expect(run(script).trim()).toBe(code)
})

test('a changed record is found by the same commands', () => {
  const path = join(folder, 'A-R8-017-001.json')
  const before = readFileSync(path)
  writeFileSync(path, before.toString('utf8').replace('"count":12', '"count":13'))
  expect(spawnSync('bash', ['-ec', readAs(commandsIn('2.')[0] ?? '')], { cwd: folder }).status).not.toBe(0)
  expect(run(commandsIn('3.')[0] ?? '').trim()).not.toBe(code)
  writeFileSync(path, before)
})
