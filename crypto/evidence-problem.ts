/** What each refusal of the evidence code says, by its code. The words for people live elsewhere. */
export interface EvidenceFacts {
  'json-unrepresentable': { path: string; found: string }
  'json-too-deep': { limit: number }
  'json-too-large': { size: number; limit: number }
  'json-not-utf8': Record<never, never>
  'json-bom': Record<never, never>
  'json-malformed': Record<never, never>
  'json-forbidden-key': { key: string }
  'json-duplicate-key': { key: string }
  'json-not-canonical': { at: number }
  'hash-length': { length: number }
  'merkle-range': { asked: number; size: number }
  'checkpoint-malformed': { line: number }
  'checkpoint-origin': { expected: string; found: string }
  'checkpoint-name': { name: string }
  'checkpoint-unsigned': { origin: string }
  'checkpoint-signature': { origin: string }
  'der-malformed': { at: number; why: DerFault }
  'certificate-not-understood': { part: string }
  'name-unusable': { name: string }
  'key-not-readable': Record<never, never>
  'key-and-certificate-differ': { role: string }
  'passphrase-wrong': Record<never, never>
  'qr-unwritable': { field: string }
  'qr-malformed': { part: 'prefix' | 'alphabet' | 'length' | 'fields' | 'not-as-written' }
  'words-unknown': { word: string }
  'words-count': { count: number }
  'words-checksum': Record<never, never>
  'sealed-header': Record<never, never>
  'sealed-damaged': { chunk: number }
  'sealed-truncated': { chunk: number }
  'slot-malformed': { part: string }
  'envelope-malformed': { part: string }
  'envelope-not-for-us': Record<never, never>
  'envelope-damaged': Record<never, never>
}

/** The ways in which bytes fail to be DER (X.690 §10, §11). */
export type DerFault =
  | 'truncated' | 'trailing' | 'indefinite-length' | 'long-length' | 'high-tag' | 'too-deep'
  | 'integer' | 'boolean' | 'bit-string' | 'object-identifier' | 'null' | 'unexpected'

export type EvidenceCode = keyof EvidenceFacts

/** A refusal: evidence that cannot be written, read or believed. Anything else that is thrown here is a bug. */
export class EvidenceProblem extends Error {
  readonly code: EvidenceCode
  readonly facts: EvidenceFacts[EvidenceCode]

  constructor(...[code, facts]: CodeWithFacts[EvidenceCode]) {
    super(`${code} ${JSON.stringify(facts)}`)
    this.name = 'EvidenceProblem'
    this.code = code
    this.facts = facts
  }
}

type CodeWithFacts = { [C in EvidenceCode]: [code: C, facts: EvidenceFacts[C]] }
