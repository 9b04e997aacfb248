import { useSyncExternalStore } from 'react'
import type * as z from 'zod'
import type { VaultCreated } from '../../core/vault/vault.ts'

export type VaultMade = z.infer<typeof VaultCreated>

let shown: VaultMade | null = null
const listeners = new Set<() => void>()

/** What the making of the vault answered, from the moment the desk says it until the key is on paper. In memory only. */
export const created = {
  show: (answer: VaultMade): void => set(answer),
  forget: (): void => set(null),
  use: (): VaultMade | null => useSyncExternalStore(listen, () => shown),
}

function set(next: VaultMade | null): void {
  shown = next
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
