import * as z from 'zod'
import type { Head } from '../../core/world.ts'
import type { Keyring } from './keyring.ts'
import type { VaultSecret } from './vault-keys.ts'

const Seen = z.strictObject({ size: z.number().int().nonnegative(), hash: z.string() })
const ABOUT = 'last seen'

/** Where the ledger stood when the vault was locked, sealed into the keyring: a database put back from an older copy is noticed. */
export function sealLastSeen(secret: VaultSecret, head: Head): string {
  return secret.seal(JSON.stringify(head), ABOUT)
}

/** Null when it was never locked. */
export function readLastSeen(secret: VaultSecret, { lastSeen }: Keyring): Head | 'altered' | null {
  if (lastSeen === null) return null
  const plain = secret.unseal(lastSeen, ABOUT)
  return plain === null ? 'altered' : Seen.parse(JSON.parse(plain))
}
