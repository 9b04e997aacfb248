import { createHash } from 'node:crypto'
import { EntryDecryption, EntryEncryption } from '../../crypto/zip/ae2.ts'
import type { CounterBench } from '../../crypto/zip/counter-bench.ts'
import type { LaneWork } from './task.ts'

/** Goes over the bytes of one entry in order, and ends in its code (encrypting, decrypting) or hash. */
export interface Steps { step(bytes: Uint8Array): void; finish(): Uint8Array }

/** `bench`: over the memory in which the bytes will lie. */
export function stepsOf(work: LaneWork, bench?: CounterBench): Steps {
  if ('encrypt' in work) {
    const encryption = new EntryEncryption(work.encrypt, bench)
    return { step: (bytes) => encryption.encrypt(bytes), finish: () => encryption.code() }
  }
  if ('decrypt' in work) {
    const decryption = new EntryDecryption(work.decrypt, bench)
    return { step: (bytes) => decryption.decrypt(bytes), finish: () => decryption.code() }
  }
  const hash = createHash('sha256')
  return { step: (bytes) => void hash.update(bytes), finish: () => hash.digest() }
}
