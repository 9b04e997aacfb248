import type { PartyKey, Recipient } from '../contracts/contract-of-work.ts'
import type { Difference, Verification } from '../documents/document.ts'
import type { DocumentRecord, KeyNotice } from '../documents/records.ts'
import type { Medium } from '../media/medium.ts'
import type { Day, Instant } from '../time.ts'
import type { Organisation } from '../vault/vault.ts'

export interface LabelOrder { media: readonly Medium[]; organisation: string; shinten: boolean; at: Instant }

/** An address label with 親展 for one parcel: what stands on the outside, and nothing of what is inside (Art. 11(4)). */
export interface AddressLabelOrder { no: string; recipient: Recipient; sender: Pick<Organisation, 'name' | 'address' | 'tel'>; paper: 'A4' | 'label'; at: Instant }
/** 送付票 (F-13): our copy and the recipient's, with the half that is sent back. */
export interface PackingSlipOrder { no: string; recipient: Recipient; sender: Pick<Organisation, 'name' | 'address' | 'tel'>; contract: { no: string; title: string }; packedBy: string; lines: readonly (readonly [label: string, value: string])[]; at: Instant }

export interface Documents {
  /** How a record would look on its form: signed by nobody, and marked as a draft where the 確認コード will stand. */
  draft(record: DocumentRecord): Promise<Uint8Array>
  /** Characters that the form's typeface cannot print, in reading order, each once. */
  unprintable(record: DocumentRecord): Promise<string[]>
  /** 媒体ラベル: a PDF of label paper; no evidence, and unsigned. */
  labels(order: LabelOrder): Promise<Uint8Array>
  /** 親展ラベル: a PDF, unsigned. */
  addressLabel(order: AddressLabelOrder): Promise<Uint8Array>
  /** 送付票 (F-13): a PDF, unsigned. */
  packingSlip(order: PackingSlipOrder): Promise<Uint8Array>
  /** The bodies of a record: PDF with the record in it and a signature (where its form has paper), JSON, p7s, CSV where it has one; and the printed 確認コード. */
  bodies(record: DocumentRecord): Promise<{ hash: string; code: string; bodies: Body[] }>
  /** Verifies files (PDF; JSON with its .p7s beside it; CSV, which may hold several documents). Never throws for what a file holds. */
  verify(path: string, trust: Trust): Promise<{ verification: Verification; record: DocumentRecord | null }[]>
  /** Where two records of one form differ: by the columns of their table, row by row, or by their way through the record. The first two hundred. */
  compare(expected: DocumentRecord, found: DocumentRecord): Difference[]
  /** Documents of one kind as one CSV (product §5.3). In CP932, what it lacks becomes 〓 and is named: in the column 置換一覧, and in the answer. */
  table(documents: readonly SealedRecord[], encoding: 'utf8' | 'cp932'): { bytes: Uint8Array; replaced: Replaced[] }
  /** The documents in a CSV of ours; none when it is not whole. */
  readTable(csv: Uint8Array): SealedRecord[]
  /** A typed 確認コード against hashes already known. */
  matchesCode(typed: string, hash: string): 'matches' | 'differs' | 'not-a-code'
  /** Reads a 公開鍵届 (JSON, self-signed p7s beside it) and says whether it is whole. */
  readKeyNotice(path: string): Promise<{ outcome: 'read'; notice: KeyNotice; encryption: PartyKey['encryption'] } | { outcome: 'refused'; reasons: string[] }>
  /** What a checkpoint says, when this Ed25519 key (SPKI PEM) signed it under the name that is made from it; null otherwise. */
  readCheckpoint(text: string, checkpointKeyPem: string): { origin: string; size: number; root: string } | null
  /** Whether the newer tree begins with exactly the older one, by its proof (RFC 6962 §2.1.2). Hashes in hex. */
  continues(older: { size: number; root: string }, newer: { size: number; root: string }, proof: readonly string[]): boolean
  /** Whether these very bytes (UTF-8) are entry `seq` of the ledger that a checkpoint speaks of, by their proof (RFC 6962 §2.1.1). */
  liesBelow(entry: { seq: number; entry: string; proof: readonly string[] }, checkpoint: { size: number; root: string }): boolean
  /** 収受: our signature in a contractor's PDF, which stays as it is (evidence §3). Null where the PDF is not of our build, or its field is no longer empty. */
  counterSign(pdf: Uint8Array, at: Instant): Promise<Uint8Array | null>
  /** Whether what was read aloud (hex fingerprint or 12 check words) is this fingerprint. */
  fingerprintHeard(heard: string, fingerprint: string): boolean
}
/** A record with what proves it: 確認コード, and the seal of its QR code ('' where that is not known). */
export interface SealedRecord { record: DocumentRecord; code: string; seal: string }
/** A character that CP932 lacks, and where it stood. */
export interface Replaced { docNo: string; row: number; column: string; character: string }
export interface Body { name: string; type: 'application/pdf' | 'application/json' | 'application/pkcs7-signature' | 'text/csv'; bytes: Uint8Array }
/**
 * Roots (PEM, or SHA-256 in hex) and Ed25519 keys (SPKI PEM) that are believed, each with the contract that registered it (null: any) and the
 * party it belongs to (unless somebody vouches for it by hand): a city's key counts for nothing in a contractor's place.
 */
export interface Trust { keys: readonly { rootPem: string; checkpointKeyPem: string | null; contractNo: string | null; role?: 'contractor' | 'city'; ended?: EndedTrust }[]; at: Instant }
/** A key that holds no longer: replaced (更新), it is believed for what was issued before the day; revoked (失効), for nothing, since whoever holds it can write any day. */
export interface EndedTrust { why: '更新' | '失効'; from: Day }
