import { generateKeyPair } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openssl } from './crypto/evidence/openssl.ts'
import { withNewKeys } from './ready-keys.mjs'

const anRsaKey = () => promisify(generateKeyPair)('rsa', { modulusLength: 3072, publicExponent: 65_537 })

test('keys that tests are given are sound RSA keys of 3072 bits, and none comes twice', async () => {
  const given = await Promise.all(Array.from({ length: 20 }, anRsaKey))
  expect(new Set(given.map(({ publicKey }) => publicKey.export({ type: 'spki', format: 'pem' }))).size).toBe(20)
  expect(new Set(given.map(({ publicKey }) => publicKey.asymmetricKeyDetails?.modulusLength))).toEqual(new Set([3072]))
  const { out } = openssl(['pkey', '-check', '-noout', '-in', '{key}'], { key: given[0]!.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() })
  expect(out.toString()).toContain('Key is valid')
})

test('where a test asks for new keys, they are really made', async () => {
  const primes = (await withNewKeys(anRsaKey)).privateKey.export({ format: 'jwk' })
  const ready = (await anRsaKey()).privateKey.export({ format: 'jwk' })
  expect(primes.p).not.toBe(ready.p)
  const known = readFileSync(join(import.meta.dirname, 'fixtures/primes-1536.txt'), 'utf8').split('\n')
  expect([known.includes(primes.p ?? ''), known.includes(ready.p ?? '')]).toEqual([false, true])
})
