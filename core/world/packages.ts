import type { PackagePart, SealProgress } from '../packages/package.ts'
import type { VerifiedPackage } from '../packages/received.ts'
import type { Instant } from '../time.ts'
import type { Found } from './files.ts'
import type { How } from './how.ts'

export interface Packages {
  /** Seals and then verifies from disk: one act, because only a verified package may leave. Leaves nothing unless it is `verified`. */
  seal(order: { items: readonly { name: string; size: number; sha256: string; modifiedAt: number | null; blob: string }[]; files: readonly Found[]; into: string; fileName: string; level: number; namesHidden: boolean; lock: LockOrder; volumeBytes: number | null }, how: How<SealProgress>):
    Promise<SealOutcome>
  /** All of a package into a folder that is new or empty, once every byte of it is authentic; or nothing. `look` sees the folder before it gets its name: what it throws comes out, and nothing else does. */
  open(order: { path: string; key: KeyInHand; into: string; look(folder: string): Promise<void> }, how: How<SealProgress>): Promise<{ outcome: 'opened'; files: number; bytes: number; sender: string | null } | Unfinished>
  /** Reads a package (of volumes: the first, and all that follow it) from its medium: its bytes, and with a key everything inside against the manifest. */
  verify(order: { path: string; key: KeyInHand | null }, how: How<SealProgress>): Promise<({ outcome: 'read' } & Pick<VerifiedPackage, 'bytes' | 'sha256' | 'parts' | 'contents' | 'readBack' | 'sender' | 'differences'>) | Unfinished>
  /** How a file would be cut, with each volume's hash; reads it and writes nothing. */
  cut(order: { path: string; fileName: string; volumeBytes: number }, how: How<SealProgress>): Promise<{ outcome: 'cut'; sha256: string; volumes: PackagePart[] } | Unfinished>
  /** Copies files (or pieces of one, from `at`) onto a medium: drafted, flushed, read back from the medium, compared, and only then named. What lies there already with the same bytes counts. All of them or none. */
  write(order: { files: readonly (PackagePart & { from: string; at: number })[]; into: string }, how: How<SealProgress>): Promise<{ outcome: 'written'; readBack: 'uncached' | 'cached' } | Unfinished>
  /** Removes what an interrupted writing of these files left beside their names: drafts of programs that run no more. */
  sweep(folder: string, names: readonly string[]): Promise<void>
  /** What a folder's file system still holds, and the largest file that it takes; null when there is no such folder. */
  room(folder: string): Promise<{ freeBytes: number; mostFileBytes: number | null } | null>
}
/** An envelope is closed for a certificate; the letter inside says whose package it opens and when it was signed. */
export type LockOrder = { kind: 'passphrase' } | { kind: 'envelope'; certificatePem: string; packageNo: string; at: Instant }
/** Letters are believed when one of these roots signed them. */
export type KeyInHand = { kind: 'passphrase'; passphrase: string } | { kind: 'letter'; path: string; trust: readonly { organisation: string; rootPem: string }[]; at: Instant }
export type Unfinished = { outcome: 'abandoned' } | { outcome: 'trouble'; what: string; path: string }
/** `passphrase` is null when the key went into a letter. */
export type SealOutcome =
  | { outcome: 'verified'; path: string; bytes: number; sha256: string; passphrase: string | null; passphraseBits: number; letter: (PackagePart & { path: string }) | null; volumes: PackagePart[]; readBack: 'uncached' | 'cached'; files: { path: string; size: number; sha256: string }[] }
  | Unfinished
