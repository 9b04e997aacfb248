import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readRecoveryKey, recoveryKey, unwrapKey, unwrapKeyByRecovery, wrapKey, wrapKeyForRecovery, type Slot } from '../../../crypto/key-wrap.ts'
import { problemOf, problemOfPromise } from './problem-of.ts'

const secret = new Uint8Array(randomBytes(32))
const params = { N: 2 ** 10, r: 8, p: 1 }
const password = 'パスワード🔑 kagi-2026'

describe('a key under a password', () => {
  test('comes out again, from a slot that was kept as JSON', async () => {
    const slot = JSON.parse(JSON.stringify(await wrapKey({ secret, password, params }))) as Slot
    expect(await unwrapKey(slot, password)).toEqual(secret)
  })

  test('is stretched with 128 MiB of memory unless told otherwise', async () => {
    const slot = await wrapKey({ secret, password })
    expect(slot.kdf).toEqual({ name: 'scrypt', N: 2 ** 17, r: 8, p: 1 })
    expect(await unwrapKey(slot, password)).toEqual(secret)
  })

  test('comes out for the same password typed on another keyboard', async () => {
    const slot = await wrapKey({ secret, password, params })
    expect(await unwrapKey(slot, password.normalize('NFD'))).toEqual(secret)
    expect(await unwrapKey(slot, 'ﾊﾟｽﾜｰﾄﾞ🔑　ｋａｇｉ-２０２６')).toEqual(secret)
  })

  test('does not come out for any other password', async () => {
    const slot = await wrapKey({ secret, password, params })
    for (const wrong of ['', `${password} `, password.toUpperCase()]) expect(await unwrapKey(slot, wrong)).toBeNull()
  })

  test('does not come out when the slot was altered', async () => {
    const slot = await wrapKey({ secret, password, params })
    for (const field of ['salt', 'nonce', 'wrapped'] as const) {
      const bytes = Buffer.from(slot[field], 'base64')
      bytes[0]! ^= 1
      expect(await unwrapKey({ ...slot, [field]: bytes.toString('base64') }, password)).toBeNull()
    }
    expect(await unwrapKey({ ...slot, kdf: { name: 'scrypt', N: 2 ** 11, r: 8, p: 1 } }, password)).toBeNull()
  })

  test('is not even tried with parameters that would exhaust the machine, or with half a slot', async () => {
    const slot = await wrapKey({ secret, password, params })
    for (const kdf of [{ N: 2 ** 21, r: 8, p: 1 }, { N: 1000, r: 8, p: 1 }, { N: 2 ** 17, r: 64, p: 1 }, { N: 2 ** 17, r: 8, p: 100 }, { N: NaN, r: 8, p: 1 }]) {
      expect(await problemOfPromise(unwrapKey({ ...slot, kdf: { name: 'scrypt', ...kdf } }, password))).toBe('slot-malformed')
    }
    expect(await problemOfPromise(unwrapKey({ ...slot, wrapped: slot.wrapped.slice(4) }, password))).toBe('slot-malformed')
    expect(await problemOfPromise(unwrapKey({ ...slot, nonce: 'not base64' }, password))).toBe('slot-malformed')
    expect(await problemOfPromise(unwrapKey({ ...slot, kdf: { name: 'recovery' } }, password))).toBe('slot-malformed')
  })
})

describe('a recovery key', () => {
  const printed = recoveryKey()

  test('is fourteen groups of four, new each time', () => {
    expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(recoveryKey()).not.toBe(printed)
  })

  test('opens the slot that was made for it, however it is typed', () => {
    const slot = wrapKeyForRecovery({ secret, recoveryKey: printed })
    for (const typed of [printed, printed.toLowerCase().replaceAll('-', ' '), printed.replaceAll('0', 'Ｏ').replaceAll('1', 'l')]) {
      expect(unwrapKeyByRecovery(slot, typed)).toEqual(secret)
    }
    expect(unwrapKeyByRecovery(slot, recoveryKey())).toBeNull()
  })

  test('that is mistyped says so before anything is tried', () => {
    const wrong = printed.startsWith('A') ? 'B' : 'A'
    expect(readRecoveryKey(wrong + printed.slice(1))).toEqual({ problem: 'check' })
    expect(readRecoveryKey(printed.slice(1))).toEqual({ problem: 'length' })
    expect(readRecoveryKey(printed.replace(/^./, 'U'))).toEqual({ problem: 'symbol' })
    expect(unwrapKeyByRecovery(wrapKeyForRecovery({ secret, recoveryKey: printed }), wrong + printed.slice(1))).toBeNull()
    expect(problemOf(() => wrapKeyForRecovery({ secret, recoveryKey: 'nothing' }))).toBe('slot-malformed')
  })
})
