import type { PartyKey } from '../../../core/contracts/contract-of-work.ts'
import type { Finding } from '../../../core/documents/document.ts'
import type { KeyNotice } from '../../../core/documents/records.ts'
import { instantOf } from '../../../core/time.ts'
import { finding, sayFinding } from '../../../core/words/findings.ts'
import { readSmall as readSmallFile } from '../../files/look.ts'
import { againstKeys, encryptionOf, readRecord } from './record-checks.ts'
import { judgeSignature, readTrust } from './trusted.ts'
import { verifyPdf } from './verify-pdf.ts'

/** A notice is some kilobytes. */
const LARGEST = 1024 * 1024

type Read = { outcome: 'read'; notice: KeyNotice; encryption: PartyKey['encryption'] } | { outcome: 'refused'; reasons: string[] }

/**
 * Reads a 公開鍵届 by the path of its PDF, its JSON or the signature beside it, and says whether it is whole: signed by the
 * very root it brings, and fingerprint and words belonging to that root. That it is the right organisation's, only a telephone or a paper can say.
 */
export async function readKeyNotice(path: string): Promise<Read> {
  const bytes = await readSmall(path)
  return bytes && Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-' ? readPaper(path, bytes) : readJson(path)
}

/** A paper is first read to learn whose root it brings, and then verified by that root. */
function readPaper(path: string, bytes: Uint8Array): Read {
  const { record, verification } = verifyPdf(path, bytes, { at: new Date(0), keys: [], findings: [] })
  if (record?.form !== 'K-01') return refused(record ? [finding('not-for-import', { form: record.form })] : verification.reasons)
  const { rootPem, checkpointKeyPem } = record
  const own = againstKeys(record)
  if (own.length > 0) return refused(own)
  const judged = verifyPdf(path, bytes, readTrust({ keys: [{ rootPem, checkpointKeyPem, contractNo: null }], at: instantOf(record.issuedAt) }))
  return judged.verification.verdict === 'verified' ? { outcome: 'read', notice: record, encryption: encryptionOf(record) } : refused(judged.verification.reasons)
}

async function readJson(path: string): Promise<Read> {
  const jsonPath = path.endsWith('.p7s') ? path.slice(0, -'.p7s'.length) : path
  const [json, p7s] = await Promise.all([readSmall(jsonPath), readSmall(`${jsonPath}.p7s`)])
  const read = json && readRecord(json)
  if (!read) return refused([finding('file-unreadable', {})])
  if ('findings' in read) return refused(read.findings)
  const { record } = read
  if (record.form !== 'K-01') return refused([finding('not-for-import', { form: record.form })])
  if (!p7s) return refused([finding('signature-absent', {})])
  const findings = [...againstKeys(record), ...againstOwnSignature(record, json, p7s)]
  return findings.length > 0 ? refused(findings) : { outcome: 'read', notice: record, encryption: encryptionOf(record) }
}

function againstOwnSignature({ rootPem, issuedAt }: KeyNotice, json: Uint8Array, p7s: Uint8Array): Finding[] {
  const trusted = readTrust({ keys: [{ rootPem, checkpointKeyPem: null, contractNo: null }], at: instantOf(issuedAt) })
  const judged = judgeSignature(p7s, [json], trusted.at, trusted)
  return 'findings' in judged ? judged.findings : []
}

async function readSmall(path: string): Promise<Uint8Array | null> {
  try {
    const read = await readSmallFile(path, LARGEST)
    return read.outcome === 'read' && read.bytes.length > 0 ? read.bytes : null
  } catch {
    return null
  }
}

function refused(findings: readonly Finding[]): Read {
  return { outcome: 'refused', reasons: findings.map((found) => sayFinding(found, 'ja')) }
}
