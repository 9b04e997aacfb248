import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { constantTimeEqual } from './digest.ts'
import { EvidenceProblem } from './evidence-problem.ts'
import { inBlocks } from './in-blocks.ts'

const MAGIC = Buffer.from('AZKSEAL\x01', 'latin1')
const SALT = 16
const HEADER = MAGIC.length + SALT
const CHUNK = 64 * 1024
const TAG = 16

/**
 * Seals a stream under a 32-byte key, in the STREAM construction as age uses it: a header (magic, version, 16 random
 * bytes), a key of its own for each file (HKDF-SHA256), then chunks of 64 KiB under AES-256-GCM whose nonce is an
 * 11-byte counter and a byte that is 1 in the last chunk only. So chunks cannot be altered, moved, dropped or added.
 */
export async function* sealStream(source: AsyncIterable<Uint8Array>, key: Uint8Array): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(SALT)
  const fileKey = deriveFileKey(key, salt)
  try {
    yield Buffer.concat([MAGIC, salt])
    for await (const { block, index, isLast } of inBlocks(source, CHUNK)) {
      const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(index, isLast))
      yield Buffer.concat([cipher.update(block), cipher.final(), cipher.getAuthTag()])
    }
  } finally {
    fileKey.fill(0)
  }
}

/**
 * Opens what `sealStream` wrote. Each chunk is released only when it is authenticated; that the file is whole is known
 * only at its end, so whoever reads it keeps nothing unless the stream ends without a refusal.
 */
export async function* openStream(source: AsyncIterable<Uint8Array>, key: Uint8Array): AsyncGenerator<Uint8Array> {
  let fileKey: Uint8Array | null = null
  try {
    for await (const { block, index, isLast } of inBlocks(source, CHUNK + TAG, HEADER)) {
      if (!fileKey) {
        fileKey = deriveFileKey(key, saltOf(block))
        if (isLast) throw new EvidenceProblem('sealed-truncated', { chunk: 0 })
        continue
      }
      const chunk = index - 1
      // A chunk is empty only in an empty file; otherwise one file could be sealed in two ways.
      if (block.length < TAG || (block.length === TAG && chunk > 0)) throw new EvidenceProblem('sealed-truncated', { chunk })
      yield openChunk(block, fileKey, chunk, isLast)
    }
  } finally {
    fileKey?.fill(0)
  }
}

/** The sealed size in bytes of `size` plain ones. */
export function sealedSize(size: number): number {
  return HEADER + size + TAG * Math.max(1, Math.ceil(size / CHUNK))
}

function saltOf(header: Uint8Array): Uint8Array {
  const isOurs = header.length === HEADER && constantTimeEqual(header.subarray(0, MAGIC.length), MAGIC)
  if (!isOurs) throw new EvidenceProblem('sealed-header', {})
  return header.subarray(MAGIC.length)
}

function deriveFileKey(key: Uint8Array, salt: Uint8Array): Uint8Array {
  if (key.length !== 32) throw new RangeError('a sealing key has 32 bytes')
  return new Uint8Array(hkdfSync('sha256', key, salt, Buffer.concat([Buffer.from('azukari sealed file '), MAGIC]), 32))
}

function nonceOf(index: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(12)
  // Six of the eleven bytes: 2^48 chunks are more than any disk holds.
  nonce.writeUIntBE(index, 5, 6)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

function openChunk(block: Uint8Array, key: Uint8Array, index: number, isLast: boolean): Uint8Array {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, isLast), { authTagLength: TAG })
  decipher.setAuthTag(block.subarray(-TAG))
  const plain = decipher.update(block.subarray(0, -TAG))
  try {
    decipher.final()
  } catch {
    plain.fill(0)
    throw new EvidenceProblem('sealed-damaged', { chunk: index })
  }
  return plain
}
