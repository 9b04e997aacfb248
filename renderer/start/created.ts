import type * as z from 'zod'
import type { VaultCreated } from '../../core/vault/vault.ts'
import { toldOnce } from './told-once.ts'

export type VaultMade = z.infer<typeof VaultCreated>

/** What the making of the vault answered, until its key is on paper. */
export const created = toldOnce<VaultMade>()
