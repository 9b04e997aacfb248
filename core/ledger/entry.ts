import * as z from 'zod'
import { Audit, AuditId, AuditRequest, Finding } from '../audits/audit.ts'
import { Cancellation, CancellationId } from '../cancellation/cancellation.ts'
import { Backup, BackupId, BackupPlan, BackupTrouble, LedgerHead, MadeBackup, Restored } from '../backup/backup.ts'
import { Consultation, ConsultationId } from '../consultations/consultation.ts'
import { Copy, CopyEnd, CopyId } from '../copies/copy.ts'
import { Fax, FaxId } from '../faxes/fax.ts'
import { Provision, ProvisionId } from '../provisions/provision.ts'
import { ApprovalDecision, Inspection, SubAgreement, Subcontract, SubcontractFacts, SubcontractId, SubEnd } from '../subcontracts/subcontract.ts'
import { Alarm, CarryOut, CarryOutId } from '../carryouts/carry-out.ts'
import { AgreeService, Certification, ContractId, ContractOfWork, Demarcation, EndedKey, PartyKey, Recipient } from '../contracts/contract-of-work.ts'
import { DeviceCheck } from '../devices/check.ts'
import { Device, DeviceId, MachineIdentity } from '../devices/device.ts'
import { LeakProne } from '../devices/leak-prone.ts'
import { ImportedDocument, IssuedDocument } from '../documents/document.ts'
import { Handover, HandoverId } from '../handovers/handover.ts'
import { Item, ItemId } from '../handovers/item.ts'
import { Mail, MailAttempt, MailId, MailTaken } from '../mails/mail.ts'
import { MailServer } from '../mails/mail-server.ts'
import { CityReceipt, Inquiry, KeyTold, Mailing, MailingId } from '../mailings/mailing.ts'
import { ContractService } from '../mailings/service.ts'
import { Slip } from '../mailings/slip.ts'
import { AuditFreeze, FactSaid, FirstReportLimit, FreezeLifted, Incident, IncidentDraft, IncidentId, IncidentReport, NoticedIncident, Publication, TimelineEntry } from '../incidents/incident.ts'
import { Loss, Medium, MediumNo } from '../media/medium.ts'
import { StockTake } from '../media/stock-take.ts'
import { Package, PackageId } from '../packages/package.ts'
import { MediumWriting, WritingId } from '../packages/writing.ts'
import { FormerPledge, Person, PersonId, Pledge, Role, RosterWords, Training } from '../people/person.ts'
import { Place, PlaceId } from '../places/place.ts'
import { Post, PostId, SupervisorChange } from '../contracts/organisation.ts'
import { Acknowledgement, SpecificationVersion } from '../contracts/specification.ts'
import { KeptFile } from '../kept-file.ts'
import { CardId, IdCard, Visit } from '../staffing/id-card.ts'
import { PledgeText } from '../staffing/pledge-text.ts'
import { CheckItem, CheckedItem, SelfCheck, SelfCheckId } from '../staffing/self-check.ts'
import { QuestionPaper, TestSat, TrainingSession } from '../staffing/training.ts'
import { Answered, AnswerTaken } from '../city/answer.ts'
import { Designation } from '../city/designation.ts'
import { ImportRun } from '../city/import-run.ts'
import { CityNumbering } from '../city/numbers.ts'
import { LedgerContradiction, RestoringDecision, SeenCheckpoint, ShownRestoring } from '../city/witnessed.ts'
import { Correction } from '../corrections/correction.ts'
import { FormSetting, Numbering } from '../forms/setting.ts'
import { ReportingProcedure } from '../reports/procedure.ts'
import { CityRequest, RequestId } from '../requests/request.ts'
import { Figures, HandBack } from '../settlement/settlement.ts'
import { DisposalPlan, PlanId } from '../wipes/plan.ts'
import { Result, Wipe, WipeId, Witness } from '../wipes/wipe.ts'
import { Checkpoint } from '../wipes/overwrite.ts'
import { Drive } from '../media/drive.ts'
import { LockOut } from '../vault/lock-outs.ts'
import { LedgerTakenOut } from '../vault/taken-out.ts'
import { Organisation, PublicKeys } from '../vault/vault.ts'
import { Day, Instant } from '../time.ts'
import { VirusScan } from '../viruses/scan.ts'
import type { Schema } from '../wire/operation.ts'
import { EmergencyPlan } from '../workplace/emergency-plan.ts'
import { WorkAt } from '../workplace/here.ts'

