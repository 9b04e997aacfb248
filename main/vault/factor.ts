import { randomBytes, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import type { Instant } from '../../core/time.ts'
import { tidyTyped, toBase32 } from '../../crypto/crockford.ts'
import { matchingStep } from '../../crypto/totp.ts'
import type { KeyringSlot } from './keyring.ts'
import type { VaultSecret } from './vault-keys.ts'

/** A second factor as it lies sealed in a slot: base64 of its secret, the last step that was spent, and HMACs of the recovery codes that are left. */
const Factor = z.strictObject({ secret: z.base64(), since: z.number(), spent: z.number().int().nullable(), codes: z.array(z.base64()) })
export type Factor = z.infer<typeof Factor>

const HOW_MANY = 10
/** 50 bits each: nobody tries them at a door that locks, and only a holder of the vault's secret could try them elsewhere, who needs none. */
const SYMBOLS_EACH = 10

/** A factor whose first code was right, and its recovery codes in the clear, which nobody sees again. */
export function newFactor(vault: VaultSecret, secret: Uint8Array, now: Instant, spent: number): { factor: Factor; recoveryCodes: string[] } {
  const recoveryCodes = Array.from({ length: HOW_MANY }, () => {
    const symbols = toBase32(randomBytes(7)).slice(0, SYMBOLS_EACH)
    return `${symbols.slice(0, 5)}-${symbols.slice(5)}`
  })
  return { factor: { secret: Buffer.from(secret).toString('base64'), since: now, spent, codes: recoveryCodes.map((code) => marked(vault, code).toString('base64')) }, recoveryCodes }
}

/** The factor after this code was spent, or null when it is none of its codes. A code is accepted once. */
export function spend(vault: VaultSecret, factor: Factor, typed: string, now: Instant): { factor: Factor; used: 'code' | 'recovery code' } | null {
  const secret = Buffer.from(factor.secret, 'base64')
  const step = matchingStep(secret, typed, now, factor.spent)
  secret.fill(0)
  if (step !== null) return { factor: { ...factor, spent: step }, used: 'code' }
  const mark = marked(vault, typed)
  const left = factor.codes.filter((code) => !timingSafeEqual(Buffer.from(code, 'base64'), mark))
  return left.length === factor.codes.length ? null : { factor: { ...factor, codes: left }, used: 'recovery code' }
}

export const sealFactor = (vault: VaultSecret, tag: string, factor: Factor): string => vault.seal(JSON.stringify(factor), about(tag))

/** Null when the slot has none. */
export function factorOf(vault: VaultSecret, { tag, factor }: Pick<KeyringSlot, 'tag' | 'factor'>): Factor | 'altered' | null {
  if (factor === null) return null
  const plain = vault.unseal(factor, about(tag))
  return plain === null ? 'altered' : Factor.parse(JSON.parse(plain))
}

/** Nobody takes their factor for another's: it is sealed together with the tag of its ID. */
const about = (tag: string): string => `factor ${tag}`
const marked = (vault: VaultSecret, code: string): Buffer => vault.mac(`recovery code ${tidyTyped(code)}`)
