import type { How } from './how.ts'
import type { LedgerExtract } from './ledger.ts'
import type { TableOrder } from './tables.ts'

/** Packs evidence into one zip: whole under its name or not at all, never over another; with a README, a check that needs only Python and openssl, and SHA-256 of every file. */
export interface Evidence {
  write(order: { into: string; fileName: string; parts: readonly EvidencePart[] }, how: How<{ done: number; total: number }>): Promise<
    | { outcome: 'written'; path: string; bytes: number; sha256: string }
    | { outcome: 'abandoned' }
    | { outcome: 'target-exists' | 'disk-full' | 'folder-missing'; path: string }
  >
}
/** What lies in a pack, by its name with `/`; of a ledger the folder's. */
export type EvidencePart = { name: string } & (
  | { kind: 'text'; text: string }
  | { kind: 'blob'; blob: string }
  | { kind: 'table'; table: Omit<TableOrder, 'into' | 'fileName'> }
  | { kind: 'ledger'; extract: LedgerExtract }
)
