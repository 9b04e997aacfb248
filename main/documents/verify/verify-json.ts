import { instantOf, isoJst, type Instant } from '../../../core/time.ts'
import { finding } from '../../../core/words/findings.ts'
import { againstRecord, againstSigner, CLOCKS_APART, readRecord } from './record-checks.ts'
import { judgeSignature, type Trusted } from './trusted.ts'
import { verdictOn, type Verified } from './verdict.ts'

/** Verifies a record in canonical JSON by the detached signature beside it; without one its values are all it can say. */
export function verifyJson(file: string, json: Uint8Array, p7s: Uint8Array | null, trusted: Trusted): Verified {
  const read = readRecord(json)
  if ('findings' in read) return verdictOn({ file, body: 'json', verdict: 'refused', reasons: read.findings, record: null })
  const { record } = read
  const own = againstRecord(record, trusted)
  if (p7s === null) {
    const reasons = [...own, finding('signature-absent', {})]
    return verdictOn({ file, body: 'json', verdict: own.length > 0 ? 'refused' : 'values-only', reasons, record })
  }

  const judged = judgeSignature(p7s, [json], new Date(trusted.at.getTime() + CLOCKS_APART), trusted)
  if ('findings' in judged) return verdictOn({ file, body: 'json', verdict: 'refused', reasons: [...judged.findings, ...own], record })
  const signedAt = judged.signingTime === null ? '' : isoJst(judged.signingTime.getTime() as Instant)
  const reasons = [
    ...own, ...againstSigner(record, judged.signer, trusted),
    ...(judged.signingTime?.getTime() === instantOf(record.issuedAt) ? [] : [finding('signed-at-other-time', { signedAt, issuedAt: record.issuedAt }, 'issuedAt')]),
  ]
  return verdictOn({ file, body: 'json', verdict: reasons.length > 0 ? 'refused' : 'verified', reasons, record, signer: judged.signer })
}
