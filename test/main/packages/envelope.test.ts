import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Instant } from '../../../core/time.ts'
import type { KeyInHand, LockOrder } from '../../../core/world.ts'
import { generateOrganisationKeys, type OrganisationKeys } from '../../../crypto/organisation-keys.ts'
import { writePem } from '../../../crypto/pem.ts'
import { realDisk } from '../../../main/files/disk.ts'
import { realPackages } from '../../../main/packages/packages.ts'
import { cityFiles, contentOf, never, run, shelf } from './office.ts'

const notBefore = new Date('2026-04-01T00:00:00Z')
const at = Date.parse('2026-12-10T04:00:00Z') as Instant
let contractor: OrganisationKeys
let city: OrganisationKeys
beforeAll(async () => {
  ;[contractor, city] = await Promise.all(['株式会社ひかりの丘データサービス', '青葉野市'].map((commonName) => generateOrganisationKeys({ commonName, notBefore })))  as [OrganisationKeys, OrganisationKeys]
})

const deskOf = (keys: OrganisationKeys) => realPackages({ openBlob: () => { throw new Error('no blobs here') }, keys: () => keys, begin: () => ({ signal: new AbortController().signal, end: () => {} }), disk: realDisk })
const pem = (certificate: Uint8Array) => writePem('CERTIFICATE', certificate)
const enveloped = (): LockOrder => ({ kind: 'envelope', certificatePem: pem(city.encryption.certificate), packageNo: 'P-R8-017-001', at })
/** Nobody looks: virus scanners have tests of their own. */
const look = async () => {}
const letter = (path: string, root = contractor.root.certificate): KeyInHand => ({ kind: 'letter', path, trust: [{ organisation: '株式会社ひかりの丘データサービス', rootPem: pem(root) }], at })

async function sealed(here: string, more: { lock?: LockOrder; volumeBytes?: number } = {}) {
  const files = cityFiles(here)
  const order = { items: [], files: [{ path: files, name: '受領分', size: 0, modifiedAt: 0 }], into: here, fileName: 'P-R8-017-001.zip', level: 4, namesHidden: true, lock: more.lock ?? enveloped(), volumeBytes: more.volumeBytes ?? null }
  const outcome = await deskOf(contractor).seal(order, never)
  if (outcome.outcome !== 'verified') throw new Error(JSON.stringify(outcome))
  return { outcome, files }
}

