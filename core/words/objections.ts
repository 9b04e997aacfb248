import type { OrganisationKind } from '../vault/vault.ts'
import type { Role } from '../people/person.ts'
import type { MailStage } from '../mails/mail-server.ts'
import type { ServiceClass } from '../mailings/carriers.ts'
import type { DriveHindrance } from '../media/drive.ts'
import type { DriveMethod, WhyNot } from '../wipes/drive-commands.ts'
import type { Level, Method, PlanTarget } from '../wipes/plan.ts'
import type { Act, Moment, Thing } from './terms.ts'

/** Every "no" this app can say, and the facts that its sentence needs. The sentences stand in `ja.ts` and `en.ts`. */
export interface KnownObjections {
  // people (Art. 7, 8, 11(1))
  'person-not-trained': { person: string }
  'person-not-pledged': { person: string }
  'person-of-company-not-approved': { person: string; company: string }
  'person-stopped': { person: string }
  'person-released': { person: string }
  'person-not-assigned': { person: string; from: string; to: string }
  'nothing-changed': { person: string }
  'days-reversed': { from: string; to: string }
  'release-card-out': { person: string; card: string }
  'release-account-open': { person: string; loginId: string }
  'release-carrying': { person: string; carryOut: string }
  'release-media-held': { person: string; media: string; count: number }
  'account-suspended': { person: string }
  'account-not-in-force': { loginId: string }
  'last-administrator': { person: string }
  'last-supervisor': { person: string }
  'own-elevation': { person: string; role: Role }
  // education and pledges (Art. 7, 8)
  'person-listed-twice': { person: string }
  'pass-mark-missing': Record<never, never>
  'score-missing': { person: string }
  'not-absent-then': { person: string }
  'test-not-yours': { person: string; session: string }
  'test-passed-already': { person: string }
  'test-paper-changed': Record<never, never>
  'test-incomplete': { count: number }
  'test-too-often': { most: number }
  'pledge-text-ends-with-contract': Record<never, never>
  'pledge-text-exists': { version: string }
  'typed-name-differs': { person: string }
  'not-a-scan': { path: string }
  'no-pledge-to-end': { person: string }
  // cards and self-checks (Art. 5④, 6②)
  'id-card-missing': { person: string }
  'card-exists': { card: string }
  'card-held-already': { person: string; card: string }
  'card-not-in-force': { card: string; day: string }
  'finding-without-plan': { item: string }
  'findings-open': { check: string; count: number }
  // who answers for what, and by which specification (Art. 3①, 5①③, 21)
  'no-supervisor-appointed': { contractNo: string; day: string }
  'supervisor-by-change': { person: string }
  'person-lacks-role': { person: string; role: Role }
  'change-not-submitted': { effectiveOn: string }
  'change-not-beforehand': { effectiveOn: string; submittedOn: string }
  'specification-not-read': { person: string; version: string; contractNo: string }
  'specification-needs-city': { version: string }
  'specification-needs-contractor': { version: string }
  'specification-exists': { version: string }
  'specification-older': { version: string; day: string }
  'not-that-specification': { path: string; version: string }
  'not-your-office': { needs: string }
  'same-person': { person: string; act: Act }
  'role-of-other-office': { role: Role }
  'login-taken': { loginId: string }
  'password-too-short': { least: number }
  'password-too-common': Record<never, never>
  'password-holds-id': Record<never, never>
  // the vault
  'vault-absent': Record<never, never>
  'vault-exists': Record<never, never>
  'vault-locked': Record<never, never>
  'vault-in-use': Record<never, never>
  'vault-damaged': { what: string }
  'wrong-password': { triesLeft: number }
  'locked-out': { until: string; failures: number }
  'no-account': { person: string }
  'has-account': { person: string }
  'wrong-recovery-key': Record<never, never>
  'office-of-other-kind': { needs: OrganisationKind }
  'ledger-busy': Record<never, never>
  // contracts (Art. 1, 4)
  'contract-exists': { contractNo: string }
  'short-no-taken': { shortNo: string; contractNo: string }
  'contractor-missing': Record<never, never>
  'contract-closed': { contractNo: string }
  'contract-unknown': { id: string }
  'certification-missing': { day: string }
  'recipient-exists': { name: string }
  'recipient-unknown': { name: string }
  'key-notice-refused': { path: string; reason: string }
  'key-of-another': { organisation: string; expected: string }
  'fingerprint-differs': { organisation: string }
  // hand-over and receipt (Art. 2, 14)
  'nothing-found': { what: Thing; id: string }
  'handover-not-as-designated': { differs: string }
  'handover-already-received': { state: string }
  'list-differs': { count: number; first: string }
  'receipt-not-issued': { handover: string }
  'receipt-already-issued': { docNo: string }
  'medium-not-named': Record<never, never>
  'virus-check-stale': { at: string }
  'virus-check-missing': { medium: string }
  'virus-found': { scanner: string }
  'virus-in-file': { file: string; name: string; count: number; scanner: string }
  'virus-scanner-missing': Record<never, never>
  'virus-scan-failed': { scanner: string; what: string }
  'virus-not-scanned': { first: string; why: string; count: number }
  'words-for-unknown-file': { name: string }
  'sources-troubled': { count: number; first: string; what: string }
  'no-files': Record<never, never>
  'unprintable-characters': { characters: string }
  'acknowledgement-unmatched': { docNo: string }
  'document-not-believed': { file: string; reason: string }
  // work locations, devices and the start of work (Art. 3, 5, 6, 11(10), 18②)
  'no-place-in-force': { contractNo: string }
  'place-submitted-too-late': { place: string; useFrom: string; on: string }
  'place-changed-already': { place: string }
  'place-retired': { place: string }
  'place-not-submitted': { place: string }
  'place-not-usable': { place: string }
  'place-not-said': { device: string }
  'place-not-in-force': { contractNo: string; device: string }
  'device-without-place': Record<never, never>
  'device-retired': { device: string }
  'device-not-portable': { device: string }
  'device-missing': { contractNo: string }
  'device-not-checked': { device: string }
  'device-check-failed': { device: string; check: string }
  'machine-registered-already': { machine: string; device: string }
  'machine-not-registered': { machine: string }
  'work-not-started': { contractNo: string }
  'work-started-already': { contractNo: string }
  'supervisor-missing': Record<never, never>
  'nobody-may-handle': Record<never, never>
  'demarcation-missing': { contractNo: string }
  'emergency-plan-missing': { contractNo: string }
  'filing-not-submitted': { form: string; requestedBy: string }
  // media (Art. 11(5), 11(10)オ)
  'medium-unregistered': { serial: string }
  'medium-exists': { no: string }
  'serial-exists': { serial: string; no: string }
  'medium-not-away': { no: string; state: string }
  'medium-not-in-store': { no: string; state: string }
  'drives-unreadable': { tool: string }
  'medium-not-of-city': { no: string }
  // carrying out (Art. 11(2))
  'papers-unprotected': Record<never, never>
  'carry-out-of-plain': Record<never, never>
  'carry-out-period-over': { due: string }
  'carry-out-too-early': { from: string }
  'carry-out-not-approved': { no: string }
  'city-approval-missing': { no: string }
  'city-person-missing': Record<never, never>
  'carrier-cannot-approve': { person: string; no: string }
  'carrier-not-approved': { person: string; no: string }
  'carrier-cannot-confirm': { person: string }
  'package-not-applied-for': { names: string; count: number }
  'erasure-unexplained': Record<never, never>
  'erasure-recorded': { no: string }
  'quantity-differs': { out: number; back: number }
  'medium-not-back': { no: string }
  'storage-place-missing': Record<never, never>
  // erasing and disposing (Art. 15)
  'plan-facts-missing': { missing: string }
  'plan-in-the-past': { day: string }
  'plan-withdrawn': { no: string }
  'plan-without-files': { information: string }
  'plan-without-items': { information: string }
  'class-below-items': { information: string; item: string; importanceClass: string }
  'item-planned-already': { name: string; plan: string }
  // settlement (Art. 15①)
  'item-settled': { name: string }
  'nothing-handed-back': Record<never, never>
  'not-arrived-yet': { no: string }
  'item-not-in-there': { name: string; no: string }
  'information-left': { count: number; open: string }
  'typed-contract-differs': { contractNo: string }
  'medium-not-chosen': { information: string }
  'medium-planned-already': { no: string; plan: string }
  'notice-not-issued': { no: string }
  'notice-not-submitted': { no: string }
  'before-planned-day': { no: string; day: string }
  'witness-absent': { organisation: string; name: string }
  'witness-not-confirmed': { name: string }
  'must-be-destroyed': { medium: string }
  'method-below-class': { medium: string; level: Level; least: Level; importanceClass: string }
  'not-by-overwriting': { method: Method }
  'not-by-destruction': { method: Method }
  'not-by-this-way': { method: Method }
  'method-not-for-kind': { method: Method; kind: PlanTarget['kind'] }
  'path-kept-out': { path: string }
  'nothing-to-wipe': { path: string }
  'too-many-files': { count: number; limit: number }
  'files-changed-since': Record<never, never>
  'drive-gone': { path: string }
  'command-not-offered': { method: DriveMethod; whyNot: WhyNot }
  'wipe-log-not-understood': { file: string }
  'wipe-log-of-other-serial': { no: string; serial: string; found: string }
  'wipe-log-of-other-run': { file: string; ended: string }
  'wipe-log-used': { file: string }
  'drive-absent': { no: string; serial: string }
  'drive-not-wipeable': { path: string; hindrance: DriveHindrance }
  'drive-of-other-serial': { no: string; serial: string; found: string }
  'typed-serial-differs': { no: string }
  'drive-of-other-size': { no: string; registered: number; found: number }
  'photos-missing': { medium: string }
  'nothing-to-read-back': { method: Method }
  'begun-by-another': { operator: string }
  'read-back-not-begun': { no: string; reason: string }
  'destroyed-before-plan': { no: string }
  'one-medium-a-line': { medium: string; quantity: number }
  'second-person-missing': { act: Act; importanceClass: string }
  'wipe-not-begun': { no: string; reason: string }
  'wipe-not-verified': Record<never, never>
  'wipe-did-not-pass': { result: string }
  'wipes-all-passed': Record<never, never>
  'wipes-of-several-contracts': Record<never, never>
  'erased-and-destroyed-together': Record<never, never>
  'destruction-without-effect': { no: string; type: string }
  'document-already-issued': { docNo: string }
  // letters, their revisions, and what the city asked for
  'form-not-offered': { form: string }
  'form-subject-unknown': { form: string; title: string }
  'form-facts-missing': { title: string; missing: string }
  'form-fact-unfit': { title: string; what: string }
  'template-malformed': { where: string }
  'template-of-other-form': { form: string; found: string }
  'template-key-unknown': { keys: string }
  'template-version-taken': { version: string }
  'numbering-unfit': { pattern: string; why: 'seq' | 'unknown' | 'characters' | 'length' | 'reserved' }
  'document-superseded': { docNo: string; revision: number; kind: string }
  'document-not-corrected': { docNo: string }
  'document-relied-on': { docNo: string; what: string }
  'document-unchanged': { docNo: string }
  'field-not-correctable': { field: string; may: string }
  'correction-changes-nothing': { field: string }
  'correction-empties': { field: string }
  'request-settled': { form: string; state: 'answered' | 'accepted' | 'withdrawn' }
  'request-not-answered': { form: string }
  'request-dates-reversed': { dueOn: string; requestedOn: string }
  'request-in-the-future': { at: string }
  'document-answers-other': { docNo: string; form: string; asked: string }
  // packages (Art. 11(3))
  'package-not-verified': { no: string }
  'package-missing': { no: string; path: string }
  'package-changed': { no: string }
  'target-exists': { path: string }
  'disk-full': { path: string }
  'folder-missing': { path: string }
  'source-changed': { path: string }
  'sealing-failed': { what: string; path: string }
  'recipient-key-missing': { organisation: string }
  'recipient-key-expired': { organisation: string; day: string }
  'package-key-wrong': { path: string }
  'package-broken': { path: string; what: string }
  'package-hostile': { path: string; what: string }
  'package-weak-cipher': { path: string }
  'package-not-understood': { path: string; what: string }
  'key-letter-refused': { path: string; what: string }
  'package-in-volumes': { no: string }
  'package-not-cut-so': { no: string; what: string }
  // writing onto a medium (Art. 11(3), 11(5))
  // ledgers as tables
  'ledger-unknown': { ledger: string }
  'row-unknown': { ledger: string; id: string }
  'too-many-rows-for-pdf': { rows: number; most: number }
  'drive-unknown': { folder: string }
  'drive-changed': { no: string }
  'drive-not-a-medium': { folder: string }
  'medium-serial-differs': { no: string; expected: string; found: string }
  'medium-serial-unread': { no: string }
  'medium-too-small': { no: string; needed: number; free: number; missing: number }
  'file-too-large-for-medium': { no: string; name: string; most: number }
  'package-not-written-there': { no: string; medium: string }
  'writing-failed': { what: string; path: string }
  // mailing (Art. 11(4))
  'plain-file-beside': { names: string; count: number }
  'nothing-sealed-on-medium': Record<never, never>
  'medium-folder-missing': Record<never, never>
  'medium-with-document': { no: string }
  'package-not-on-medium': { no: string; folder: string }
  'third-party-without-consent': { organisation: string }
  'service-not-registered-class': { carrier: string; service: string }
  'service-needs-city': { carrier: string; service: string }
  'service-unknown': { carrier: string; service: string }
  'critical-without-liability': { carrier: string; service: string }
  'service-class-too-good': { service: string; best: ServiceClass }
  'letters-not-by-agreement': { service: string }
  'page-of-no-carrier': { page: string }
  'seal-used-before': { sealNo: string; mailing: string }
  'seal-differs': { mailing: string; expected: string; read: string }
  'contents-not-compared': { mailing: string }
  'slip-not-a-scan': { path: string }
  'shinsho-by-parcel': { service: string }
  'tracking-malformed': { digits: string; expects: string }
  'tracking-check-digit': { digits: string }
  'tracking-placeholder': { digits: string }
  'tracking-used-before': { digits: string; mailing: string }
  'shinten-not-confirmed': { mailing: string }
  'state-does-not-allow': { is: string; act: Act }
  'before-its-time': { what: Moment; earlier: Moment }
  'key-by-same-mail': Record<never, never>
  'key-by-other-mail': Record<never, never>
  'no-key-to-tell': { no: string }
  'fax-prohibited': Record<never, never>
  // subcontracting (Art. 9)
  'company-not-approved': { company: string }
  'subcontract-facts-missing': { missing: string }
  'subcontract-exists': { company: string; no: string }
  'further-subcontract-forbidden': { company: string; cityRef: string }
  'carry-out-forbidden': { company: string; cityRef: string }
  'conditions-missing': Record<never, never>
  'corrective-missing': Record<never, never>
  'sub-erasure-unconfirmed': { company: string }
  'subcontract-below-open': { company: string; no: string }
  // copies (Art. 11(8))
  'copy-without-parent': Record<never, never>
  'copy-without-purpose': Record<never, never>
  'copy-without-file': Record<never, never>
  'copy-until-past': { day: string }
  'copy-elsewhere': { no: string; serial: string }
  'copy-differs': { no: string; path: string }
  'copy-still-there': { no: string; path: string }
  'copy-end-unsaid': { no: string }
  'copy-wipe-unfit': { no: string }
  'print-not-approved': Record<never, never>
  // fax (Art. 11(6)) and third parties (Art. 13)
  'fax-number-malformed': { faxNo: string }
  'fax-number-differs': Record<never, never>
  'not-a-third-party': { organisation: string }
  'sent-to-another': { no: string; organisation: string }
  // e-mail (Art. 11(7))
  'information-in-body': { what: string }
  'attachment-not-sealed': { no: string }
  'recipient-not-allowed': { address: string }
  'recipients-not-checked': { mail: string }
  'mail-server-missing': Record<never, never>
  'mail-password-missing': { user: string }
  'mail-without-note': { mail: string }
  'mail-not-taken': { mail: string; server: string; stage: MailStage; answer: string }
  'address-not-of-mail': { mail: string; address: string }
  // the city
  'receipt-number-missing': { docNo: string }
  // the machine
  'input-not-understood': { where: string; problem: string }
  'time-in-future': { what: Moment }
  'file-unreadable': { path: string }
  'too-large': { path: string; limit: number }
}
