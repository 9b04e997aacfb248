import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { ItemId } from '../handovers/item.ts'
import { Path, Sha256 } from '../text.ts'
import { Instant } from '../time.ts'
import { Attest, VirusScan } from '../viruses/scan.ts'

export const PackageId = z.string().min(1).max(64).brand<'PackageId'>()
export type PackageId = z.infer<typeof PackageId>

/** One file of a package as it lies somewhere: the whole `.zip`, a volume `.zip.001`, or the key letter beside them. */
export const PackagePart = z.object({ name: z.string(), bytes: z.number().int(), sha256: Sha256 })
export type PackagePart = z.infer<typeof PackagePart>

/** Art. 11(3), (7): how a package is locked. Recorded so that an incident report can state it at once (evidence §6). */
export const PackageLock = z.object({
  container: z.literal('AE-2 AES-256 ZIP'), keyBits: z.literal(256), kdf: z.string(), passphraseBits: z.number().int(), namesHidden: z.boolean(),
  /** 鍵の封筒: the key went into a letter for this certificate alone, and nobody ever saw it. */
  envelope: z.object({ algorithm: z.string(), recipient: z.string(), certificate: Sha256, letter: PackagePart }).nullable().default(null),
})

/** 梱包: one sealed file. Only `verified` may leave. */
export const Package = z.object({
  id: PackageId,
  no: z.string(),
  contractId: ContractId,
  fileName: z.string(),
  path: z.string(),
  bytes: z.number().int(),
  sha256: Sha256,
  fileCount: z.number().int(),
  totalBytes: z.number().int(),
  itemIds: z.array(ItemId),
  files: z.array(z.object({ path: z.string(), size: z.number().int(), sha256: Sha256 })).max(1000),
  lock: PackageLock,
  /** In order, when it was cut for media smaller than itself; empty for one whole file. `sha256` is of all of them joined. */
  volumes: z.array(PackagePart).default([]),
  sealedAt: Instant,
  sealedBy: z.string(),
  verifiedAt: Instant.nullable(),
  readBack: z.enum(['uncached', 'cached']).nullable(),
  state: z.enum(['sealing', 'verified', 'abandoned', 'left']),
})
export type Package = z.infer<typeof Package>

/** As many volumes as three digits count, and none so small that it would be all header. */
export const VolumeBytes = z.number().int().min(65_536)

/** The package's own files: the one, or its volumes in order. */
export const partsOf = ({ volumes, fileName, bytes, sha256 }: Package): PackagePart[] => (volumes.length > 0 ? volumes : [{ name: fileName, bytes, sha256 }])
/** The key letter beside them, where there is one. */
export const letterOf = ({ lock }: Package): PackagePart[] => (lock.envelope ? [lock.envelope.letter] : [])

/** 梱包: received items out of the vault, further files from disk, and the folder that the package goes to. */
export const Seal = z.object({
  contractId: ContractId,
  itemIds: z.array(ItemId).max(100_000),
  paths: z.array(Path).max(10_000),
  into: Path,
  namesHidden: z.boolean().default(true),
  level: z.number().int().min(0).max(9).default(4),
  /** How the key reaches the recipient: told by word of mouth (as when nothing is said here), or in a letter that only the registered certificate opens. */
  lock: z.object({ kind: z.enum(['passphrase', 'envelope']) }).optional(),
  /** Cut into volumes of at most so many bytes. */
  volumeBytes: VolumeBytes.nullish(),
  /** a person's word, where this machine has no scanner or it could not look into everything. */
  virusCheck: Attest.nullish(),
})
export type Seal = z.infer<typeof Seal>

export const SealProgress = z.object({
  phase: z.enum(['scanning', 'reading', 'writing', 'verifying']), bytesDone: z.number(), bytesTotal: z.number(), filesDone: z.number(), filesTotal: z.number(),
})
export type SealProgress = z.infer<typeof SealProgress>

/** The passphrase crosses the wire here, once, and is kept nowhere. In an envelope nothing crosses: `letter` says where its file lies. */
export const Sealed = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('verified'), package: Package, passphrase: z.string(), scan: VirusScan.nullish() }),
  z.object({ outcome: z.literal('enveloped'), package: Package, letter: z.string(), scan: VirusScan.nullish() }),
  z.object({ outcome: z.literal('abandoned') }),
])
export type Sealed = z.infer<typeof Sealed>
