import crypto from 'node:crypto'
import { readFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'

/**
 * An organisation has three RSA keys of 3072 bits; to look for their primes took three seconds of processor for every vault of every
 * test. In tests the primes are looked up instead: each two of them make another key, and none comes twice in one process.
 * Loaded before each file of tests. The command line and the window make their keys themselves.
 */

/** @typedef {{ publicKey: crypto.KeyObject, privateKey: crypto.KeyObject }} Pair */
/** @typedef {(type: string, options: crypto.RSAKeyPairKeyObjectOptions) => Promise<Pair>} Generate */

const generate = /** @type {typeof crypto.generateKeyPair & { real?: Generate }} */ (crypto.generateKeyPair)
const real = generate.real ?? /** @type {Generate} */ (promisify(generate))
if (generate.real === undefined) generateWith(lookedUp())

/** What `make` makes meanwhile has keys that nobody has ever had. @template T @param {() => Promise<T>} make @returns {Promise<T>} */
export async function withNewKeys(make) {
  const before = crypto.generateKeyPair
  generateWith(real)
  return make().finally(() => {
    crypto.generateKeyPair = before
    syncBuiltinESMExports()
  })
}

/** @param {Generate} answer */
function generateWith(answer) {
  const called = () => { throw new Error('tests know generateKeyPair only as a promise') }
  crypto.generateKeyPair = /** @type {typeof crypto.generateKeyPair} */ (/** @type {unknown} */ (Object.assign(called, { real, [promisify.custom]: answer })))
  syncBuiltinESMExports()
}

/** @returns {Generate} */
function lookedUp() {
  const keys = differentKeys()
  return async (type, options) => {
    const asInTheVault = type === 'rsa' && options.modulusLength === 3072 && options.publicExponent === 65_537
    return (asInTheVault ? keys.next().value : undefined) ?? real(type, options)
  }
}

/** Each two primes once; when all are used up, none. @returns {Generator<Pair, undefined>} */
function* differentKeys() {
  const primes = readFileSync(join(import.meta.dirname, 'fixtures/primes-1536.txt'), 'utf8').trim().split('\n').map((line) => asNumber(line))
  for (let apart = 1; apart < primes.length / 2; apart++) {
    for (const [i, one] of primes.entries()) {
      const other = primes[(i + apart) % primes.length] ?? 0n
      yield rsaPair(one > other ? one : other, one > other ? other : one)
    }
  }
}

/** RFC 8017, section 3. @param {bigint} p the greater prime @param {bigint} q @returns {Pair} */
function rsaPair(p, q) {
  const e = 65_537n
  const d = inverse(e, (p - 1n) * (q - 1n))
  const key = { kty: 'RSA', n: asText(p * q), e: asText(e), d: asText(d), p: asText(p), q: asText(q), dp: asText(d % (p - 1n)), dq: asText(d % (q - 1n)), qi: asText(inverse(q, p)) }
  const privateKey = crypto.createPrivateKey({ key, format: 'jwk' })
  return { privateKey, publicKey: crypto.createPublicKey(privateKey) }
}

/** What `a` is multiplied by to leave 1 of `modulus` (Euclid). @param {bigint} a @param {bigint} modulus */
function inverse(a, modulus) {
  let [r, next, x, nextX] = [modulus, a % modulus, 0n, 1n]
  while (next !== 0n) {
    const times = r / next
    ;[r, next] = [next, r - times * next]
    ;[x, nextX] = [nextX, x - times * nextX]
  }
  return x < 0n ? x + modulus : x
}

/** @param {string} base64url */
const asNumber = (base64url) => BigInt(`0x${Buffer.from(base64url, 'base64url').toString('hex')}`)

/** @param {bigint} number */
function asText(number) {
  const hex = number.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url')
}
