import * as z from 'zod'
import { Pattern } from './overwrite.ts'

/**
 * What may keep a copy, a part or a trace of a file that was wiped one by one. Codes only: each has its honest sentence elsewhere.
 * `journal`: the journal keeps contents too (ext4 data=journal). `names-in-journal`: it keeps names. `flash-spare`: or nobody can tell
 * that it is not flash. `extents-unknown`: nobody could say whether blocks are shared or compressed.
 */
export const WipeLimit = z.enum([
  'journal', 'names-in-journal', 'copy-on-write', 'shared-blocks', 'compressed', 'snapshots', 'flash-spare', 'reserved-blocks', 'network',
  'memory', 'unknown-file-system', 'extents-unknown', 'slack-of-living-files', 'small-files-cut-short', 'extended-attributes',
])
export type WipeLimit = z.infer<typeof WipeLimit>

/** What the list found out about one name before anything was touched. */
export const FileFinding = z.enum([
  'symbolic-link', 'hard-link', 'sparse', 'compressed', 'encrypted', 'copy-on-write', 'shared-blocks', 'extents-unknown', 'journal', 'immutable', 'append-only',
  'read-only', 'read-only-volume', 'open-elsewhere', 'alternate-streams', 'extended-attributes', 'cloud-placeholder', 'cloud-folder',
  'mount-point', 'network', 'unknown-file-system', 'not-a-file', 'unreadable', 'protected', 'missing',
])
export type FileFinding = z.infer<typeof FileFinding>

/** Who something is, so that one exchanged between listing and wiping is noticed. Both numbers pass 2^53 on some file systems. */
export const Identity = z.object({ device: z.string(), inode: z.string() })
export type Identity = z.infer<typeof Identity>

/**
 * One name of the list. `way` is relative to the root of its number, '' for the root itself; `wayBytes` (base64) stands where the name
 * is not UTF-8. `size` in bytes, `allocated` what the disk holds of it. `sha256` is null where nothing was to be read.
 */
export const ListedFile = z.object({
  root: z.number().int().nonnegative(), way: z.string(), wayBytes: z.string().nullable(),
  kind: z.enum(['file', 'folder', 'link', 'other']),
  identity: Identity, size: z.number().int().nonnegative(), allocated: z.number().int().nonnegative(), sha256: z.string().nullable(),
  modifiedMs: z.number(), links: z.number().int(), otherNames: z.array(z.string()).max(100), attributes: z.string(),
  findings: z.array(FileFinding),
})
export type ListedFile = z.infer<typeof ListedFile>

/** The folder a list begins in: its way with every link resolved, the name below it, and who that folder was. */
export const ListRoot = z.object({ asked: z.string(), folder: z.string(), folderBytes: z.string().nullable(), folderIdentity: Identity, name: z.string(), nameBytes: z.string().nullable(), fileSystem: z.string() })
export type ListRoot = z.infer<typeof ListRoot>

/** The list before: what a folder holds comes before the folder. `sha256` is over the files of the list in their order. */
export const FileList = z.object({
  roots: z.array(ListRoot), files: z.array(ListedFile), bytes: z.number().int(), sha256: z.string(), limits: z.array(WipeLimit),
  /** Names that are not in the list, and so are not touched. */
  leftOut: z.array(z.object({ path: z.string(), finding: FileFinding })),
})
export type FileList = z.infer<typeof FileList>

/** A choice that destroys more than what was listed is never the default: a file with names elsewhere, or one that its owner locked, is left. */
export const FileWipeOrder = z.object({ list: FileList, pattern: Pattern, readBack: z.boolean(), hardLinks: z.enum(['leave', 'wipe']), readOnly: z.enum(['leave', 'make-writable']) })
export type FileWipeOrder = z.infer<typeof FileWipeOrder>

/** Why a name is still there, or why what it held cannot be vouched for. `unsuitable`: filling that volume would fill memory, or somebody else's machine. */
export const FileTrouble = z.enum([
  'hard-link', 'immutable', 'read-only', 'read-only-volume', 'open-elsewhere', 'running', 'changed', 'growing', 'gone', 'not-permitted', 'not-a-file',
  'mount-point', 'cloud-placeholder', 'disk-full', 'damaged', 'differs', 'folder-not-empty', 'unreachable', 'unsuitable', 'protected', 'cancelled', 'name-left', 'other',
])
export type FileTrouble = z.infer<typeof FileTrouble>

/**
 * What became of one name. `overwritten`: in place, flushed, and gone. `removed-only`: gone, but where it lay cannot be vouched for
 * (copy-on-write, compressed …), which for links and folders is all there is to do. `failed`: see `trouble`; `bytesOverwritten` says how far.
 */