test('OpenSSL opens the key letter with the recipient\'s key, and 7-Zip the package with what is in it', async () => {
  const here = shelf()
  const { outcome } = await sealed(here)
  expect(outcome).toMatchObject({ passphrase: null, passphraseBits: 256, letter: { name: 'P-R8-017-001.key.p7m' } })

  writeFileSync(join(here, 'cert.pem'), pem(city.encryption.certificate))
  writeFileSync(join(here, 'key.pem'), city.encryption.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const said = execFileSync('openssl', ['cms', '-decrypt', '-binary', '-inform', 'DER', '-in', join(here, 'P-R8-017-001.key.p7m'), '-recip', join(here, 'cert.pem'), '-inkey', join(here, 'key.pem')]).toString()
  const { letter: told } = JSON.parse(said) as { letter: { packageId: string; passphrase: string } }

  expect(told).toMatchObject({ packageId: 'P-R8-017-001', passphrase: expect.stringMatching(/^[\w-]{43}$/) as string })
  expect(run('7zz', 't', `-p${told.passphrase}`, outcome.path)).toContain('Everything is Ok')
})

test('the recipient opens the package with the letter alone, and hears whose it is', async () => {
  const here = shelf()
  const { outcome, files } = await sealed(here)

  const opened = await deskOf(city).open({ path: outcome.path, key: letter(outcome.letter?.path ?? ''), into: join(here, 'opened'), look }, never)

  expect(opened).toMatchObject({ outcome: 'opened', files: 5, sender: '株式会社ひかりの丘データサービス' })
  expect(contentOf(join(here, 'opened/受領分'))).toEqual(contentOf(files))
  expect(await deskOf(city).verify({ path: outcome.path, key: letter(outcome.letter?.path ?? '') }, never)).toMatchObject({ outcome: 'read', sha256: outcome.sha256, contents: { files: 5, manifest: 'package' }, differences: [] })
})

test('who looks before the folder has its name sees all of it, and can have nothing taken out', async () => {
  const here = shelf()
  const { outcome, files } = await sealed(here)
  const into = join(here, 'opened')
  let seen: unknown = null
  const refusing = async (folder: string) => {
    seen = contentOf(join(folder, '受領分'))
    throw new Error('refused')
  }

  await expect(deskOf(city).open({ path: outcome.path, key: letter(outcome.letter?.path ?? ''), into, look: refusing }, never)).rejects.toThrow('refused')

  expect(seen).toEqual(contentOf(files))
  expect(readdirSync(here).filter((name) => name.includes('opened'))).toEqual([])
})

test('a letter for somebody else, of an unknown sender, damaged or missing opens nothing', async () => {
  const here = shelf()
  const { outcome } = await sealed(here)
  const path = outcome.letter?.path ?? ''
  const into = join(here, 'opened')
  const bytes = readFileSync(path)
  writeFileSync(join(here, 'damaged.p7m'), bytes.with(bytes.length - 30, bytes[bytes.length - 30]! ^ 1))

  expect(await deskOf(contractor).open({ path: outcome.path, key: letter(path), into, look }, never)).toMatchObject({ outcome: 'trouble', what: 'letter-not-for-us' })
  expect(await deskOf(city).open({ path: outcome.path, key: letter(path, city.root.certificate), into, look }, never)).toMatchObject({ outcome: 'trouble', what: 'letter-not-believed' })
  expect(await deskOf(city).open({ path: outcome.path, key: letter(join(here, 'damaged.p7m')), into, look }, never)).toMatchObject({ outcome: 'trouble', what: 'letter-damaged' })
  expect(await deskOf(city).open({ path: outcome.path, key: letter(join(here, 'none')), into, look }, never)).toMatchObject({ outcome: 'trouble', what: 'letter-unreadable', path: join(here, 'none') })
  expect(existsSync(into)).toBe(false)
})

test('a letter that cannot be written leaves no package either', async () => {
  const here = shelf()
  writeFileSync(join(here, 'P-R8-017-001.key.p7m'), 'older')
  await expect(sealed(here)).rejects.toThrow('target-exists')
  expect(readdirSync(here).toSorted()).toEqual(['P-R8-017-001.key.p7m', '受領分'])

  const refusing = shelf()
  const files = cityFiles(refusing)
  const disk = { ...realDisk, open: ((path: string, ...rest: []) => (path.includes('.key.p7m') ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : realDisk.open(path, ...rest))) as typeof realDisk.open }
  const desk = realPackages({ openBlob: () => { throw new Error('none') }, keys: () => contractor, begin: () => ({ signal: never.signal, end: () => {} }), disk })
  const order = { items: [], files: [{ path: files, name: '受領分', size: 0, modifiedAt: 0 }], into: refusing, fileName: 'P.zip', level: 4, namesHidden: true, lock: enveloped(), volumeBytes: null }
  expect(await desk.seal(order, never)).toMatchObject({ outcome: 'trouble', what: 'disk-full' })
  expect(readdirSync(refusing)).toEqual(['受領分'])
})

test('a package in volumes is opened by 7-Zip from the first, each with its own hash, and no whole file stays', async () => {
  const here = shelf()
  const { outcome } = await sealed(here, { lock: { kind: 'passphrase' }, volumeBytes: 400_000 })

  expect(outcome.path).toBe(join(here, 'P-R8-017-001.zip.001'))
  expect(readdirSync(here).filter((name) => name.startsWith('P-'))).toEqual(outcome.volumes.map(({ name }) => name))
  for (const { name, bytes, sha256 } of outcome.volumes) expect(run('sha256sum', join(here, name)).slice(0, 64), `${bytes}`).toBe(sha256)
  expect(run('sh', '-c', `cat '${here}'/P-*.zip.0* | sha256sum`).slice(0, 64)).toBe(outcome.sha256)
  expect(run('7zz', 't', `-p${outcome.passphrase}`, outcome.path)).toContain('Everything is Ok')
  expect(await deskOf(city).verify({ path: outcome.path, key: null }, never)).toMatchObject({ sha256: outcome.sha256, parts: outcome.volumes })
})

test('a package that is smaller than a volume stays whole', async () => {
  const here = shelf()
  const { outcome } = await sealed(here, { lock: { kind: 'passphrase' }, volumeBytes: 100_000_000 })
  expect(outcome).toMatchObject({ path: join(here, 'P-R8-017-001.zip'), volumes: [] })
})
