import type { Instant } from './time.ts'
import type { Backups } from './world/backups.ts'
import type { Documents } from './world/documents.ts'
import type { Drives } from './world/drives.ts'
import type { Evidence } from './world/evidence.ts'
import type { Files } from './world/files.ts'
import type { LastQuestion } from './world/last-question.ts'
import type { Ledger } from './world/ledger.ts'
import type { Packages } from './world/packages.ts'
import type { Post } from './world/post.ts'
import type { Tables } from './world/tables.ts'
import type { Vault } from './world/vault.ts'
import type { Views } from './world/views.ts'
import type { Viruses } from './world/viruses.ts'
import type { Wiping } from './world/wiping.ts'
import type { Workstation } from './world/workstation.ts'

export type * from './world/backups.ts'
export type * from './world/documents.ts'
export type * from './world/drives.ts'
export type * from './world/evidence.ts'
export type * from './world/files.ts'
export type * from './world/how.ts'
export type * from './world/last-question.ts'
export type * from './world/ledger.ts'
export type * from './world/packages.ts'
export type * from './world/post.ts'
export type * from './world/tables.ts'
export type * from './world/vault.ts'
export type * from './world/views.ts'
export type * from './world/viruses.ts'
export type * from './world/wiping.ts'
export type * from './world/workstation.ts'

/** All that the core may ask for and does not know how to do. */
export interface World {
  now(): Instant
  newId(): string
  vault: Vault
  ledger: Ledger
  files: Files
  packages: Packages
  drives: Drives
  wiping: Wiping
  documents: Documents
  post: Post
  viruses: Viruses
  /** The last question before everything on a drive is lost: what the person typed of its serial number, read off the label; null: they thought better of it. */
  confirm(question: LastQuestion, signal: AbortSignal): Promise<string | null>
  views: Views
  tables: Tables
  evidence: Evidence
  workstation: Workstation
  backups: Backups
}