export const WipedFile = z.object({
  root: z.number().int(), way: z.string(), wayBytes: z.string().nullable(), kind: ListedFile.shape.kind,
  outcome: z.enum(['overwritten', 'removed-only', 'failed', 'not-reached']), trouble: FileTrouble.nullable(), system: z.string().nullable(),
  size: z.number().int(), sha256: z.string().nullable(), links: z.number().int(), bytesOverwritten: z.number().int(), readBack: z.enum(['uncached', 'cached', 'none']),
  limits: z.array(WipeLimit),
})
export type WipedFile = z.infer<typeof WipedFile>

/** `whole` only when everything listed is gone and every file among it was overwritten in place. */
export const FileWipe = z.object({ outcome: z.enum(['whole', 'with-exceptions', 'abandoned']), files: z.array(WipedFile), bytesOverwritten: z.number().int(), limits: z.array(WipeLimit) })
export type FileWipe = z.infer<typeof FileWipe>

export const FileWipeProgress = z.object({ phase: z.enum(['listing', 'wiping']), filesDone: z.number().int(), filesTotal: z.number().int(), bytesDone: z.number(), bytesTotal: z.number() })
export type FileWipeProgress = z.infer<typeof FileWipeProgress>

export const FreeSpaceProgress = z.object({ phase: z.enum(['filling', 'small-files', 'reading', 'removing']), bytesDone: z.number(), bytesTotal: z.number() })
export type FreeSpaceProgress = z.infer<typeof FreeSpaceProgress>

/**
 * `filled`: everything that this account can write was written until the volume took no more. `notReached`: bytes that were still free
 * then (blocks kept for the system), of which `reserved` are kept for other accounts. `leftBehind`: a name of ours that could not be removed.
 */
export const FreeSpaceWipe = z.object({
  outcome: z.enum(['filled', 'failed', 'abandoned']), trouble: FileTrouble.nullable(), system: z.string().nullable(),
  freeBefore: z.number().int(), bytesWritten: z.number().int(), smallFiles: z.number().int(), readBack: z.enum(['uncached', 'cached', 'none']), bytesRead: z.number().int(), bytesDiffering: z.number().int(),
  notReached: z.number().int(), reserved: z.number().int(), fileSystem: z.string(), limits: z.array(WipeLimit), leftBehind: z.array(z.string()),
})
export type FreeSpaceWipe = z.infer<typeof FreeSpaceWipe>

/** What became of a set of files as one progress bar tells it: the list, the wiping, and the free space afterwards. */
export const FilesProgress = z.object({
  phase: z.enum(['listing', 'wiping', 'filling', 'small-files', 'reading', 'removing']), filesDone: z.number().int(), filesTotal: z.number().int(), bytesDone: z.number(), bytesTotal: z.number(),
})
export type FilesProgress = z.infer<typeof FilesProgress>

/** A name that is still there, or that cannot be vouched for. */
export const FileException = z.object({ path: z.string(), outcome: WipedFile.shape.outcome, trouble: FileTrouble.nullable(), system: z.string().nullable() })
export type FileException = z.infer<typeof FileException>

/** The list as the ledger keeps it: its figures and its hash. The list itself lies sealed in the vault under `blob`. */
export const KeptList = z.object({
  names: z.number().int(), files: z.number().int(), bytes: z.number().int(), sha256: z.string(), blob: z.string(), fileSystems: z.array(z.string()).max(100),
  leftOut: FileList.shape.leftOut.max(1000), leftOutMore: z.number().int(),
})
export type KeptList = z.infer<typeof KeptList>

/**
 * One wiping of named files and folders. `end` is null until it has ended: `failed` means that the program broke off and nobody counted.
 * `readFromCache`: files whose reading back may have come from the system's memory, or that were not read back. `blob`: what became of
 * every name, sealed in the vault.
 */
export const FileSetWipe = z.object({
  list: KeptList,
  hardLinks: FileWipeOrder.shape.hardLinks, readOnly: FileWipeOrder.shape.readOnly,
  end: z.enum(['whole', 'with-exceptions', 'abandoned', 'failed']).nullable(), reason: z.string().nullable(),
  overwritten: z.number().int(), removedOnly: z.number().int(), failed: z.number().int(), notReached: z.number().int(), bytesOverwritten: z.number().int(), readFromCache: z.number().int(),
  limits: z.array(WipeLimit), exceptions: z.array(FileException).max(1000), exceptionsMore: z.number().int(), blob: z.string().nullable(),
  /** Folders of the volumes whose free space was to be filled afterwards; and what came of each. */
  freeSpaceIn: z.array(z.string()).max(100), freeSpace: z.array(FreeSpaceWipe).max(100),
})
export type FileSetWipe = z.infer<typeof FileSetWipe>
