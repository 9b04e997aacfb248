import { createPublicKey } from 'node:crypto'
import type { PartyKey } from '../../../core/contracts/contract-of-work.ts'
import { type DestructionCertificate, type ErasureCertificate, worstOf } from '../../../core/documents/disposal-records.ts'
import type { Finding } from '../../../core/documents/document.ts'
import type { FormLetter } from '../../../core/documents/form-letter.ts'
import { DocumentRecord, type CustodyReceipt, type KeyNotice } from '../../../core/documents/records.ts'
import { type Instant, instantOf, isoJst, MINUTE } from '../../../core/time.ts'
import { finding } from '../../../core/words/findings.ts'
import { checkWords } from '../../../crypto/check-words.ts'
import { readCheckpoint } from '../../../crypto/checkpoint.ts'
import { EvidenceProblem } from '../../../crypto/evidence-problem.ts'
import { parseCanonical } from '../../../crypto/canonical-json.ts'
import { verifyInclusion } from '../../../crypto/merkle.ts'
import { readPem, writePem } from '../../../crypto/pem.ts'
import { fingerprint, isIssuedBy, isStrong, readCertificate } from '../../../crypto/read-certificate.ts'
import { keyIdOf } from '../seal.ts'
import { againstEnded, keysFor, type Role, type Signer, type Trusted } from './trusted.ts'

/** Two offices' clocks are never quite the same. */
export const CLOCKS_APART = 10 * MINUTE
/** A record over 200,000 files is some 70 MB. */
const LARGEST_RECORD = 96 * 1024 * 1024

/** Reads a record from its canonical bytes: the one spelling, the form's schema, dates that exist. */
export function readRecord(canonical: Uint8Array): { record: DocumentRecord } | { findings: Finding[] } {
  let value: unknown
  try {
    value = parseCanonical(canonical, LARGEST_RECORD)
  } catch (problem) {
    if (!(problem instanceof EvidenceProblem)) throw problem
    return { findings: [finding('json-not-canonical', { why: problem.code })] }
  }
  const parsed = DocumentRecord.safeParse(value)
  if (!parsed.success) return { findings: parsed.error.issues.slice(0, 10).map(({ path }) => finding('record-malformed', { field: path.join('.') }, path.join('.'))) }
  const impossible = impossibleDates(parsed.data)
  return impossible.length > 0 ? { findings: impossible } : { record: parsed.data }
}

/** What speaks against a record by itself, whoever signed it. */
export function againstRecord(record: DocumentRecord, { at }: Trusted): Finding[] {
  return [
    ...(instantOf(record.issuedAt) > at.getTime() + CLOCKS_APART ? [finding('issued-in-the-future', { issuedAt: record.issuedAt }, 'issuedAt')] : []),
    ...(record.form === 'F-25' ? againstTotals(record) : []),
    ...(record.form === 'F-30' || record.form === 'F-31' ? againstResults(record) : []),
    ...(record.form === 'K-01' ? againstKeys(record) : []),
  ]
}

/** Fingerprint and words of a 公開鍵届 must be those of the root that it brings, and its other key an Ed25519 one. */
export function againstKeys(notice: KeyNotice): Finding[] {
  const { rootPem, checkpointKeyPem, fingerprint: said, checkWords: words } = notice
  let own: string
  let isEd25519: boolean
  try {
    own = fingerprint(readPem('CERTIFICATE', rootPem))
    isEd25519 = createPublicKey(checkpointKeyPem).asymmetricKeyType === 'ed25519'
  } catch {
    return [finding('record-malformed', { field: 'rootPem' }, 'rootPem')]
  }
  const ownWords = checkWords(own).join(' ')
  return [
    ...(own === said ? [] : [finding('record-contradicts-itself', { field: 'fingerprint', said, found: own }, 'fingerprint')]),
    ...(ownWords === words.join(' ') ? [] : [finding('record-contradicts-itself', { field: 'checkWords', said: words.join(' '), found: ownWords }, 'checkWords')]),
    ...(notice.template === 'K-01/1' || encryptionOf(notice) ? [] : [finding('record-malformed', { field: 'encryptionPem' }, 'encryptionPem')]),
    ...(isEd25519 ? [] : [finding('record-malformed', { field: 'checkpointKeyPem' }, 'checkpointKeyPem')]),
  ]
}

