import type { Audit } from '../audits/audit.ts'
import type { Backup, Backups } from '../backup/backup.ts'
import type { Cancellation } from '../cancellation/cancellation.ts'
import type { Alarm, CarryOut } from '../carryouts/carry-out.ts'
import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { DeviceCheck } from '../devices/check.ts'
import type { Device } from '../devices/device.ts'
import type { LeakProne } from '../devices/leak-prone.ts'
import type { Answered, AnswerTaken } from '../city/answer.ts'
import type { Designation } from '../city/designation.ts'
import type { ImportRun } from '../city/import-run.ts'
import type { CityNumber, CityNumbering } from '../city/numbers.ts'
import type { KnownLedger, KnownRestoring } from '../city/witnessed.ts'
import type { Consultation } from '../consultations/consultation.ts'
import type { Copy } from '../copies/copy.ts'
import type { ExceptionUsed } from '../exceptions/exception-used.ts'
import type { Fax } from '../faxes/fax.ts'
import type { Marks } from '../custody/marks.ts'
import type { Provision } from '../provisions/provision.ts'
import type { Subcontract } from '../subcontracts/subcontract.ts'
import type { ImportedDocument, IssuedDocument } from '../documents/document.ts'
import type { Handover } from '../handovers/handover.ts'
import type { Item } from '../handovers/item.ts'
import type { Mail } from '../mails/mail.ts'
import type { MailServer } from '../mails/mail-server.ts'
import type { Mailing } from '../mailings/mailing.ts'
import type { ContractService } from '../mailings/service.ts'
import type { AuditFreeze, FirstReportLimit, Incident } from '../incidents/incident.ts'
import type { Loss, Medium } from '../media/medium.ts'
import type { StockTake } from '../media/stock-take.ts'
import type { Package } from '../packages/package.ts'
import type { MediumWriting } from '../packages/writing.ts'
import type { HandBack } from '../settlement/settlement.ts'
import type { Place } from '../places/place.ts'
import type { Post, SupervisorChange } from '../contracts/organisation.ts'
import type { Acknowledgement, SpecificationVersion } from '../contracts/specification.ts'
import type { IdCard } from '../staffing/id-card.ts'
import type { PledgeText } from '../staffing/pledge-text.ts'
import type { CheckItem, SelfCheck } from '../staffing/self-check.ts'
import type { QuestionPaper, TestSat, TrainingSession } from '../staffing/training.ts'
import type { Account } from '../vault/account.ts'
import type { LockOut } from '../vault/lock-outs.ts'
import type { Correction } from '../corrections/correction.ts'
import type { FormSetting, Numbering } from '../forms/setting.ts'
import type { ReportingProcedure } from '../reports/procedure.ts'
import type { CityRequest } from '../requests/request.ts'
import type { Person } from '../people/person.ts'
import type { Instant } from '../time.ts'
import type { DisposalPlan } from '../wipes/plan.ts'
import type { Wipe } from '../wipes/wipe.ts'
import type { Organisation, PublicKeys } from '../vault/vault.ts'
import type { VirusScan } from '../viruses/scan.ts'
import type { EmergencyPlan } from '../workplace/emergency-plan.ts'
import type { WorkAt } from '../workplace/here.ts'

/** A begun-without-ended: after a power cut, a question and not a silence. */
export interface Question { id: string; kind: 'receiving' | 'sealing' | 'writing' | 'wiping' | 'copying'; subject: string; at: Instant }

/** What screens read: made from the ledger by `project.ts`, and made again from it whenever anyone doubts. */
export interface Kept {
  office: { organisation: Organisation; keys: PublicKeys }
  person: Person
  contract: ContractOfWork
  account: Account
  /** What this office asks of everybody at the door. */
  'access-rule': { secondFactorRequired: boolean }
  /** By ID and time. */
  'lock-out': LockOut
  'training-session': TrainingSession
  'question-paper': QuestionPaper
  'test-sat': TestSat
  'pledge-text': PledgeText
  'id-card': IdCard
  'check-items': { items: CheckItem[] }
  'self-check': SelfCheck
  post: Post
  'supervisor-change': SupervisorChange
  specification: SpecificationVersion
  acknowledgement: Acknowledgement
  medium: Medium
  scan: VirusScan
  handover: Handover
  item: Item
  issued: IssuedDocument
  package: Package
  writing: MediumWriting
  mailing: Mailing
  service: ContractService
  mail: Mail
  'mail-server': MailServer
  imported: ImportedDocument
  /** What was taken in under one number of a contract, by `filedUnder`. */
  filed: { ids: string[] }
  'import-run': ImportRun
  /** By kind of number. */
  'city-numbering': CityNumbering
  'city-number': CityNumber
  /** What this city answered, by the id of the C-02. */
  answered: Answered
  /** What a city answered us, by the document's id and the answer's revision. */
  'answer-taken': AnswerTaken
  designation: Designation
  /** By the origin that a ledger's checkpoints name. */
  'known-ledger': KnownLedger
  /** By origin and the restoring's own id. */
  'known-restoring': KnownRestoring
  /** The contractor's PDF with our signature in it, by the imported document. */
  'counter-signed': { id: string; contractId: string; body: IssuedDocument['bodies'][number]; by: string; at: Instant }
  plan: DisposalPlan
  'stock-take': StockTake
  loss: Loss
  wipe: Wipe
  incident: Incident
  /** By contract. */
  'first-report-limit': FirstReportLimit
  'audit-freeze': AuditFreeze
  consultation: Consultation
  audit: Audit
  cancellation: Cancellation
  'carry-out': CarryOut
  /** By contract. */
  alarm: Alarm
  request: CityRequest
  /** By contract. */
  'reporting-procedure': ReportingProcedure
  'form-setting': FormSetting
  correction: Correction
  numbering: Numbering
  handback: HandBack
  place: Place
  device: Device
  check: DeviceCheck
  /** The newest check of each device, by the device. */
  'latest-check': DeviceCheck
  'leak-prone': { applications: LeakProne[] }
  /** By contract. */
  'emergency-plan': EmergencyPlan
  /** By person. */
  'work-at': WorkAt
  subcontract: Subcontract
  copy: Copy
  fax: Fax
  provision: Provision
  exception: ExceptionUsed
  /** Where in the ledger a thing is spoken of, by the thing's id. */
  marks: Marks
  question: Question
  /** How many numbers of a series have been given out. */
  series: { last: number }
  backup: Backup
  /** One look at what `backup` says at length. */
  backups: Backups
  /** The latest time the ledger has seen. */
  clock: { at: Instant }
  /** The last time that the clock was found behind, from when to when. */
  'clock-went-back': { last: Instant; seen: Instant }
}
export type Kind = keyof Kept

/** Reads are by kind and id; `of` narrows a list to what belongs to one contract (or, for items, to one handover). */
export interface Reading {
  get<K extends Kind>(kind: K, id: string): Kept[K] | undefined
  list<K extends Kind>(kind: K, of?: string): Kept[K][]
  /** Those that are not over (`open.ts`): what 今日 has to look at, however many years lie on the shelf. */
  open<K extends Kind>(kind: K): Kept[K][]
}

/** Where a projection writes. `of` is the contract (or handover) that the thing belongs to. */
export interface Shelf extends Reading {
  put<K extends Kind>(kind: K, id: string, value: Kept[K], of?: string): void
  drop(kind: Kind, id: string): void
}
