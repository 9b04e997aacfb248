import { createPublicKey } from 'node:crypto'
import { readCheckpoint } from '../../../crypto/checkpoint.ts'
import { toHex } from '../../../crypto/digest.ts'
import { EvidenceProblem } from '../../../crypto/evidence-problem.ts'
import { leafHash, verifyConsistency, verifyInclusion } from '../../../crypto/merkle.ts'
import { keyIdOf } from '../seal.ts'

/** What a checkpoint says, when this key signed it; null for anything else, a key that is none included. */
export function readCheckpointOf(text: string, checkpointKeyPem: string): { origin: string; size: number; root: string } | null {
  const publicKey = keyIn(checkpointKeyPem)
  if (!publicKey) return null
  const origin = `azukari/${keyIdOf(publicKey)}`
  try {
    const { size, root } = readCheckpoint(text, { origin, publicKey })
    return { origin, size, root: toHex(root) }
  } catch (problem) {
    if (!(problem instanceof EvidenceProblem)) throw problem
    return null
  }
}

/** RFC 6962 §2.1.2, in hex. */
export function continues(older: { size: number; root: string }, newer: { size: number; root: string }, proof: readonly string[]): boolean {
  return verifyConsistency({ older: { size: older.size, root: bytes(older.root) }, newer: { size: newer.size, root: bytes(newer.root) }, proof: proof.map(bytes) })
}

/** RFC 6962 §2.1.1, in hex. */
export function liesBelow({ seq, entry, proof }: { seq: number; entry: string; proof: readonly string[] }, { size, root }: { size: number; root: string }): boolean {
  return verifyInclusion({ leaf: leafHash(Buffer.from(entry, 'utf8')), index: seq, size, proof: proof.map(bytes), root: bytes(root) })
}

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))

function keyIn(pem: string): ReturnType<typeof createPublicKey> | null {
  try {
    const key = createPublicKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}
