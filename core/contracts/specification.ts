import * as z from 'zod'
import { KeptFile } from '../kept-file.ts'
import { CoSigner } from '../people/exception.ts'
import { PersonId } from '../people/person.ts'
import { Lines, Name, Path, Sha256, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'
import { ContractId } from './contract-of-work.ts'

/** An edition of the 特記仕様書 under one contract (Art. 21): what was agreed, by whom on both sides, and from which day it holds. */
export const SpecificationVersion = z.object({
  contractId: ContractId,
  title: Name,
  version: Name,
  fileName: Name,
  sha256: Sha256,
  /** null: only its hash is known yet (the edition that a contract was opened with). */
  file: KeptFile.nullable(),
  agreedOn: Day,
  effectiveOn: Day,
  /** 変更の要旨. */
  changes: Lines,
  /** The two approvals; the edition of the contract itself needs none but the contract. */
  cityRef: Text,
  recordedBy: PersonId.nullable(),
  approvedBy: PersonId.nullable(),
  recordedAt: Instant,
})
export type SpecificationVersion = z.infer<typeof SpecificationVersion>

/** 確認 (Art. 5⑤, R-39): someone has read an edition. */
export const Acknowledgement = z.object({ contractId: ContractId, version: Name, sha256: Sha256, personId: PersonId, at: Instant })
export type Acknowledgement = z.infer<typeof Acknowledgement>

/** Both approvals, asked for together so that both are missed together. */
export const AgreeSpecification = z.object({
  contractId: ContractId, title: Name, version: Name, path: Path, agreedOn: Day, effectiveOn: Day, changes: Lines,
  cityRef: Text, approver: CoSigner.nullable(),
})
export type AgreeSpecification = z.infer<typeof AgreeSpecification>
export const OfVersion = z.object({ contractId: ContractId, version: Name })
export const KeepSpecification = OfVersion.extend({ path: Path })
/** What the page of a specification shows: the editions, the one in force, and who has read which. */
export const Specifications = z.object({ inForce: Name, versions: z.array(SpecificationVersion), acknowledgements: z.array(Acknowledgement) })
export type Specifications = z.infer<typeof Specifications>

export const specificationId = (contractId: string, version: string): string => `${contractId}:${version}`
export const acknowledgementId = (contractId: string, version: string, personId: string): string => `${contractId}:${version}:${personId}`
