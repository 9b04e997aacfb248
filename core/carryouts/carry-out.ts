import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { ImportanceClass } from '../handovers/item.ts'
import { MediumNo } from '../media/medium.ts'
import { PackageId, PackageLock } from '../packages/package.ts'
import { CoSigner } from '../people/exception.ts'
import { PersonId } from '../people/person.ts'
import { CityRef, Lines, Name, Path, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

export const CarryOutId = z.string().min(1).max(64).brand<'CarryOutId'>()
export type CarryOutId = z.infer<typeof CarryOutId>

const Said = Lines.refine((s) => s.length > 0, { error: 'empty' })

/** Under which key it travels, as the package itself says: never typed. Neither length nor making of a passphrase is told. */
export const Encryption = PackageLock.pick({ container: true, keyBits: true, kdf: true }).extend({ packageNo: z.string(), envelope: z.boolean() })
export type Encryption = z.infer<typeof Encryption>

/** 督促: who was reminded, when and how. */
export const Reminder = z.object({ persons: z.array(PersonId).min(1).max(20), how: z.enum(['電話', '対面', 'SMS', 'メール', 'その他']), at: Instant, note: Lines, by: PersonId })
export type Reminder = z.infer<typeof Reminder>

/** 搬送先での消去: done there, or why there was nothing to erase. */
export const Erasure = z.object({ outcome: z.enum(['done', 'not applicable']), at: Instant, by: PersonId, note: Text, recordedBy: PersonId })
export type Erasure = z.infer<typeof Erasure>

/** 持出 (Art. 11(2)): one medium, or papers, out of the approved places and back. 申請 → 承認 → 甲承認 → 持出中 → 返却 → 完了. */
export const CarryOut = z.object({
  id: CarryOutId,
  /** 管理番号, `T-R8-017-001`. */
  no: z.string(),
  contractId: ContractId,
  kind: z.enum(['medium', 'document']),
  /** 持ち出すもの. */
  content: Name,
  quantity: z.number().int().positive(),
  medium: MediumNo.nullable(),
  packages: z.array(PackageId),
  encryption: z.array(Encryption),
  /** How paper, which nobody can encrypt, is kept shut on the way. */
  protection: Text,
  importanceClass: ImportanceClass,
  personalInfo: z.boolean(),
  myNumber: z.boolean(),
  items: z.number().int(),
  /** 件数; null where nobody counted. */
  records: z.number().int().nullable(),
  purpose: Name,
  destination: Name,
  /** 経路・手段. */
  route: Name,
  persons: z.array(PersonId),
  outFrom: Instant,
  dueAt: Instant,
  eraseAfterUse: z.boolean(),
  /** What is to be erased there, or why nothing stays behind. */
  eraseNote: Text,
  appliedBy: PersonId,
  appliedAt: Instant,
  approval: z.object({ by: PersonId, at: Instant, conditions: Lines }).nullable(),
  /** The city's judgement: its number, its day, and who there told it. */
  cityApproval: z.object({ ref: CityRef, on: Day, toldBy: Name, conditions: Lines, recordedBy: PersonId, recordedAt: Instant }).nullable(),
  rejection: z.object({ of: z.enum(['甲', '乙']), toldBy: Text, reason: Lines, by: PersonId, at: Instant }).nullable(),
  withdrawal: z.object({ reason: Lines, by: PersonId, at: Instant }).nullable(),
  out: z.object({
    at: Instant, persons: z.array(PersonId), by: PersonId,
    /** The medium by its serial number, and how many of the packages' files lay on it with nothing beside them. */
    serial: z.string().nullable(), identified: z.enum(['read', 'typed']).nullable(), coSignedBy: PersonId.nullable(), filesSeen: z.number().int(),
  }).nullable(),
  /** Since when the desk has known that it is late; it stays, whatever becomes of the clock. */
  overdueSince: Instant.nullable(),
  reminders: z.array(Reminder),
  erasure: Erasure.nullable(),
  returned: z.object({ at: Instant, by: PersonId, quantity: z.number().int(), storagePlace: Text, note: Text, confirmedBy: PersonId, recordedBy: PersonId, recordedAt: Instant }).nullable(),
  lost: z.object({ foundAt: Instant, place: Text, circumstances: Lines, by: PersonId, at: Instant }).nullable(),
  state: z.enum(['applied', 'approved', 'permitted', 'out', 'back', 'completed', 'rejected', 'withdrawn', 'lost']),
})
export type CarryOut = z.infer<typeof CarryOut>

/** 申請. `records`, `personalInfo` and `myNumber` say what the ledger cannot know of papers and of files that were not entrusted; it is never made less than what it knows. */
export const ApplyCarryOut = CarryOut.pick({ contractId: true, kind: true, content: true, quantity: true, medium: true, protection: true, personalInfo: true, myNumber: true, records: true, purpose: true, destination: true, route: true, outFrom: true, dueAt: true, eraseAfterUse: true, eraseNote: true })
  .extend({
    quantity: z.number().int().positive().max(10_000), records: z.number().int().nonnegative().max(1e12).nullable(),
    packages: z.array(PackageId).max(1000), persons: z.array(PersonId).min(1).max(20),
  })
export type ApplyCarryOut = z.infer<typeof ApplyCarryOut>

export const ApproveCarryOut = z.object({ carryOutId: CarryOutId, conditions: Lines })
export const PermitCarryOut = z.object({ carryOutId: CarryOutId, ref: CityRef, on: Day, toldBy: Name, conditions: Lines })
export const RejectCarryOut = z.object({ carryOutId: CarryOutId, of: z.enum(['甲', '乙']), toldBy: Text, reason: Said })
export const WithdrawCarryOut = z.object({ carryOutId: CarryOutId, reason: Said })
/** `folder` is the medium's own; `typed`: what its label says, with a second person, for a drive that tells no serial number. */
export const GoOut = z.object({ carryOutId: CarryOutId, persons: z.array(PersonId).min(1).max(20), folder: Path.nullable(), typed: z.object({ serial: Name, second: CoSigner }).nullable() })
export type GoOut = z.infer<typeof GoOut>
export const Remind = z.object({ carryOutId: CarryOutId, persons: Reminder.shape.persons, how: Reminder.shape.how, at: Instant, note: Lines })
/** `note`: how it was erased, or why there was nothing to erase. */
export const RecordErasure = z.object({ carryOutId: CarryOutId, outcome: Erasure.shape.outcome, at: Instant, by: PersonId, note: Text })
export const ConfirmReturn = z.object({ carryOutId: CarryOutId, at: Instant, by: PersonId, quantity: z.number().int().nonnegative().max(10_000), storagePlace: Text, note: Text, checker: CoSigner })
export type ConfirmReturn = z.infer<typeof ConfirmReturn>
export const ReportCarryOutLost = z.object({ carryOutId: CarryOutId, foundAt: Instant, place: Text, circumstances: Said })

/** how many hours past the due time the machine drafts an incident; decided for each contract. */
export const Alarm = z.object({ contractId: ContractId, incidentAfterHours: z.number().int().min(1).max(168) })
export type Alarm = z.infer<typeof Alarm>
export const INCIDENT_AFTER_HOURS = 24
