import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { ItemId } from '../handovers/item.ts'
import { Path, Sha256 } from '../text.ts'
import { Instant } from '../time.ts'

export const PackageId = z.string().min(1).max(64).brand<'PackageId'>()
export type PackageId = z.infer<typeof PackageId>

/** Art. 11(3), (7): how a package is locked. Recorded so that an incident report can state it at once (evidence §6). */
export const PackageLock = z.object({ container: z.literal('AE-2 AES-256 ZIP'), keyBits: z.literal(256), kdf: z.string(), passphraseBits: z.number().int(), namesHidden: z.boolean() })

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
  sealedAt: Instant,
  sealedBy: z.string(),
  verifiedAt: Instant.nullable(),
  readBack: z.enum(['uncached', 'cached']).nullable(),
  state: z.enum(['sealing', 'verified', 'abandoned', 'left']),
})
export type Package = z.infer<typeof Package>

/** 梱包: received items out of the vault, further files from disk, and the folder that the package goes to. */
export const Seal = z.object({
  contractId: ContractId,
  itemIds: z.array(ItemId).max(100_000),
  paths: z.array(Path).max(10_000),
  into: Path,
  namesHidden: z.boolean().default(true),
  level: z.number().int().min(0).max(9).default(4),
})
export type Seal = z.infer<typeof Seal>

export const SealProgress = z.object({
  phase: z.enum(['reading', 'writing', 'verifying']), bytesDone: z.number(), bytesTotal: z.number(), filesDone: z.number(), filesTotal: z.number(),
})
export type SealProgress = z.infer<typeof SealProgress>

/** The passphrase crosses the wire here, once, and is kept nowhere. */
export const Sealed = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('verified'), package: Package, passphrase: z.string() }),
  z.object({ outcome: z.literal('abandoned') }),
])
export type Sealed = z.infer<typeof Sealed>
