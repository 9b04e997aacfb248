import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { expect, test } from 'vitest'
import { billOfMaterials } from '../../scripts/shipping/sbom.mjs'
import { leftOutside, notAllowed, shipped, wordsOf } from '../../scripts/shipping/what-ships.mjs'

const root = join(import.meta.dirname, '../..')
const locked = (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Parameters<typeof leftOutside>[0] }).packages

/** What the window, main and the crypto room are made with; what else the bundles hold, the build itself finds and judges. */
const used = ['react', 'react-dom', '@mantine/core', '@mantine/dates', '@tanstack/react-query', '@tanstack/react-router', 'i18next', 'dayjs', 'zod', 'nodemailer', 'qrcode', 'zxing-wasm', 'iconv-lite', 'canonicalize', '@scure/bip39', '@expo-google-fonts/noto-sans-jp', '@fontsource-variable/noto-sans-jp']
const packages = [...leftOutside(locked), ...used.map((name) => `node_modules/${name}`)].map((folder) => shipped(folder, locked))

test('all that ships may be given on, and brings the words of its licence', () => {
  expect(notAllowed(packages).map(({ name, licence }) => `${name}: ${licence}`)).toEqual([])
  expect(packages.filter((each) => wordsOf(each) === '').map(({ name }) => name)).toEqual([])
})

test.each(['GPL-3.0-only', 'AGPL-3.0', 'unknown', 'UNLICENSED', 'SEE LICENSE IN eula.txt', 'SSPL-1.0', 'MIT AND GPL-2.0', '(GPL-2.0 OR AGPL-3.0)', ''])('nothing under %j ships', (licence) => {
  expect(notAllowed([{ name: 'a', version: '1.0.0', licence, integrity: '', folder: 'node_modules/a' }])).toHaveLength(1)
})

test.each(['MIT', '(MIT OR GPL-3.0-or-later)', 'MIT AND OFL-1.1', 'Apache-2.0'])('what is under %j may ship', (licence) => {
  expect(notAllowed([{ name: 'a', version: '1.0.0', licence, integrity: '', folder: 'node_modules/a' }])).toEqual([])
})

/** CycloneDX 1.6 (ECMA-424), as far as a bill of ours goes: nothing that the standard does not know, nothing that it wants missing. */
const Purl = z.string().regex(/^pkg:(npm|generic)\/[^@\s]+@[^@\s]+$/)
const Licences = z.tuple([z.union([z.strictObject({ license: z.strictObject({ id: z.string().regex(/^[A-Za-z0-9.+-]+$/) }) }), z.strictObject({ expression: z.string().regex(/^[A-Za-z0-9.+() -]+$/) })])])
const Component = z.strictObject({
  'type': z.enum(['library', 'framework', 'application']), 'bom-ref': Purl, 'name': z.string().min(1), 'version': z.string().min(1), 'purl': Purl, 'licenses': Licences.optional(), 'description': z.string().optional(),
  'externalReferences': z.array(z.strictObject({ type: z.literal('distribution'), url: z.url(), hashes: z.array(z.strictObject({ alg: z.enum(['SHA-1', 'SHA-256', 'SHA-512']), content: z.string().regex(/^([a-f0-9]{40}|[a-f0-9]{64}|[a-f0-9]{128})$/) })) })).optional(),
})
const Bill = z.strictObject({
  $schema: z.literal('http://cyclonedx.org/schema/bom-1.6.schema.json'), bomFormat: z.literal('CycloneDX'), specVersion: z.literal('1.6'), version: z.literal(1),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  metadata: z.strictObject({ timestamp: z.iso.datetime(), component: Component }), components: z.array(Component), dependencies: z.array(z.strictObject({ ref: Purl, dependsOn: z.array(Purl) })),
})

test('the bill of materials is one by the standard, names each package once, and is the same for the same build', () => {
  const build = { name: 'azukari', version: '0.1.0', electron: '45.4.1' }
  const bill = billOfMaterials({ ...build, at: '2026-12-07T01:00:00.000Z' }, packages)
  Bill.parse(bill)
  const refs = bill.components.map((each) => each['bom-ref'])
  expect(new Set(refs).size).toBe(refs.length)
  expect(refs).toContain('pkg:npm/%40scure/bip39@1.6.0')
  expect(refs).toContain('pkg:npm/electron@45.4.1')
  expect(bill.dependencies[0]?.dependsOn).toEqual(refs)
  expect(billOfMaterials({ ...build, at: '2027-01-01T00:00:00.000Z' }, packages).serialNumber).toBe(bill.serialNumber)
  expect(billOfMaterials({ ...build, at: '2027-01-01T00:00:00.000Z' }, packages.slice(1)).serialNumber).not.toBe(bill.serialNumber)
})
