import type { Finding } from '../documents/document.ts'
import type { Language } from './say.ts'
import { sayFindingInEnglish } from './findings-en.ts'
import { sayFindingInJapanese } from './findings-ja.ts'

/** All that verification can say of a file, and the facts of its sentence. `field` of a finding names the place: a column, a key. */
export interface KnownFindings {
  // the file
  'file-missing': Record<never, never>
  'file-unreadable': Record<never, never>
  'file-empty': Record<never, never>
  'file-too-large': { size: number; limit: number }
  'file-not-recognised': Record<never, never>
  'verification-gave-up': Record<never, never>
  // what holds in part (△)
  'signature-absent': Record<never, never>
  'signature-not-checkable': { keyId: string }
  // the record
  'json-not-canonical': { why: string }
  'record-malformed': { field: string }
  'record-contradicts-itself': { field: string; said: string; found: string }
  'date-impossible': { field: string }
  'issued-in-the-future': { issuedAt: string }
  'signed-at-other-time': { signedAt: string; issuedAt: string }
  'other-contract': { contractNo: string }
  'record-of-other-keys': { field: string }
  'witness-wrong': { why: string }
  'trusted-key-unreadable': { position: number }
  // the PDF's build
  'pdf-not-ours': { at: number; why: string }
  'pdf-truncated': Record<never, never>
  'pdf-bytes-appended': Record<never, never>
  'pdf-updated-later': Record<never, never>
  'pdf-bytes-unaccounted': { at: number }
  'pdf-duplicate-key': { key: string }
  'pdf-forbidden': { name: string }
  'pdf-compressed': { filter: string }
  'pdf-unreachable-object': { number: number }
  'pdf-attachments': { count: number }
  'pdf-fields': { count: number }
  'pdf-signatures': { count: number }
  'pdf-certification-missing': Record<never, never>
  'pdf-range-wrong': Record<never, never>
  'pdf-contents-malformed': Record<never, never>
  'pdf-unprintable': { characters: string }
  'pdf-print-differs': { at: number; object: string }
  'pdf-signature-lost': Record<never, never>
  // a picture of a paper
  'picture-unreadable': { why: string }
  'qr-not-found': Record<never, never>
  'qr-proves-its-own': { docNo: string; organisation: string; issuedOn: string }
  'qr-not-checkable': { docNo: string; keyId: string }
  // the CSV
  'csv-malformed': { line: number; why: string }
  'csv-in-utf-16': Record<never, never>
  'csv-column-missing': { column: string }
  'csv-column-twice': { column: string }
  'csv-column-unknown': { column: string }
  'csv-value-malformed': { row: number; column: string }
  'csv-value-differs': { row: number; column: string }
  'csv-rows-missing': { expected: number; found: number }
  'csv-values-differ': Record<never, never>
  'code-differs': { code: string }
  'code-absent': Record<never, never>
  'seal-malformed': { why: string }
  'seal-of-other-document': { field: string }
  'seal-signature-wrong': { keyId: string }
  // the signature
  'signature-refused': { why: SignatureFault }
  'signer-in-other-place': { organisation: string; form: string }
  // the city's signature behind it
  'counter-signature-refused': { why: SignatureFault }
  'counter-signed-by-issuer': { organisation: string }
  'counter-signed-by-outsider': { organisation: string }
  'counter-signed-at-impossible-time': { signedAt: string; issuedAt: string }
  // the city's office
  'not-for-import': { form: string }
  'contract-unknown': { contractNo: string }
  'ledger-forked': { docNo: string; size: number; knownSize: number; knownDocNo: string }
  'ledger-rolled-back': { docNo: string; size: number; knownSize: number; knownDocNo: string }
  'key-ended': { on: string; why: '更新' | '失効' }
  'number-taken': { docNo: string }
  'file-changed': Record<never, never>
  'path-is-link': Record<never, never>
  'path-not-a-file': Record<never, never>
  'folder-unreadable': Record<never, never>
  'folder-empty': Record<never, never>
  'folder-too-deep': { depth: number }
  'too-many-files': { most: number }
  'contract-not-in-hand': { contractNo: string }
  'paper-matches': { docNo: string; revision: number; verdict: string }
  'paper-of-other-record': { docNo: string }
  'paper-without-record': { docNo: string }
}

export type FindingCode = keyof KnownFindings

/** Why a CMS signature is not believed, in the words of the verifier in `crypto`. */
export type SignatureFault =
  | 'not-strict-der' | 'not-signed-data' | 'content-attached' | 'no-signer' | 'several-signers'
  | 'digest-not-sha-256' | 'signature-not-rsa'
  | 'no-signed-attributes' | 'unsigned-attributes' | 'attribute-missing' | 'attribute-unknown' | 'attribute-twice'
  | 'attributes-unordered' | 'attribute-malformed' | 'ess-missing' | 'ess-of-another-certificate'
  | 'content-differs' | 'signature-wrong'
  | 'certificate-not-understood' | 'signer-certificate-missing' | 'other-certificates'
  | 'signer-key-weak' | 'signer-key-usage' | 'signer-is-authority'
  | 'issuer-missing' | 'issuer-is-no-authority' | 'issuer-signature-wrong' | 'issuer-key-weak'
  | 'root-not-registered' | 'root-of-the-same-name'
  | 'signed-in-the-future' | 'before-validity' | 'after-validity'
  | 'not-as-we-write'

/** A finding with the facts that its sentence needs. */
export function finding<C extends FindingCode>(code: C, facts: KnownFindings[C], field: string | null = null): Finding {
  return { code, field, facts: facts as Finding['facts'] }
}

/** One finding as one sentence in the reader's language. */
export const sayFinding = (found: Finding, language: Language): string => (language === 'ja' ? sayFindingInJapanese(found) : sayFindingInEnglish(found))
