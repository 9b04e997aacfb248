import { readFile, stat } from 'node:fs/promises'
import { createPublicKey } from 'node:crypto'
import type { Finding } from '../../../core/documents/document.ts'
import type { KeyNotice } from '../../../core/documents/records.ts'
import { instantOf } from '../../../core/time.ts'
import { finding, sayFinding } from '../../../core/words/findings.ts'
import { checkWords } from '../../../crypto/check-words.ts'
import { readPem } from '../../../crypto/pem.ts'
import { fingerprint } from '../../../crypto/read-certificate.ts'
import { readRecord } from './record-checks.ts'
import { judgeSignature, readTrust } from './trusted.ts'

/** A notice is some kilobytes. */
const LARGEST = 1024 * 1024

/**
 * Reads a 公開鍵届 by the path of its JSON or of the signature beside it, and says whether it is whole: signed by the very
 * root it brings, and fingerprint and words belonging to that root. That it is the right organisation's, only a telephone or a paper can say.
 */
export async function readKeyNotice(path: string): Promise<{ outcome: 'read'; notice: KeyNotice } | { outcome: 'refused'; reasons: string[] }> {
  const jsonPath = path.endsWith('.p7s') ? path.slice(0, -'.p7s'.length) : path
  const [json, p7s] = await Promise.all([readSmall(jsonPath), readSmall(`${jsonPath}.p7s`)])
  const read = json && readRecord(json)
  if (!read) return refused([finding('file-unreadable', {})])
  if ('findings' in read) return refused(read.findings)
  const { record } = read
  if (record.form !== 'K-01') return refused([finding('not-for-import', { form: record.form })])
  if (!p7s) return refused([finding('signature-absent', {})])
  const findings = [...againstSelf(record), ...againstOwnSignature(record, json, p7s)]
  return findings.length > 0 ? refused(findings) : { outcome: 'read', notice: record }
}

function againstSelf({ rootPem, checkpointKeyPem, fingerprint: said, checkWords: words }: KeyNotice): Finding[] {
  try {
    const own = fingerprint(readPem('CERTIFICATE', rootPem))
    const isEd25519 = createPublicKey(checkpointKeyPem).asymmetricKeyType === 'ed25519'
    return [
      ...(own === said ? [] : [finding('record-contradicts-itself', { field: 'fingerprint', said, found: own }, 'fingerprint')]),
      ...(checkWords(own).join(' ') === words.join(' ') ? [] : [finding('record-contradicts-itself', { field: 'checkWords', said: words.join(' '), found: checkWords(own).join(' ') }, 'checkWords')]),
      ...(isEd25519 ? [] : [finding('record-malformed', { field: 'checkpointKeyPem' }, 'checkpointKeyPem')]),
    ]
  } catch {
    return [finding('record-malformed', { field: 'rootPem' }, 'rootPem')]
  }
}

function againstOwnSignature({ rootPem, issuedAt }: KeyNotice, json: Uint8Array, p7s: Uint8Array): Finding[] {
  const trusted = readTrust({ keys: [{ rootPem, checkpointKeyPem: null, contractNo: null }], at: instantOf(issuedAt) })
  const judged = judgeSignature(p7s, [json], trusted.at, trusted)
  return 'findings' in judged ? judged.findings : []
}

async function readSmall(path: string): Promise<Uint8Array | null> {
  try {
    const { size } = await stat(path)
    return size > 0 && size <= LARGEST ? new Uint8Array(await readFile(path)) : null
  } catch {
    return null
  }
}

function refused(findings: readonly Finding[]): { outcome: 'refused'; reasons: string[] } {
  return { outcome: 'refused', reasons: findings.map((found) => sayFinding(found, 'ja')) }
}
