import type { ArticleRef } from '../articles.ts'
import type { EntryType } from '../ledger/entry.ts'
import type { RuleNo } from '../refusal.ts'

export interface Ruled { article: ArticleRef; rules: readonly RuleNo[] }

const by = (article: ArticleRef, ...rules: RuleNo[]): Ruled => ({ article, rules })

/** By which article, and by which rules that were looked at then, something could happen. Entries that stand on none are left out. */
export const entryRules: Readonly<Partial<Record<EntryType, Ruled>>> = {
  'signed-in': by('11(10)ア'), 'signed-out': by('11(10)ア'), 'sign-in-locked': by('11(10)ア'), 'account-given': by('11(10)ア'), 'account-resumed': by('11(10)ア'), 'password-changed': by('11(10)ア'), 'recovered': by('11(10)ア'),
  'account-suspended': by('11(10)ア'), 'account-revoked': by('11(10)ア'), 'roles-changed': by('11(10)ア'), 'clock-went-back': by('17①', 'R-38'),
  'contract-opened': by('1', 'R-03'), 'certification-added': by('4'), 'certificate-kept': by('4'), 'recipient-added': by('13', 'R-26'), 'service-agreed': by('11(4)', 'R-12'), 'key-registered': by('14'), 'contract-closed': by('15①', 'R-33'),
  'specification-agreed': by('21'), 'specification-kept': by('21'), 'specification-acknowledged': by('21', 'R-39'),
  'person-registered': by('5②', 'R-02'), 'person-revised': by('5②'), 'training-recorded': by('7', 'R-01'), 'training-held': by('7', 'R-01'), 'test-sat': by('7'), 'pledge-signed': by('8②', 'R-01'), 'pledge-ended': by('8②', 'R-01'),
  'duty-stopped': by('5②'), 'duty-resumed': by('5②'), 'person-released': by('8①'), 'keys-handed-over': by('11(5)'), 'card-issued': by('6②'), 'card-photo-kept': by('6②'), 'card-returned': by('6②'), 'card-lost': by('6②'), 'self-check-recorded': by('5④'), 'self-check-corrected': by('5④'), 'self-check-closed': by('5④'),
  'post-filled': by('5①'), 'post-ended': by('5③'), 'supervisor-changed': by('5③'),
  'medium-registered': by('11(5)', 'R-17'), 'medium-back': by('11(5)'), 'unregistered-medium-refused': by('11(5)', 'R-17'), 'stock-taken': by('11(5)'), 'medium-lost': by('18①'), 'medium-found': by('18①', 'R-17'), 'medium-broken': by('11(5)'), 'medium-returned': by('15①'),
  'virus-scan-recorded': by('11(10)カ', 'R-24'),
  'handover-designated': by('14'), 'receiving-begun': by('14', 'R-05'), 'receiving-ended': by('14', 'R-05', 'R-06'), 'receiving-abandoned': by('14'), 'difference-noted': by('14', 'R-06'), 'items-handed-back': by('15①'),
  'document-issued': by('14', 'R-37'), 'document-acknowledged': by('14'), 'document-imported': by('14'), 'import-numbered': by('14'), 'import-refused': by('14'), 'import-ended': by('14'), 'paper-compared': by('14'), 'evidence-packed': by('17'),
  'city-designated': by('14'), 'designation-withdrawn': by('14'), 'imported-countersigned': by('14'), 'checkpoint-seen': by('17'), 'checkpoints-proved': by('17'), 'ledger-contradicted': by('17'), 'restoring-shown': by('17'), 'restoring-decided': by('17'),
  'sealing-begun': by('11(3)', 'R-04'), 'sealing-ended': by('11(3)', 'R-04', 'R-24'), 'sealing-abandoned': by('11(3)'), 'medium-writing-begun': by('11(3)', 'R-17'), 'medium-writing-ended': by('11(3)', 'R-17'), 'medium-writing-abandoned': by('11(3)'), 'package-verified': by('11(3)'), 'package-opened': by('11(3)'), 'package-opening-refused': by('11(3)'),
  'mailing-drafted': by('11(4)', 'R-11', 'R-12', 'R-15', 'R-22'), 'shinten-confirmed': by('11(4)', 'R-14'), 'mailing-dispatched': by('11(4)', 'R-13', 'R-16'), 'mailing-arrived': by('11(4)'), 'mailing-received': by('11(4)'), 'mailing-overdue': by('11(4)'), 'mailing-inquired': by('11(4)'), 'service-laid-down': by('11(4)', 'R-12', 'R-15'), 'mailing-missing': by('18①'), 'mailing-returned': by('11(4)'), 'mailing-withdrawn': by('11(4)'), 'slip-attached': by('11(4)'), 'key-told': by('11(3)', 'R-21'),
  'mail-begun': by('11(7)'), 'mail-drafted': by('11(7)', 'R-19', 'R-20', 'R-22'), 'recipients-confirmed': by('11(7)', 'R-22'), 'mail-sent': by('11(7)'), 'mail-received': by('11(7)'), 'mail-abandoned': by('11(7)'), 'mail-withdrawn': by('11(7)'), 'mail-sending-begun': by('11(7)'), 'mail-sending-ended': by('11(7)'), 'mail-sending-failed': by('11(7)'), 'mail-sending-settled': by('11(7)'), 'mail-misdirected': by('18①'),
  'disposal-planned': by('15②', 'R-27'), 'notice-requested': by('15②', 'R-28'), 'witness-requested': by('15③', 'R-29'), 'notice-submitted': by('15②', 'R-28'), 'notice-confirmed': by('15②'), 'disposal-withdrawn': by('15②'),
  'wipe-begun': by('15①', 'R-27', 'R-28', 'R-29', 'R-30'), 'wipe-checkpoint': by('15①'), 'wipe-resumed': by('15①'), 'wipe-ended': by('15⑤', 'R-31'), 'wipe-abandoned': by('15⑤', 'R-31'), 'wipe-not-begun': by('15①'), 'wipe-verified': by('15⑤', 'R-31', 'R-32'), 'seed-handed-out': by('15⑤'), 'destruction-recorded': by('15④', 'R-30'), 'external-wipe-recorded': by('15⑤'),
  'carry-out-applied': by('11(2)', 'R-09'), 'carry-out-approved': by('11(2)', 'R-07', 'R-08'), 'carry-out-permitted': by('11(2)', 'R-07'), 'carry-out-rejected': by('11(2)', 'R-08'), 'carry-out-withdrawn': by('11(2)'), 'carried-out': by('11(2)', 'R-07', 'R-09'), 'carry-out-overdue': by('11(2)', 'R-10'), 'carry-out-reminded': by('11(2)', 'R-10'), 'carry-out-erased': by('11(2)'), 'carry-out-returned': by('11(2)'), 'carry-out-lost': by('18①'),
  'audit-begun': by('17①'), 'audit-held': by('17①'), 'audit-asked': by('17②'), 'audit-answered': by('17②'), 'audit-finding-made': by('17'), 'audit-finding-corrected': by('17'), 'audit-finding-confirmed': by('17'), 'audit-closed': by('17'), 'contract-cancelled': by('19①'), 'cancellation-withdrawn': by('19①'),
  'incident-begun': by('18①', 'R-36'), 'incident-facts-completed': by('18①'), 'incident-deed-noted': by('18①'), 'incident-reported': by('18①', 'R-35'), 'incident-published': by('18③'), 'incident-closed': by('18①'), 'incident-dismissed': by('18①'), 'incident-freeze-lifted': by('18①', 'R-36'),
  'audit-freeze-begun': by('17', 'R-36'), 'audit-freeze-lifted': by('17', 'R-36'), 'consultation-drafted': by('22'), 'consultation-agreed': by('22'),
  'incident-drafted': by('18①', 'R-36'), 'request-received': by('16②'), 'request-answered': by('16②'), 'request-accepted': by('16②'),
  'place-registered': by('6①', 'R-40'), 'places-submitted': by('6①'), 'place-decided': by('6①'), 'place-retired': by('6①'), 'device-registered': by('11(10)'), 'device-moved': by('6①'), 'device-checked': by('11(10)キ', 'R-25'), 'device-retired': by('11(10)'), 'work-started': by('11(10)キ', 'R-25'), 'demarcation-agreed': by('3②'), 'emergency-plan-registered': by('18②'),
  'subcontract-drafted': by('9②', 'R-02'), 'subcontract-applied': by('9②', 'R-02'), 'subcontract-decided': by('9②', 'R-02'), 'subcontract-agreed': by('9③'), 'subcontract-started': by('9②', 'R-02'), 'subcontractor-inspected': by('9⑤'), 'subcontract-ended': by('9②'), 'subcontract-withdrawn': by('9②'),
  'copy-requested': by('11(8)', 'R-23'), 'copy-approved': by('11(8)', 'R-23'), 'copy-declined': by('11(8)'), 'copy-withdrawn': by('11(8)'), 'copy-begun': by('11(8)'), 'copy-made': by('11(8)', 'R-23'), 'copy-abandoned': by('11(8)'), 'copy-ended': by('15①'),
  'fax-requested': by('11(6)', 'R-18'), 'fax-approved': by('11(6)', 'R-18'), 'fax-declined': by('11(6)', 'R-18'), 'fax-withdrawn': by('11(6)'), 'fax-sent': by('11(6)', 'R-18'), 'fax-arrived': by('11(6)'),
  'provision-applied': by('13', 'R-26'), 'provision-consented': by('13', 'R-26'), 'provision-refused': by('13', 'R-26'), 'provision-made': by('13', 'R-26'), 'provision-withdrawn': by('13'),
}

/** A document's entry stands on the article of its form. */
export const articleOfForm: Readonly<Record<string, ArticleRef>> = { 'F-25': '14', 'F-28': '15②', 'F-30': '15⑤', 'F-31': '15④', 'C-01': '14' }
