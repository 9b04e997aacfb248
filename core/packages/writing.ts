import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { ItemId } from '../handovers/item.ts'
import { MediumNo } from '../media/medium.ts'
import { CoSigner } from '../people/exception.ts'
import { PersonId } from '../people/person.ts'
import { Name, Path } from '../text.ts'
import { Instant } from '../time.ts'
import { PackageId, PackagePart, VolumeBytes } from './package.ts'

export const WritingId = z.string().min(1).max(64).brand<'WritingId'>()
export type WritingId = z.infer<typeof WritingId>

/** 書込み (Art. 11(3), (5)): one package, or some of its volumes, on one registered medium, read back from it. */
export const MediumWriting = z.object({
  id: WritingId,
  contractId: ContractId,
  packageId: PackageId,
  packageNo: z.string(),
  medium: MediumNo,
  /** `read`: the drive told this serial number. `typed`: it told none, and two people read it off the label. */
  serial: z.string(),
  identified: z.enum(['read', 'typed']),
  coSignedBy: PersonId.nullable(),
  folder: z.string(),
  /** The package's files there, and its key letter. */
  parts: z.array(PackagePart),
  bytes: z.number().int(),
  begunAt: Instant,
  by: PersonId,
  endedAt: Instant.nullable(),
  readBack: z.enum(['uncached', 'cached']).nullable(),
  state: z.enum(['writing', 'written', 'abandoned']),
})
export type MediumWriting = z.infer<typeof MediumWriting>

/**
 * `folder` lies on the medium. `volumeBytes` cuts the package there, `only` writes just these volumes (from 1), when the
 * others go onto other media. `typed`: for a drive that tells no serial number, what its label says, with a second person.
 */
export const WriteToMedium = z.object({
  packageId: PackageId, medium: MediumNo, folder: Path,
  volumeBytes: VolumeBytes.nullable(), only: z.array(z.number().int().min(1).max(999)).min(1).max(999).nullable(),
  typed: z.object({ serial: Name, second: CoSigner }).nullable(),
})
export type WriteToMedium = z.infer<typeof WriteToMedium>
export const Written = z.discriminatedUnion('outcome', [z.object({ outcome: z.literal('written'), writing: MediumWriting }), z.object({ outcome: z.literal('abandoned') })])
export type Written = z.infer<typeof Written>

/** What a package would need and how it would be cut, before anything is written: one that is sealed, or what is about to be. */
export const PlanSplit = z.object({
  contractId: ContractId,
  of: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('package'), packageId: PackageId }),
    z.object({ kind: z.literal('sources'), itemIds: z.array(ItemId).max(100_000), paths: z.array(Path).max(10_000) }),
  ]),
  volumeBytes: VolumeBytes.nullable(),
  /** Where it is to be written: then its room counts. */
  folder: Path.nullable(),
})
export type PlanSplit = z.infer<typeof PlanSplit>
export const SplitPlan = z.object({
  /** Exact for a sealed package; the most that it can be for what is not packed yet. */
  neededBytes: z.number(),
  exact: z.boolean(),
  freeBytes: z.number().nullable(),
  missingBytes: z.number(),
  /** The largest file that the folder's file system takes (FAT32: 4 GiB less one byte); null when it takes any. */
  mostFileBytes: z.number().nullable(),
  volumes: z.array(z.object({ name: z.string(), bytes: z.number() })),
  /** Volumes of so many bytes would fit; null when it fits as it is, or nothing would. */
  suggestedVolumeBytes: z.number().nullable(),
})
export type SplitPlan = z.infer<typeof SplitPlan>
