import * as z from 'zod'
import { ImportanceClass } from '../handovers/item.ts'
import { KeptFile } from '../kept-file.ts'
import { Exception, ExceptionOrder } from '../people/exception.ts'
import { EmailOrNone, Name, Path, Sha256, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

export const ContractId = z.string().min(1).max(64).brand<'ContractId'>()
export type ContractId = z.infer<typeof ContractId>

/** Art. 1, 21: the version of the specification in force, by its file's hash. */
export const Specification = z.object({ title: Name, version: Name, fileName: Name, sha256: Sha256, agreedOn: Day })
export type Specification = z.infer<typeof Specification>

/** Art. 4: a certification (ISMS, P mark or equivalent): what it covers, and the copy of the paper that proves it. */
export const Certification = z.object({ type: z.enum(['ISMS', 'プライバシーマーク', 'その他']), number: Name, issuer: Name, scope: Text.optional(), validFrom: Day, validTo: Day, copy: KeptFile.optional() })
export type Certification = z.infer<typeof Certification>

/** A party's public keys as registered on paper (公開鍵届): the root certificate, the key of checkpoints and QR, and (since K-01/2) the certificate that key letters are closed for. */
export const PartyKey = z.object({
  organisation: Name, rootPem: z.string().max(10_000), fingerprint: Sha256, checkpointKeyPem: z.string().max(2000), registeredAt: Instant,
  encryption: z.object({ pem: z.string().max(10_000), fingerprint: Sha256, validTo: Instant }).nullable().default(null),
})
export type PartyKey = z.infer<typeof PartyKey>

/** A key that holds no longer. 更新: another took its place. 失効: it may be in other hands, and whoever has it can write any day on a document. */
export const EndedKey = z.object({ key: PartyKey, why: z.enum(['更新', '失効']), from: Day, reason: Text, at: Instant })
export type EndedKey = z.infer<typeof EndedKey>

/** Someone whom the contract allows as a recipient of mail or parcels. */
export const Recipient = z.object({ organisation: Name, department: Text, name: Name, title: Text, email: EmailOrNone, postalCode: Text, address: Text, tel: Text, exception: Exception.nullable().default(null) })
export type Recipient = z.infer<typeof Recipient>

/** 責任分界点 (Art. 3②): who answers for one thing or one step of a system-operation contract. */
export const Demarcation = z.object({ item: Name, city: Text, contractor: Text, subcontractor: Text, agreedOn: Day })
export type Demarcation = z.infer<typeof Demarcation>

/** 委託業務. The same record on both sides; `counterpart` is the city for a contractor and the contractor for a city. */
export const ContractOfWork = z.object({
  id: ContractId,
  contractNo: Name,
  title: Name,
  /** The part of our documents' numbers that names this contract: `R8-017`. */
  shortNo: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/),
  city: z.object({ name: Name, addressee: Name, section: Name, officer: Name, officerTitle: Text, securityManager: Text }),
  contractor: Name,
  periodFrom: Day,
  periodTo: Day,
  importanceClass: ImportanceClass,
  isSystemOpsContract: z.boolean(),
  specification: Specification,
  certifications: z.array(Certification).max(100),
  retentionYears: z.union([z.literal(1), z.literal(3), z.literal(5), z.literal(7), z.literal(10)]),
  recipients: z.array(Recipient),
  /** Services other than registered mail that the city agreed to in writing, each with the city's number. */
  agreedServices: z.array(z.object({ service: Name, cityRef: Name })),
  counterpartKey: PartyKey.nullable(),
  /** Keys of the other party that were replaced or revoked, the newest last. */
  formerKeys: z.array(EndedKey).default([]),
  openedAt: Instant,
  /** 着手: nothing is handled before it. */
  startedAt: Instant.nullable().default(null),
  demarcation: z.array(Demarcation).max(500).default([]),
  state: z.enum(['active', 'closed']),
  /** 業務の終了 (Art. 15①), and the day until which its records are kept. */
  closed: z.object({ at: Instant, retainUntil: Day }).nullable().default(null),
})
export type ContractOfWork = z.infer<typeof ContractOfWork>

export const OpenContract = ContractOfWork.omit({ id: true, openedAt: true, startedAt: true, demarcation: true, state: true, closed: true, counterpartKey: true, formerKeys: true, recipients: true, agreedServices: true, contractor: true })
  .extend({ contractor: Name.optional(), certifications: z.array(Certification.omit({ copy: true })).max(100), /** The specification's file, to be kept so that everybody can read it. */ path: Path.optional() })
  .refine((c) => c.periodFrom <= c.periodTo, { error: 'period-reversed', path: ['periodTo'] })
export type OpenContract = z.infer<typeof OpenContract>
/** Someone else than the city is a third party: that takes the city's consent (Art. 13, R-26). */
export const AddRecipient = z.object({ contractId: ContractId, recipient: Recipient, exception: ExceptionOrder.nullable().default(null) })
export const AddCertification = z.object({ contractId: ContractId, certification: Certification.omit({ copy: true }) })
/** A renewed certification bears the same number; the day it ends tells them apart. */
export const OfCertification = z.object({ contractId: ContractId, number: Name, validTo: Day })
export const SaveCertificate = OfCertification.extend({ into: Path })
export const KeepCertificate = OfCertification.extend({ path: Path })
export const AgreeDemarcation = z.object({ contractId: ContractId, rows: z.array(Demarcation).max(500) })
export const AgreeService = z.object({ contractId: ContractId, service: Name, cityRef: Name })
/** The contents of a 公開鍵届 file, as the other party's Azukari wrote it, and what was read over the telephone. */
export const RegisterKey = z.object({ contractId: ContractId, path: z.string().min(1).max(32_000), checkedBy: z.enum(['対面', '電話', '書面']), fingerprintHeard: z.string().min(1).max(400), toldBy: Text.optional() })
/** What a 公開鍵届 says, before it is registered: the words to be compared, and whose place it would take. */
export const LookAtKey = z.object({ contractId: ContractId, path: z.string().min(1).max(32_000) })
export const KeySeen = z.object({
  organisation: z.string(), expected: z.string(), docNo: z.string(), issuedAt: z.string(), fingerprint: Sha256, checkWords: z.array(z.string()), replaces: Sha256.nullable(), known: z.boolean(),
})
export type KeySeen = z.infer<typeof KeySeen>
/** 失効の記録: from which day no document of this key is believed, and why. */
export const RevokeKey = z.object({ contractId: ContractId, fingerprint: Sha256, from: Day, reason: Name })
