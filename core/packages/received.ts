import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { Path, Secret, Sha256 } from '../text.ts'
import { Instant } from '../time.ts'
import { PackageId, PackagePart } from './package.ts'

/** What opens a package: what was told, or the key letter that lies beside it and that only our own key opens. */
export const PackageKey = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passphrase'), passphrase: Secret }),
  z.object({ kind: z.literal('letter'), path: Path }),
])
export type PackageKey = z.infer<typeof PackageKey>

/** 開梱: a package (or its first volume `.001`) into a folder that is new or empty. `contractId`: which work it belongs to, when that is known. */
export const OpenPackage = z.object({ path: Path, key: PackageKey, into: Path, contractId: ContractId.nullable() })
export type OpenPackage = z.infer<typeof OpenPackage>
/** `sender`: whose registered signature the key letter bears. `virusCheck`: what was taken out was clean, or could not be looked into. */
export const PackageOpened = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('opened'), into: z.string(), files: z.number(), bytes: z.number(), sender: z.string().nullable(), virusCheck: z.enum(['clean', 'unscanned', 'failed', 'no-scanner']) }),
  z.object({ outcome: z.literal('abandoned') }),
])
export type PackageOpened = z.infer<typeof PackageOpened>

/**
 * 検証: the same after writing, on a stick and after transport. `packageId` names one of ours (null: whatever lies at `path`,
 * which is still compared when the ledger knows its bytes); `path` is where it lies now (null: where it was sealed). Without a
 * key its bytes are compared with the ledger's; with one, everything inside is unpacked and compared as well.
 */
export const VerifyPackage = z.object({ packageId: PackageId.nullable(), path: Path.nullable(), key: PackageKey.nullable(), contractId: ContractId.nullable() })
  .refine(({ packageId, path }) => packageId !== null || path !== null, { error: 'package-or-path' })
  .refine(({ packageId, key }) => packageId !== null || key !== null, { error: 'key-needed' })
export type VerifyPackage = z.infer<typeof VerifyPackage>

/** `whole`: all that was compared agrees. `packageNo`: ours, when the ledger knows it. `contents` is null when no key was given. */
export const VerifiedPackage = z.object({
  outcome: z.enum(['whole', 'differs']),
  packageNo: z.string().nullable(),
  path: z.string(),
  bytes: z.number().int(),
  sha256: Sha256,
  parts: z.array(PackagePart),
  contents: z.object({ files: z.number().int(), bytes: z.number().int(), manifest: z.enum(['package', 'contents']) }).nullable(),
  /** `uncached`: read from the medium itself, past the system's cache. */
  readBack: z.enum(['uncached', 'cached']),
  sender: z.string().nullable(),
  differences: z.array(z.object({ path: z.string(), what: z.enum(['missing', 'unexpected', 'size', 'sha256']) })).max(1000),
  at: Instant,
})
export type VerifiedPackage = z.infer<typeof VerifiedPackage>
export const PackageVerified = z.discriminatedUnion('outcome', [
  VerifiedPackage.extend({ outcome: z.literal('whole') }), VerifiedPackage.extend({ outcome: z.literal('differs') }), z.object({ outcome: z.literal('abandoned') }),
])
export type PackageVerified = z.infer<typeof PackageVerified>
