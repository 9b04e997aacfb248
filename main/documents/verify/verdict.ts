import type { Body, Finding, Verdict, Verification } from '../../../core/documents/document.ts'
import type { DocumentRecord } from '../../../core/documents/records.ts'
import { type Instant, isoJst } from '../../../core/time.ts'
import { canonicalBytes } from '../../../crypto/canonical-json.ts'
import { sha256, toHex } from '../../../crypto/digest.ts'
import { verificationCode } from '../../../crypto/verification-code.ts'
import { contractOf } from './record-checks.ts'
import type { Signer } from './trusted.ts'

export interface Verified {
  readonly verification: Verification
  readonly record: DocumentRecord | null
  /** Of a verified one, who signed it. */
  readonly signer: Signer | null
}

/** The answer for one document of a file. A refused one may still say which document it claims to be. */
export function verdictOn({ file, body, verdict, reasons, record, signer = null, counterSigned = null }: {
  file: string; body: Body | null; verdict: Verdict; reasons: readonly Finding[]; record: DocumentRecord | null; signer?: Signer | null; counterSigned?: { signer: Signer; at: Date } | null
}): Verified {
  const believed = verdict === 'verified' ? signer : null
  return { record, signer: believed, verification: {
    file, body, verdict, reasons: [...reasons], document: record && describe(record, believed),
    ...(counterSigned ? { counterSigned: { at: isoJst(counterSigned.at.getTime() as Instant), signer: counterSigned.signer.commonName, rootFingerprint: counterSigned.signer.rootFingerprint } } : {}),
  } }
}

function describe(record: DocumentRecord, signer: Signer | null): Verification['document'] {
  const hash = sha256(canonicalBytes(record))
  return {
    form: record.form, docNo: record.docNo, revision: record.revision, contractNo: contractOf(record) ?? '', issuedAt: record.issuedAt,
    hash: toHex(hash), code: verificationCode(hash), signer: signer?.commonName ?? null, rootFingerprint: signer?.rootFingerprint ?? null,
  }
}
