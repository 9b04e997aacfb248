import type { Body, Finding, Verdict, Verification } from '../../../core/documents/document.ts'
import type { DocumentRecord } from '../../../core/documents/records.ts'
import { canonicalBytes } from '../../../crypto/canonical-json.ts'
import { sha256, toHex } from '../../../crypto/digest.ts'
import { verificationCode } from '../../../crypto/verification-code.ts'
import { contractOf } from './record-checks.ts'
import type { Signer } from './trusted.ts'

export interface Verified {
  readonly verification: Verification
  readonly record: DocumentRecord | null
}

/** The answer for one document of a file. A refused one may still say which document it claims to be. */
export function verdictOn({ file, body, verdict, reasons, record, signer = null }: {
  file: string; body: Body | null; verdict: Verdict; reasons: readonly Finding[]; record: DocumentRecord | null; signer?: Signer | null
}): Verified {
  return { record, verification: { file, body, verdict, reasons: [...reasons], document: record && describe(record, verdict === 'verified' ? signer : null) } }
}

function describe(record: DocumentRecord, signer: Signer | null): Verification['document'] {
  const hash = sha256(canonicalBytes(record))
  return {
    form: record.form, docNo: record.docNo, revision: record.revision, contractNo: contractOf(record) ?? '', issuedAt: record.issuedAt,
    hash: toHex(hash), code: verificationCode(hash), signer: signer?.commonName ?? null, rootFingerprint: signer?.rootFingerprint ?? null,
  }
}
