import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { constantTimeEqual, sha256 } from './digest.ts'
import { EvidenceProblem } from './evidence-problem.ts'

/**
 * Signs a text in the form of C2SP signed-note: the text, an empty line, `— name base64(key id ‖ Ed25519 signature)`.
 * The text ends in a newline and holds no other control character.
 */
export function signNote(text: string, name: string, privateKey: KeyObject): string {
  if (!isKeyName(name)) throw new EvidenceProblem('checkpoint-name', { name })
  const signature = sign(null, Buffer.from(text), privateKey)
  const id = noteKeyId(name, createPublicKey(privateKey))
  return `${text}\n— ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`
}

/**
 * The text of a note that this key signed. Signatures of other keys (witnesses) are passed over, as the standard asks;
 * a wrong one under this key's name and id refuses the whole note.
 */
export function openNote(note: string, name: string, publicKey: KeyObject): string {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || note.length > LONGEST || !note.endsWith('\n') || hasForbidden(note)) malformed(1)
  const text = note.slice(0, end + 1)
  const lines = note.slice(end + 2, -1).split('\n')
  if (lines.length > MOST_SIGNATURES) malformed(1)
  const id = noteKeyId(name, publicKey)
  let signed = false
  for (const line of lines) {
    const found = readSignature(line, text.split('\n').length + 1)
    if (found.name !== name || !constantTimeEqual(found.id, id)) continue
    if (signed || !verify(null, Buffer.from(text), publicKey, found.signature)) {
      throw new EvidenceProblem('checkpoint-signature', { origin: name })
    }
    signed = true
  }
  if (!signed) throw new EvidenceProblem('checkpoint-unsigned', { origin: name })
  return text
}

const LONGEST = 64 * 1024
const MOST_SIGNATURES = 16

function readSignature(line: string, number: number): { name: string; id: Uint8Array; signature: Uint8Array } {
  const [, name, base64] = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? []
  if (name === undefined || base64 === undefined || !isKeyName(name)) return malformed(number)
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.toString('base64') !== base64 || bytes.length < 5) return malformed(number)
  return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) }
}

/** SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), its first four bytes; 0x01 stands for Ed25519. */
function noteKeyId(name: string, publicKey: KeyObject): Uint8Array {
  // The raw key is the last 32 bytes of its SubjectPublicKeyInfo (RFC 8410 §4).
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
  return sha256(Buffer.from(name), Uint8Array.of(0x0a, 0x01), raw).subarray(0, 4)
}

function isKeyName(name: string): boolean {
  return /^[^\s+\p{Surrogate}\p{Cc}]+$/u.test(name)
}

function hasForbidden(text: string): boolean {
  return /[\p{Surrogate}\p{Cc}]/u.test(text.replaceAll('\n', ''))
}

function malformed(line: number): never {
  throw new EvidenceProblem('checkpoint-malformed', { line })
}
