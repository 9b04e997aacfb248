import type { Finding as DocumentFinding } from '../documents/document.ts'
import type { SealProgress } from '../packages/package.ts'
import type { How } from './how.ts'

/** A file on this machine that might be received or packed. */
export interface Found { path: string; name: string; size: number; modifiedAt: number }

export type FileTrouble = 'source-missing' | 'source-unreadable' | 'source-not-a-file' | 'source-changed' | 'name-not-portable' | 'duplicate-name' | 'source-empty-folder' | 'path-too-long'

export interface Files {
  /** Every file under the paths, folders walked, names relative to what was given, in the characters of the disk, `/` between; troubles named, nothing skipped. */
  find(paths: readonly string[]): Promise<{ found: Found[]; troubles: { path: string; what: FileTrouble }[] }>
  /** Files to be looked at: folders walked, a bounded number of files and levels, no links followed, leftovers of operating systems and a signature beside its JSON left out; and what was not looked at, why. */
  gather(paths: readonly string[]): Promise<{ files: string[]; troubles: { path: string; why: DocumentFinding }[] }>
  /** Copies files into the vault, encrypted, hashing on the way. Cancelled or failing, it leaves nothing. */
  take(found: readonly Found[], how: How<SealProgress>): Promise<{ outcome: 'taken'; taken: Taken[] } | { outcome: 'abandoned' } | { outcome: 'trouble'; path: string; what: FileTrouble | 'disk-full' }>
  /** Removes blobs that no entry of the ledger speaks of. */
  forget(blobs: readonly string[]): Promise<void>
  sha256(path: string): Promise<{ size: number; sha256: string } | null>
  /** Keeps bytes (a document's bodies) in the vault. */
  keep(name: string, bytes: Uint8Array): Promise<{ blob: string; size: number; sha256: string }>
  fetch(blob: string): Promise<Uint8Array>
  /** Writes files of the vault into a folder: all of them whole, or none; never over another. What lies there with the same bytes counts. */
  save(files: readonly { blob: string; name: string }[], folder: string): Promise<{ outcome: 'saved'; paths: string[] } | { outcome: 'target-exists' | 'disk-full' | 'folder-missing'; path: string }>
  /** Names of files beside the packages in a folder that is about to travel. */
  listFolder(folder: string): Promise<string[] | null>
  readSmall(path: string, limit: number): Promise<{ outcome: 'read'; bytes: Uint8Array } | { outcome: 'missing' | 'too-large' | 'unreadable' }>
}
export interface Taken extends Found { sha256: string; blob: string }
