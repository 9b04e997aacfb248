import type { Finding } from '../../../core/documents/document.ts'
import { finding } from '../../../core/words/findings.ts'
import { canonicalBytes } from '../../../crypto/canonical-json.ts'
import { sha256 } from '../../../crypto/digest.ts'
import { EvidenceProblem } from '../../../crypto/evidence-problem.ts'
import { readQrPayload, verifyQrPayload, type QrPayload } from '../../../crypto/qr-payload.ts'
import { matchesCode } from '../../../crypto/verification-code.ts'
import type { TabledRecord } from '../csv/document-table.ts'
import { firstOf, readTables, type FoundDocument } from '../csv/read-tables.ts'
import { rowsOf } from '../csv/write-table.ts'
import { differenceFrom } from '../seal.ts'
import { againstRecord, againstSigner, impossibleDates } from './record-checks.ts'
import { keysFor, type Trusted } from './trusted.ts'
import { verdictOn, type Verified } from './verdict.ts'

/**
 * Verifies a CSV by its values, since spreadsheets save it again in their own way: the record is rebuilt from the cells
 * and compared with the seal in the column 署名, or at least with the 確認コード.
 */
export function verifyCsv(file: string, bytes: Uint8Array, trusted: Trusted): Verified[] {
  const read = readTables(bytes)
  if ('findings' in read) return [verdictOn({ file, body: 'csv', verdict: 'refused', reasons: read.findings, record: null })]
  return read.documents.map((found) => verifyDocument(file, found, trusted))
}

function verifyDocument(file: string, found: FoundDocument, trusted: Trusted): Verified {
  const refused = (reasons: readonly Finding[], record: TabledRecord | null): Verified => verdictOn({ file, body: 'csv', verdict: 'refused', reasons, record })
  const { record } = found
  if (record === null || found.findings.length > 0) return refused(found.findings, record)
  const impossible = impossibleDates(record)
  if (impossible.length > 0) return refused(impossible, record)
  const { values, rowsSaid } = found
  if (rowsSaid !== values.length) return refused([finding('csv-rows-missing', { expected: rowsSaid, found: values.length })], record)
  const own = againstRecord(record, trusted)
  const hash = sha256(canonicalBytes(record))
  const differences = [...own, ...againstCode(found, hash), ...againstCells(found, record)]
  if (differences.length > 0) return refused(differences, record)

  if (found.seal === '') return verdictOn({ file, body: 'csv', verdict: 'values-only', reasons: [finding('signature-absent', {})], record })
  const seal = readSeal(found.seal)
  if ('code' in seal) return refused([seal], record)
  const field = differenceFrom(record, hash, seal)
  if (field !== null) return refused([finding('seal-of-other-document', { field }, '署名')], record)
  return bySeal(file, record, seal, trusted)
}

/** The seal is the organisation's word if a registered key of the root that the record names made it. */
function bySeal(file: string, record: TabledRecord, seal: QrPayload, trusted: Trusted): Verified {
  const signer = { commonName: record.sender.organisation, rootFingerprint: record.keys.rootFingerprint }
  const keys = trusted.keys.filter(({ checkpointKeyId }) => checkpointKeyId === seal.keyId)
  if (keys.length === 0) return verdictOn({ file, body: 'csv', verdict: 'values-only', reasons: [finding('signature-not-checkable', { keyId: seal.keyId }, '鍵ID'), ...trusted.findings], record })
  const isGenuine = keys.some(({ checkpointKey }) => checkpointKey !== null && verifyQrPayload(seal, checkpointKey))
  const isTheirs = keysFor(null, signer.rootFingerprint, trusted).some(({ checkpointKeyId }) => checkpointKeyId === seal.keyId)
  const reasons = [
    ...(isGenuine ? [] : [finding('seal-signature-wrong', { keyId: seal.keyId }, '署名')]),
    ...(isTheirs ? againstSigner(record, signer, trusted) : [finding('record-of-other-keys', { field: 'ルート証明書指紋' }, 'ルート証明書指紋')]),
  ]
  return verdictOn({ file, body: 'csv', verdict: reasons.length > 0 ? 'refused' : 'verified', reasons, record, signer })
}

function againstCode({ code, seal }: FoundDocument, hash: Uint8Array): Finding[] {
  if (code === '') return [seal === '' ? finding('code-absent', {}) : finding('code-differs', { code }, '確認コード')]
  return matchesCode(hash, code) ? [] : [finding('csv-values-differ', {}), finding('code-differs', { code }, '確認コード')]
}

/** Cells that the record does not hold but follow from it: the day in 和暦, the number told twice. */
function againstCells({ table, values, code, seal }: FoundDocument, record: TabledRecord): Finding[] {
  const expected = rowsOf(table, { record, code, seal })
  return firstOf(values, (row, i) => table.columns.flatMap(({ name }, at) =>
    row[at] === expected[i]?.[at] ? [] : [finding('csv-value-differs', { row: i + 1, column: name }, name)]))
}

function readSeal(text: string): QrPayload | Finding {
  try {
    return readQrPayload(text)
  } catch (problem) {
    if (!(problem instanceof EvidenceProblem)) throw problem
    return finding('seal-malformed', { why: problem.code }, '署名')
  }
}
