import type { BackupTrouble } from '../../core/backup/backup.ts'
import type { Head } from '../../core/world.ts'
import type { Checked } from './check.ts'

/** What the thread is asked, once. The secret is the vault's own: it is zeroed there when the thread is done. */
export interface CheckTask { path: string; secret: Uint8Array<ArrayBuffer>; folder: string; expected: { sha256: string; head: Head } | null }
export type CheckAnswer = { progress: { done: number; total: number } } | { checked: Checked } | { trouble: BackupTrouble; path: string } | { broken: string }