/** The certificate that key letters are closed for, when the notice brings one that its own root issued for that and for nothing else. */
export function encryptionOf(notice: KeyNotice): PartyKey['encryption'] {
  if (notice.template === 'K-01/1') return null
  try {
    const [certificate, root] = [notice.encryptionPem, notice.rootPem].map((pem) => readCertificate(readPem('CERTIFICATE', pem)))
    if (!certificate || !root) return null
    const { byName, bySignature } = isIssuedBy(certificate, root)
    const fit = byName && bySignature && isStrong(certificate.publicKey) && certificate.usages.join() === 'keyEncipherment' && !certificate.isAuthority
    return fit ? { pem: writePem('CERTIFICATE', certificate.der), fingerprint: certificate.fingerprint, validTo: certificate.notAfter.getTime() as Instant } : null
  } catch (problem) {
    if (!(problem instanceof EvidenceProblem)) throw problem
    return null
  }
}

/** What speaks against this signer for this record: another contract's key, or not the key that the record names. */
export function againstSigner(record: DocumentRecord, signer: Signer, trusted: Trusted): Finding[] {
  const named = record.form === 'K-01' ? record.fingerprint : record.keys.rootFingerprint
  const forContract = keysFor(contractOf(record), signer.rootFingerprint, trusted)
  const keys = forContract.filter(({ role }) => role === null || [null, role].includes(issuerOf(record)))
  return [
    ...(named === signer.rootFingerprint ? [] : [finding('record-of-other-keys', { field: 'keys.rootFingerprint' }, 'keys.rootFingerprint')]),
    ...(forContract.length > 0 ? [] : [finding('other-contract', { contractNo: contractOf(record) ?? '' }, 'contract.contractNo')]),
    ...(forContract.length > keys.length && keys.length === 0 ? [finding('signer-in-other-place', { organisation: signer.commonName, form: record.form })] : []),
    ...againstEnded(keys, record.issuedAt.slice(0, 10)),
    ...(keys.length > 0 ? againstWitness(record, keys.flatMap(({ checkpointKey }) => checkpointKey ?? [])) : []),
  ]
}

/** The party that documents of this form come from: C-… are the city's own, and a 公開鍵届 is anybody's. */
function issuerOf({ form }: DocumentRecord): Role | null {
  return form === 'K-01' ? null : form.startsWith('C-') ? 'city' : 'contractor'
}

export function contractOf(record: DocumentRecord): string | null {
  return record.form === 'K-01' ? null : record.contract.contractNo
}

/** The regular expressions of the schema let 31 February pass. */
export function impossibleDates(record: DocumentRecord): Finding[] {
  const { times, days } = datesIn(record)
  const wrong = [...[['issuedAt', record.issuedAt] as const, ...times].filter(([, iso]) => iso !== null && !isInstant(iso)), ...days.filter(([, day]) => day !== null && !isInstant(`${day}T00:00:00+09:00`))]
  return wrong.map(([field]) => finding('date-impossible', { field }, field))
}

type Dates = readonly (readonly [field: string, date: string | null])[]

function datesIn(record: DocumentRecord): { times: Dates; days: Dates } {
  switch (record.form) {
    case 'F-25': return {
      times: [['handover.designated.at', record.handover.designated.at], ['handover.actual.at', record.handover.actual.at]], days: [['handover.returnDueOn', record.handover.returnDueOn]],
    }
    case 'F-28': return {
      times: [['plan.decidedAt', record.plan.decidedAt], ['requested.at', record.requested?.at ?? null]], days: [['plan.plannedOn', record.plan.plannedOn], ['requested.dueOn', record.requested?.dueOn ?? null]],
    }
    case 'F-30': case 'F-31': return {
      times: record.rows.flatMap(({ begunAt, endedAt, verifiedAt, destruction }, i) => [[`rows.${i}.begunAt`, begunAt], [`rows.${i}.endedAt`, endedAt], [`rows.${i}.verifiedAt`, verifiedAt], [`rows.${i}.destruction.at`, destruction?.at ?? null]] as const),
      days: record.rows.flatMap(({ plan, notice }, i) => [[`rows.${i}.plan.plannedOn`, plan.plannedOn], [`rows.${i}.notice.submittedOn`, notice.submittedOn]] as const),
    }
    case 'C-02': return { times: [['of.issuedAt', record.of.issuedAt]], days: [['decidedOn', record.decidedOn]] }
    case 'K-01': case 'C-01': return { times: [], days: [] }
    default: return { times: inLetter(record, 'time'), days: inLetter(record, 'day') }
  }
}