/**
 * Everything that can happen here, and what the ledger keeps of it. A type that has landed is never changed or removed:
 * a ledger is read for as long as contracts oblige.
 */
export const entryTypes = {
  'office-opened': z.object({ organisation: Organisation, keys: PublicKeys, administrator: Person }),
  'signed-in': z.object({ personId: PersonId }),
  'signed-out': z.object({ personId: PersonId, why: z.enum(['asked', 'idle', 'closed']) }),
  'sign-in-locked': z.object({ loginId: z.string(), failures: z.number().int() }),
  'account-given': z.object({ personId: PersonId, loginId: z.string() }),
  'account-resumed': z.object({ personId: PersonId }),
  'password-changed': z.object({ personId: PersonId }),
  'recovered': z.object({ loginId: z.string() }),
  'clock-went-back': z.object({ last: Instant, seen: Instant }),
  'contract-opened': z.object({ contract: ContractOfWork }),
  'certificate-kept': z.object({ contractId: ContractId, number: z.string(), validTo: Day, file: KeptFile }),
  'recipient-added': z.object({ contractId: ContractId, recipient: Recipient }),
  'certification-added': z.object({ contractId: ContractId, certification: Certification }),
  'service-agreed': AgreeService,
  'key-registered': z.object({ contractId: ContractId, key: PartyKey, checkedBy: z.string(), toldBy: z.string().optional() }),
  'key-revoked': z.object({ contractId: ContractId, ended: EndedKey }),
  'person-registered': z.object({ person: Person }),
  'training-recorded': z.object({ personIds: z.array(PersonId), training: Training }),
  'pledge-signed': z.object({ personId: PersonId, pledge: Pledge }),
  'medium-registered': z.object({ medium: Medium }),
  'medium-back': z.object({ no: MediumNo, storagePlace: z.string(), at: Instant }),
  'unregistered-medium-refused': z.object({ serial: z.string(), where: z.string() }),
  'virus-scan-recorded': z.object({ scan: VirusScan }),
  'handover-designated': z.object({ handover: Handover }),
  'receiving-begun': z.object({ handoverId: HandoverId, files: z.number().int() }),
  'receiving-ended': z.object({ handover: Handover, items: z.array(Item) }),
  'receiving-abandoned': z.object({ handoverId: HandoverId, why: z.string() }),
  'difference-noted': z.object({ handoverId: HandoverId, note: z.object({ note: z.string(), cityRef: z.string(), by: PersonId, at: Instant }) }),
  'document-issued': z.object({ document: IssuedDocument, record: z.unknown() }),
  'document-saved': z.object({ id: z.string(), to: z.string() }),
  'document-acknowledged': z.object({ id: z.string(), cityReceiptNo: z.string(), verdict: z.string(), at: Instant, hash: z.string() }),
  'sealing-begun': z.object({ package: Package }),
  'sealing-ended': z.object({ package: Package }),
  'sealing-abandoned': z.object({ packageId: PackageId, why: z.string() }),
  'medium-writing-begun': z.object({ writing: MediumWriting }),
  'medium-writing-ended': z.object({ writing: MediumWriting }),
  'medium-writing-abandoned': z.object({ writingId: WritingId, why: z.string() }),
  'package-verified': z.object({
    packageId: PackageId.nullable(), contractId: ContractId.nullable(), file: z.string(), outcome: z.enum(['whole', 'differs', 'refused']), why: z.string().nullable(),
    sha256: z.string().nullable(), readBack: z.enum(['uncached', 'cached']).nullable(), opened: z.boolean(), differences: z.number().int(),
  }),
  'package-opened': z.object({ contractId: ContractId.nullable(), file: z.string(), into: z.string(), files: z.number().int(), bytes: z.number().int(), key: z.enum(['passphrase', 'letter']), sender: z.string().nullable() }),
  'package-opening-refused': z.object({ contractId: ContractId.nullable(), file: z.string(), why: z.string() }),
  'mailing-drafted': z.object({ mailing: Mailing }),
  'shinten-confirmed': z.object({ mailingId: MailingId, checkedBy: PersonId, at: Instant, sealNo: z.string().default(''), contentsCompared: z.boolean().default(false) }),
  'mailing-dispatched': z.object({ mailingId: MailingId, trackingNo: z.string(), warnings: z.array(z.string()), slipSha256: z.string().nullable(), at: Instant, slip: Slip.nullable().default(null), expectedBy: Instant.nullable().default(null) }),
  'mailing-returned': z.object({ mailingId: MailingId, at: Instant }),
  'mailing-withdrawn': z.object({ mailingId: MailingId, reason: z.string() }),
  'mailing-arrived': z.object({ mailingId: MailingId, at: Instant, to: z.string() }),
  'mailing-received': z.object({ mailingId: MailingId, receipt: CityReceipt }),
  'mailing-overdue': z.object({ mailingId: MailingId, expectedBy: Instant, at: Instant }),
  'mailing-inquired': z.object({ mailingId: MailingId, inquiry: Inquiry }),
  'mailing-missing': z.object({ mailingId: MailingId, at: Instant, circumstances: z.string() }),
  'slip-attached': z.object({ mailingId: MailingId, slip: Slip }),
  'service-laid-down': z.object({ service: ContractService }),
  'key-told': z.object({ id: z.string(), keyTold: KeyTold }),
  'mail-begun': z.object({ mailId: MailId, contractId: ContractId, no: z.string() }),
  'mail-abandoned': z.object({ mailId: MailId, why: z.string() }),
  'mail-withdrawn': z.object({ mailId: MailId, reason: z.string() }),
  'mail-drafted': z.object({ mail: Mail }),
  'recipients-confirmed': z.object({ mailId: MailId, by: PersonId, at: Instant }),
  'mail-sent': z.object({ mailId: MailId, at: Instant }),
  'mail-received': z.object({ mailId: MailId, at: Instant, by: z.string().default('') }),
  'mail-server-set': z.object({ server: MailServer }),
  'mail-server-dropped': z.object({ host: z.string() }),
  'mail-sending-begun': z.object({ mailId: MailId, sending: Mail.shape.sending.unwrap().unwrap() }),
  'mail-sending-ended': z.object({ mailId: MailId, taken: MailTaken }),
  'mail-sending-failed': z.object({ mailId: MailId, attempt: MailAttempt }),
  'mail-sending-settled': z.object({ mailId: MailId, left: z.boolean(), at: Instant, evidence: z.string() }),
  'mail-misdirected': z.object({ mailId: MailId, addresses: z.array(z.string()), foundAt: Instant, circumstances: z.string() }),
  'document-imported': z.object({ document: ImportedDocument }),
  'import-numbered': z.object({ id: z.string(), cityReceiptNo: z.string() }),
  'import-refused': z.object({ file: z.string(), reasons: z.array(z.string()) }),
  'import-ended': z.object({ run: ImportRun }),
  'evidence-packed': z.object({ contractId: ContractId, to: z.string(), sha256: z.string(), documents: z.number().int(), entries: z.number().int() }),
  'paper-compared': z.object({ importedId: z.string(), code: z.string(), at: Instant }),
  'city-numbering-set': CityNumbering,
  'application-answered': z.object({ answered: Answered }),
  'answer-taken': z.object({ answer: AnswerTaken }),
  'city-designated': z.object({ designation: Designation }),
  'designation-withdrawn': z.object({ designationId: z.string(), withdrawn: Designation.shape.withdrawn.unwrap() }),
  'checkpoint-seen': z.object({ contractId: ContractId, origin: z.string(), organisation: z.string(), checkpoint: SeenCheckpoint }),
  'checkpoints-proved': z.object({ origin: z.string(), checkpoint: SeenCheckpoint, sizes: z.array(z.number().int()) }),
  'ledger-contradicted': z.object({ origin: z.string(), organisation: z.string(), contradiction: LedgerContradiction }),
  'restoring-shown': z.object({ restoring: ShownRestoring }),
  'restoring-decided': z.object({ id: z.string(), origin: z.string(), contractId: z.string(), decided: RestoringDecision }),
  'imported-countersigned': z.object({ id: z.string(), body: IssuedDocument.shape.bodies.element, by: z.string(), at: Instant }),
  'stock-taken': z.object({ stockTake: StockTake }),
  'medium-lost': z.object({ loss: Loss }),
  'medium-found': z.object({ lossId: z.string(), found: Loss.shape.found.unwrap().unwrap() }),
  'medium-broken': z.object({ no: MediumNo, note: z.string(), at: Instant }),
  'medium-returned': z.object({ no: MediumNo, receivedBy: z.string(), place: z.string(), at: Instant }),
  'disposal-planned': z.object({ plan: DisposalPlan }),
  'notice-requested': z.object({ planId: PlanId, noticeRequested: DisposalPlan.shape.noticeRequested.unwrap() }),
  'witness-requested': z.object({ planId: PlanId, witness: Witness }),
  'notice-submitted': z.object({ planId: PlanId, at: Instant }),
  'notice-confirmed': z.object({ planId: PlanId, cityRef: z.string(), at: Instant }),
  'disposal-withdrawn': z.object({ planId: PlanId, reason: z.string() }),
  'wipe-begun': z.object({ wipe: Wipe }),
  'wipe-checkpoint': z.object({ wipeId: WipeId, checkpoint: Checkpoint }),
  'wipe-resumed': z.object({ wipeId: WipeId, drive: Drive, at: Instant }),
  'wipe-ended': z.object({ wipe: Wipe }),
  'wipe-abandoned': z.object({ wipeId: WipeId, at: Instant, why: z.string() }),
  'seed-handed-out': z.object({ wipeId: WipeId, handedTo: z.string(), at: Instant }),
  'wipe-not-begun': z.object({ wipeId: WipeId, at: Instant, reason: z.string() }),
  'wipe-verified': z.object({ wipeId: WipeId, result: Result, verified: Wipe.shape.verified.unwrap() }),
  'destruction-recorded': z.object({ wipe: Wipe }),
  'external-wipe-recorded': z.object({ wipe: Wipe }),
  'person-revised': z.object({ personId: PersonId, words: RosterWords, reason: z.string() }),
  'duty-stopped': z.object({ personId: PersonId, reason: z.string() }),
  'duty-resumed': z.object({ personId: PersonId, reason: z.string() }),
  'person-released': z.object({ personId: PersonId, reason: z.string() }),
  'keys-handed-over': z.object({ personId: PersonId, toPersonId: PersonId, media: z.array(MediumNo), keyHolder: z.string() }),
  'account-suspended': z.object({ personId: PersonId, reason: z.string() }),
  'account-revoked': z.object({ personId: PersonId, loginId: z.string(), reason: z.string() }),
  'roles-changed': z.object({ personId: PersonId, from: z.array(Role), to: z.array(Role), reason: z.string() }),
  'training-held': z.object({ session: TrainingSession }),
  'training-questions-set': z.object({ paper: QuestionPaper }),
  'test-sat': z.object({ sat: TestSat }),
  'pledge-text-added': z.object({ text: PledgeText }),
  'pledge-ended': z.object({ personId: PersonId, how: FormerPledge.shape.how, on: Day, reason: z.string() }),
  'card-issued': z.object({ card: IdCard }),
  'card-photo-kept': z.object({ cardId: CardId, file: KeptFile }),
  'card-returned': z.object({ cardId: CardId, on: Day }),
  'card-lost': z.object({ cardId: CardId, on: Day, circumstances: z.string(), cityRef: z.string() }),
  'card-loss-reported': z.object({ cardId: CardId, cityRef: z.string() }),
  'card-visit': z.object({ cardId: CardId, visit: Visit }),
  'check-items-set': z.object({ items: z.array(CheckItem) }),
  'self-check-recorded': z.object({ check: SelfCheck }),
  'self-check-corrected': z.object({ checkId: SelfCheckId, itemNo: z.number().int(), corrected: CheckedItem.shape.corrected.unwrap() }),
  'self-check-closed': z.object({ checkId: SelfCheckId, by: PersonId, at: Instant }),
  'post-filled': z.object({ post: Post }),
  'post-ended': z.object({ postId: PostId, validTo: Day, reason: z.string() }),
  'supervisor-changed': z.object({ change: SupervisorChange, post: Post, endedPostId: PostId, lastDay: Day }),
  'specification-agreed': z.object({ specification: SpecificationVersion }),
  'specification-kept': z.object({ contractId: ContractId, version: z.string(), file: KeptFile }),
  'specification-acknowledged': z.object({ acknowledgement: Acknowledgement }),
  'incident-drafted': z.object({ incident: IncidentDraft }),
  'incident-begun': z.object({ incident: NoticedIncident }),
  'incident-facts-completed': z.object({ incidentId: IncidentId, facts: z.array(FactSaid) }),
  'incident-deed-noted': z.object({ incidentId: IncidentId, deed: TimelineEntry }),
  'incident-reported': z.object({ incidentId: IncidentId, report: IncidentReport }),
  'incident-published': z.object({ incidentId: IncidentId, published: Publication }),
  'incident-freeze-lifted': z.object({ incidentId: IncidentId, lifted: FreezeLifted }),
  'incident-closed': z.object({ incidentId: IncidentId, closed: Incident.shape.closed.unwrap() }),
  'incident-dismissed': z.object({ incidentId: IncidentId, dismissed: Incident.shape.dismissed.unwrap() }),
  'first-report-limit-set': z.object({ limit: FirstReportLimit }),
  'audit-freeze-begun': z.object({ freeze: AuditFreeze }),
  'consultation-drafted': z.object({ consultation: Consultation }),
  'consultation-agreed': z.object({ consultationId: ConsultationId, agreed: Consultation.shape.agreed.unwrap() }),
  'audit-freeze-lifted': z.object({ freezeId: z.string(), lifted: FreezeLifted }),
  'audit-begun': z.object({ audit: Audit }),
  'audit-held': z.object({ auditId: AuditId, held: Audit.shape.held.unwrap() }),
  'audit-asked': z.object({ auditId: AuditId, request: AuditRequest }),
  'audit-answered': z.object({ auditId: AuditId, requestNo: z.number().int(), answer: AuditRequest.shape.answers.element }),
  'audit-finding-made': z.object({ auditId: AuditId, finding: Finding }),
  'audit-finding-corrected': z.object({ auditId: AuditId, findingNo: z.number().int(), correction: Finding.shape.corrections.element }),
  'audit-finding-confirmed': z.object({ auditId: AuditId, findingNo: z.number().int(), confirmed: Finding.shape.corrections.element.shape.confirmed.unwrap() }),
  'audit-closed': z.object({ auditId: AuditId, closed: Audit.shape.closed.unwrap() }),
  'contract-cancelled': z.object({ cancellation: Cancellation }),
  'cancellation-withdrawn': z.object({ cancellationId: CancellationId, withdrawn: Cancellation.shape.withdrawn.unwrap() }),
  'carry-out-applied': z.object({ carryOut: CarryOut }),
  'carry-out-approved': z.object({ carryOutId: CarryOutId, approval: CarryOut.shape.approval.unwrap() }),
  'carry-out-permitted': z.object({ carryOutId: CarryOutId, cityApproval: CarryOut.shape.cityApproval.unwrap() }),
  'carry-out-rejected': z.object({ carryOutId: CarryOutId, rejection: CarryOut.shape.rejection.unwrap() }),
  'carry-out-withdrawn': z.object({ carryOutId: CarryOutId, withdrawal: CarryOut.shape.withdrawal.unwrap() }),
  'carried-out': z.object({ carryOutId: CarryOutId, out: CarryOut.shape.out.unwrap() }),
  'carry-out-overdue': z.object({ carryOutId: CarryOutId, dueAt: Instant, at: Instant }),
  'carry-out-reminded': z.object({ carryOutId: CarryOutId, reminder: CarryOut.shape.reminders.element }),
  'carry-out-erased': z.object({ carryOutId: CarryOutId, erasure: CarryOut.shape.erasure.unwrap() }),
  'carry-out-returned': z.object({ carryOutId: CarryOutId, returned: CarryOut.shape.returned.unwrap() }),
  'carry-out-lost': z.object({ carryOutId: CarryOutId, lost: CarryOut.shape.lost.unwrap() }),
  'alarm-set': z.object({ alarm: Alarm }),
  'reporting-procedure-decided': z.object({ procedure: ReportingProcedure }),
  'request-received': z.object({ request: CityRequest }),
  'request-answered': z.object({ requestId: RequestId, docNo: z.string(), at: Instant }),
  'request-accepted': z.object({ requestId: RequestId, cityRef: z.string(), at: Instant }),
  'request-withdrawn': z.object({ requestId: RequestId, reason: z.string(), at: Instant }),
  'document-submitted': z.object({ id: z.string(), at: Instant }),
  'row-corrected': z.object({ correction: Correction }),
  'form-adopted': z.object({ setting: FormSetting }),
  'numbering-set': z.object({ numbering: Numbering }),
  'items-handed-back': z.object({ handback: HandBack }),
  'contract-closed': z.object({ contractId: ContractId, at: Instant, retainUntil: Day, figures: Figures }),
  'place-registered': z.object({ place: Place }),
  'places-submitted': z.object({ placeIds: z.array(PlaceId), on: Day, docNo: z.string() }),
  'place-decided': z.object({ placeId: PlaceId, decided: Place.shape.decided.unwrap() }),
  'place-retired': z.object({ placeId: PlaceId, retired: Place.shape.retired.unwrap() }),
  'device-registered': z.object({ device: Device }),
  'device-moved': z.object({ deviceId: DeviceId, portable: z.boolean(), placeIds: z.array(PlaceId) }),
  'device-recognised': z.object({ deviceId: DeviceId, machine: MachineIdentity }),
  'device-retired': z.object({ deviceId: DeviceId, retired: Device.shape.retired.unwrap() }),
  'device-checked': z.object({ check: DeviceCheck }),
  'leak-prone-listed': z.object({ applications: z.array(LeakProne) }),
  'emergency-plan-registered': z.object({ plan: EmergencyPlan }),
  'demarcation-agreed': z.object({ contractId: ContractId, rows: z.array(Demarcation) }),
  'work-started': z.object({ contractId: ContractId, at: Instant }),
  'work-place-said': z.object({ workAt: WorkAt }),
  'subcontract-drafted': z.object({ subcontract: Subcontract }),
  'subcontract-revised': z.object({ subcontractId: SubcontractId, facts: SubcontractFacts }),
  'subcontract-applied': z.object({ subcontractId: SubcontractId, on: Day }),
  'subcontract-decided': z.object({ subcontractId: SubcontractId, decision: ApprovalDecision }),
  'subcontract-agreed': z.object({ subcontractId: SubcontractId, agreement: SubAgreement }),
  'subcontract-started': z.object({ subcontractId: SubcontractId, on: Day }),
  'subcontractor-inspected': z.object({ subcontractId: SubcontractId, inspection: Inspection }),
  'subcontract-ended': z.object({ subcontractId: SubcontractId, ended: SubEnd }),
  'subcontract-withdrawn': z.object({ subcontractId: SubcontractId, reason: z.string() }),
  'copy-requested': z.object({ copy: Copy }),
  'copy-approved': z.object({ copyId: CopyId, approved: Copy.shape.approved.unwrap() }),
  'copy-declined': z.object({ copyId: CopyId, reason: z.string(), by: PersonId }),
  'copy-withdrawn': z.object({ copyId: CopyId, reason: z.string() }),
  'copy-begun': z.object({ copyId: CopyId, target: z.string() }),
  'copy-made': z.object({ copyId: CopyId, made: Copy.shape.made.unwrap() }),
  'copy-abandoned': z.object({ copyId: CopyId, why: z.string() }),
  'copy-ended': z.object({ copyId: CopyId, ended: CopyEnd }),
  'print-attempted': z.object({ contractId: ContractId, itemId: ItemId, copyId: CopyId.nullable(), outcome: z.enum(['allowed', 'refused']), why: z.array(z.string()) }),
  'fax-requested': z.object({ fax: Fax }),
  'fax-approved': z.object({ faxId: FaxId, approved: Fax.shape.approved.unwrap() }),
  'fax-declined': z.object({ faxId: FaxId, reason: z.string(), by: PersonId }),
  'fax-withdrawn': z.object({ faxId: FaxId, reason: z.string() }),
  'fax-sent': z.object({ faxId: FaxId, sent: Fax.shape.sent.unwrap() }),
  'fax-arrived': z.object({ faxId: FaxId, arrival: Fax.shape.arrival.unwrap() }),
  'provision-applied': z.object({ provision: Provision }),
  'provision-consented': z.object({ provisionId: ProvisionId, consent: Provision.shape.consent.unwrap() }),
  'provision-refused': z.object({ provisionId: ProvisionId, cityRef: z.string() }),
  'provision-made': z.object({ provisionId: ProvisionId, provided: Provision.shape.provided.unwrap() }),
  'provision-withdrawn': z.object({ provisionId: ProvisionId, reason: z.string() }),
  'ledger-exported': z.object({ ledger: z.string(), format: z.enum(['pdf', 'csv-utf8', 'csv-cp932', 'xlsx']), rows: z.number().int(), contractId: ContractId.nullable(), to: z.string() }),
  'backup-plan-set': z.object({ plan: BackupPlan.nullable() }),
  'backup-begun': z.object({ backup: Backup }),
  'backup-ended': z.object({ backupId: BackupId, made: MadeBackup, removalFailed: z.boolean(), keptFor: z.array(z.string()).optional() }),
  'backup-failed': z.object({ backupId: BackupId, why: BackupTrouble, path: z.string(), at: Instant }),
  'backups-removed': z.object({ names: z.array(z.string()), at: Instant }),
  'backup-checked': z.object({ path: z.string(), at: Instant, verdict: z.union([z.literal('sound'), BackupTrouble]), head: LedgerHead.nullable() }),
  'vault-restored': z.object({ restored: Restored }),
  'restoring-told': z.object({ id: z.string(), told: Restored.shape.told.unwrap() }),
  'numbers-continued': z.object({ restoringId: z.string(), numbers: z.array(z.string()), from: z.enum(['word', 'city-paper']), ground: z.string(), admitted: z.number().int().nonnegative() }),
  'second-factor-set': z.object({ personId: PersonId }),
  'second-factor-removed': z.object({ personId: PersonId, how: z.enum(['own', 'administrator', 'recovery']), reason: z.string() }),
  'second-factor-rule-set': z.object({ required: z.boolean(), reason: z.string() }),
  'recovery-code-used': z.object({ personId: PersonId, left: z.number().int() }),
  'recovery-key-renewed': z.object({ personId: PersonId }),
  'locked-out-at-door': LockOut,
  'ledger-taken-out': LedgerTakenOut,
} as const satisfies Record<string, Schema>

export type EntryType = keyof typeof entryTypes
/** What an entry of one type says. */
export type EntryData<T extends EntryType> = z.output<(typeof entryTypes)[T]>
export type EntryBody<T extends EntryType = EntryType> = { [K in T]: { type: K; data: EntryData<K> } }[T]

/** Who did it: a person of the roster, or null for what the machine noticed by itself. */
export type NewEntry = EntryBody & { at: Instant; by: PersonId | null }

/** An entry as the ledger keeps it. `hash` is the leaf hash (RFC 6962) of its canonical bytes, lower-case hex. */
export type Entry = NewEntry & { seq: number; hash: string }
