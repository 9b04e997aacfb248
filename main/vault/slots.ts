import { performance } from 'node:perf_hooks'
import * as z from 'zod'
import { PersonId } from '../../core/people/person.ts'
import { canonicalBytes } from '../../crypto/canonical-json.ts'
import { sha256Hex } from '../../crypto/digest.ts'
import { EvidenceProblem } from '../../crypto/evidence-problem.ts'
import { type ScryptParams, unwrapKey, wrapKey } from '../../crypto/key-wrap.ts'
import type { Keyring, KeyringSlot } from './keyring.ts'
import { VaultSecret } from './vault-keys.ts'

/** `given`: an administrator chose the password; `took`: milliseconds that stretching it took on the machine that set it. */
export interface Whose { personId: PersonId; loginId: string; given?: boolean | undefined; took?: number | undefined }
const Whose = z.strictObject({ personId: PersonId, loginId: z.string(), given: z.boolean().optional(), took: z.number().optional() })

/** A slot for one person's password; a second factor that the ID has goes with it. */
export async function makeSlot(secret: VaultSecret, whose: Whose, tag: string, password: string, cost: ScryptParams | undefined, factor: string | null = null): Promise<KeyringSlot> {
  const begun = performance.now()
  const key = await wrapKey({ secret: secret.bytes, password, ...(cost ? { params: cost } : {}) })
  const measured: Whose = { ...whose, took: Math.round(performance.now() - begun) }
  return { tag, key, factor, whose: secret.seal(JSON.stringify(measured), boundTo({ tag, key })) }
}

/**
 * Tries a password on the slot of this tag. Where there is no such slot another one is tried in vain, so that the time it
 * takes does not tell which IDs exist.
 */
export async function trySlot(keyring: Keyring, tag: string, password: string): Promise<VaultSecret | 'malformed' | null> {
  const slot = keyring.slots.find((each) => each.tag === tag)
  try {
    const secret = await unwrapKey((slot ?? keyring.slots[0] ?? fail()).key, password)
    if (!secret) return null
    if (slot) return new VaultSecret(secret)
    secret.fill(0)
    return null
  } catch (error) {
    // Parameters that nobody here wrote: they would exhaust the machine, or are none.
    if (error instanceof EvidenceProblem) return 'malformed'
    throw error
  }
}

/** Whose slot it is, or null when the slot was altered: exchanged, renamed, or from another vault. */
export function whoseSlot(secret: VaultSecret, slot: KeyringSlot): Whose | null {
  const whose = secret.unseal(slot.whose, boundTo(slot))
  return whose === null ? null : Whose.parse(JSON.parse(whose))
}

/** Ties a name to its wrapped key, so that nobody can put their own key under another's name. */
function boundTo({ tag, key }: Pick<KeyringSlot, 'tag' | 'key'>): string {
  return `slot ${tag} ${sha256Hex(canonicalBytes(key))}`
}

function fail(): never {
  throw new Error('a keyring without slots')
}