/** The dates of a letter stand where its parts say that they are dates; an empty one says nothing. */
function inLetter({ parts }: FormLetter, kind: 'day' | 'time'): Dates {
  const dates = parts.flatMap((part, p): (readonly [string, string])[] => {
    if (part.kind === 'fields') return part.fields.flatMap(({ as, value }, i) => (as === kind ? [[`parts.${p}.fields.${i}`, value] as const] : []))
    if (part.kind === 'table') return part.rows.flatMap((row, r) => row.flatMap((value, c) => (part.columns[c]?.as === kind ? [[`parts.${p}.rows.${r}.${c}`, value] as const] : [])))
    return []
  })
  return dates.filter(([, value]) => value !== '')
}

function isInstant(iso: string): boolean {
  try {
    const at = instantOf(iso)
    return at >= 0 && isoJst(at) === iso
  } catch (problem) {
    if (problem instanceof RangeError) return false
    throw problem
  }
}

function againstTotals({ items, totals }: CustodyReceipt): Finding[] {
  const counts = items.map(({ count }) => count)
  const count = counts.every((one) => one !== null) ? counts.reduce((sum, one) => sum + one, 0) : null
  const expected = { items: items.length, count, bytes: items.reduce((sum, { size }) => sum + size, 0) }
  return (['items', 'count', 'bytes'] as const).filter((key) => totals[key] !== expected[key])
    .map((key) => finding('record-contradicts-itself', { field: `totals.${key}`, said: String(totals[key]), found: String(expected[key]) }, `totals.${key}`))
}

/** whoever signs it, a certificate is no certificate when something in it did not pass. */
function againstResults(record: ErasureCertificate | DestructionCertificate): Finding[] {
  const worst = worstOf(record.rows.map(({ result }) => result))
  const title = record.form === 'F-31' ? '物理破壊証明書' : worst === '合格' ? 'データ消去証明書' : '消去・廃棄報告書'
  const destroyed = record.rows.filter(({ destruction }) => destruction !== null).length
  const expected = record.form === 'F-31' ? record.rows.length : 0
  return [
    ...(record.result === worst ? [] : [finding('record-contradicts-itself', { field: 'result', said: record.result, found: worst }, 'result')]),
    ...(record.title === title ? [] : [finding('record-contradicts-itself', { field: 'title', said: record.title, found: title }, 'title')]),
    ...(destroyed === expected ? [] : [finding('record-contradicts-itself', { field: 'destruction', said: String(expected), found: String(destroyed) }, 'destruction')]),
  ]
}

/** The checkpoint must be signed by the organisation's own key, and hold the entry that the record says it holds (evidence §8). */
function againstWitness(record: DocumentRecord, keys: readonly Parameters<typeof readCheckpoint>[1]['publicKey'][]): Finding[] {
  if (!('witness' in record) || record.witness === null || keys.length === 0) return []
  const { checkpoint, seq, leafHash, proof } = record.witness
  const faults = keys.map((publicKey) => {
    try {
      const { size, root } = readCheckpoint(checkpoint, { origin: `azukari/${keyIdOf(publicKey)}`, publicKey })
      return verifyInclusion({ leaf: fromHex(leafHash), index: seq, size, proof: proof.map(fromHex), root }) ? null : 'not-included'
    } catch (problem) {
      if (!(problem instanceof EvidenceProblem)) throw problem
      return problem.code
    }
  })
  const [why] = faults
  return faults.includes(null) || why === undefined || why === null ? [] : [finding('witness-wrong', { why }, 'witness')]
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'))
}
