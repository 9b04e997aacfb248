import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { generateOrganisationKeys } from '../../../crypto/organisation-keys.ts'
import { type Disk, realDisk } from '../../../main/files/disk.ts'
import { draftName } from '../../../main/files/draft.ts'
import { realFiles } from '../../../main/files/files.ts'
import { realPackages } from '../../../main/packages/packages.ts'

const quietly = { signal: new AbortController().signal, onProgress: () => {} }
const TEXT = '宛名番号,氏名\r\n90000001,青葉野　太郎\r\n'
let desk: string
const keys = await generateOrganisationKeys({ commonName: '株式会社ひかりの丘データサービス', notBefore: new Date('2026-04-01T00:00:00Z') })
beforeEach(() => {
  desk = mkdtempSync(join(tmpdir(), 'azukari-desk-packages-'))
  for (const folder of ['blobs', 'in', 'out']) mkdirSync(join(desk, folder))
  writeFileSync(join(desk, 'in/送付票.txt'), '送付票')
})
afterEach(() => rmSync(desk, { recursive: true, force: true }))

/** A vault that keeps one received file, beside one that still lies on disk. */
async function office(disk: Disk = realDisk) {
  const leaving = new AbortController()
  const begin = () => ({ signal: leaving.signal, end: () => {} })
  const files = realFiles({ folder: join(desk, 'blobs'), keyOf: (blob) => createHash('sha256').update(blob).digest(), ledger: { size: () => 0, speaksOfBlob: () => false, learnBlobs: () => {}, entriesWith: () => [] }, begin })
  const kept = await files.keep('宛名.csv', Buffer.from(TEXT))
  const { found } = await files.find([join(desk, 'in')])
  const order = {
    items: [{ name: '宛名.csv', size: kept.size, sha256: kept.sha256, modifiedAt: Date.UTC(2026, 11, 1), blob: kept.blob }], files: found,
    into: join(desk, 'out'), fileName: 'P-R8-017-001.zip', level: 4, namesHidden: false, lock: { kind: 'passphrase' as const }, volumeBytes: null,
  }
  return { packages: realPackages({ openBlob: (blob) => files.blobs.open(blob), keys: () => keys, begin, disk }), order, leaving, blob: join(desk, 'blobs', kept.blob) }
}
const left = () => readdirSync(join(desk, 'out')).toSorted()

test('what the vault keeps and what lies on disk go into one package that another program opens', async () => {
  const { packages, order } = await office()

  const sealed = await packages.seal(order, quietly)

  if (sealed.outcome !== 'verified') throw new Error(JSON.stringify(sealed))
  expect(left()).toEqual(['P-R8-017-001.zip'])
  expect(sealed.files.map(({ path }) => path)).toEqual(expect.arrayContaining(['宛名.csv', '送付票.txt']))
  expect(sealed.passphrase).toMatch(/^(\w{5}-){4}\w{5}$/)
  expect(Math.floor(25 * Math.log2(57))).toBe(sealed.passphraseBits)
  expect(spawnSync('7zz', ['x', '-so', `-p${sealed.passphrase}`, sealed.path, '宛名.csv']).stdout.toString()).toBe(TEXT)
})

test('a received file that is not what the ledger says it is does not go out', async () => {
  const { packages, order } = await office()
  const [item] = order.items

  expect(await packages.seal({ ...order, items: [{ ...item!, sha256: '0'.repeat(64) }] }, quietly)).toEqual({ outcome: 'trouble', what: 'source-changed', path: '宛名.csv' })

  expect(left()).toEqual([])
})

test('a file of the vault that was altered is not packed', async () => {
  const { packages, order, blob } = await office()
  truncateSync(blob, 40)

  expect(await packages.seal(order, quietly)).toMatchObject({ outcome: 'trouble', what: 'vault-damaged' })

  expect(left()).toEqual([])
})

test('an existing package stays, a missing folder and a missing source are named', async () => {
  const { packages, order } = await office()
  writeFileSync(join(desk, 'out/P-R8-017-001.zip'), 'older')
  expect(await packages.seal(order, quietly)).toEqual({ outcome: 'trouble', what: 'target-exists', path: join(desk, 'out/P-R8-017-001.zip') })

  expect(await packages.seal({ ...order, into: join(desk, 'nowhere') }, quietly)).toMatchObject({ outcome: 'trouble', what: 'target-missing' })

  rmSync(join(desk, 'in/送付票.txt'))
  expect(await packages.seal({ ...order, fileName: 'other.zip' }, quietly)).toEqual({ outcome: 'trouble', what: 'source-missing', path: join(desk, 'in/送付票.txt') })
  expect(left()).toEqual(['P-R8-017-001.zip'])
})

test.each(['reading', 'writing', 'verifying'])('called off while %s, by the clerk or because the vault is being locked, it leaves nothing', async (phase) => {
  for (const who of ['clerk', 'vault']) {
    const { packages, order, leaving } = await office()
    const clerk = new AbortController()

    const sealed = await packages.seal(order, { signal: clerk.signal, onProgress: (step) => { if (step.phase === phase) (who === 'clerk' ? clerk : leaving).abort() } })

    expect(sealed).toEqual({ outcome: 'abandoned' })
    expect(left()).toEqual([])
  }
})

test('until it is verified a package does not have its name', async () => {
  const { packages, order } = await office()
  const seen = new Set<string>()

  await packages.seal(order, { ...quietly, onProgress: () => left().forEach((name) => seen.add(name.replace(/\.zip.*/, (rest) => (rest === '.zip' ? rest : ' draft')))) })

  expect([...seen]).toEqual(['P-R8-017-001 draft'])
})

test('a disk that fails at the last moment leaves nothing under the name', async () => {
  const refuse = () => Promise.reject(Object.assign(new Error('broken'), { code: 'EIO' }))
  const { packages, order } = await office({ ...realDisk, link: refuse, rename: refuse })

  await packages.seal(order, quietly).catch(() => {})

  expect(left()).toEqual([])
})

test('what a killed sealing left under another number is swept by the next one into the same folder, and nothing of anybody else', async () => {
  const { packages, order } = await office()
  const dead = draftName(join(desk, 'out/P-R8-017-000.zip')).replace(`-${process.pid}-`, '-4194999-')
  const strangers = [`${join(desk, 'out/')}other.zip.part`, draftName(join(desk, 'out/of-the-living.zip'))]
  for (const path of [dead, ...strangers]) writeFileSync(path, 'half')

  await packages.seal(order, quietly)

  expect(left()).toEqual([...strangers.map((path) => basename(path)), 'P-R8-017-001.zip'].toSorted())
})
