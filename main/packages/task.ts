import type { SharedPages } from '../../crypto/zip/assembly.ts'
import type { EntryKeys } from '../../crypto/zip/ae2.ts'
import type { Block } from '../../crypto/zip/deflate.ts'
import type { Facts, PackageProblemCode } from '../../crypto/zip/problem.ts'

/** What the crew's threads are asked to do. Bytes in shared memory are worked on where they lie; in a bench's memory, their place says which. */
export type Task =
  | { do: 'pack-small'; batch: SmallBatch }
  | { do: 'deflate'; block: Block }
  | { do: 'begin'; lane: number; work: LaneWork; bench?: { memory: SharedPages; at: number } }
  | { do: 'step'; lane: number; bytes: Uint8Array | { at: number; length: number } }
  | { do: 'finish'; lane: number }

/** Work that must go over the bytes of an entry in order: encrypting or decrypting in place, or hashing. Ends in a code or hash. */
export type LaneWork = { encrypt: EntryKeys } | { decrypt: EntryKeys } | { sha256: true }

/** Small files to be read, hashed, packed and (visible names) encrypted in one go. */
export interface SmallBatch { files: SmallFile[]; level: number; password?: Uint8Array }
export interface SmallFile { path: string; device: number; inode: number; size: number; mtime: number }
/** `body` holds all of them one after the other. */
export interface PackedBatch { body: Uint8Array; files: { sha256: string; crc: number; method: 0 | 8; bodyBytes: number }[] }

export type Answer = { id: number } & ({ done: unknown } | { problem: { code: PackageProblemCode; facts: Facts } } | { broken: string })
