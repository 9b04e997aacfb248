import { crc32 } from 'node:zlib'
import { aesOverhead, codesAgree, deriveKeys, EntryDecryption, type EntryKeys, MAC_BYTES, saltBytes, VERIFIER_BYTES, verifierFits } from './ae2.ts'
import type { Bytes } from './bytes.ts'
import type { Entry } from './directory.ts'
import { inflated, refuseImpossibleSize } from './inflate.ts'
import { Keystream } from './keystream.ts'
import { passwordCandidates } from './password.ts'
import { PackageProblem } from './problem.ts'

/** An entry whose password has passed the two-byte check. Where its encrypted bytes lie, and with which keys. */
export interface Unlocked { entry: Entry; keys: EntryKeys; at: number; length: number; code: Uint8Array }

const CHUNK_BYTES = 1 << 20

/**
 * Derives an entry's keys. Refuses ZipCrypto and unencrypted content as weak, and methods other than store and deflate.
 * Several spellings of a Japanese password may pass the short check; then the authentication code decides. `known`: keys derived before.
 */
export async function unlock(bytes: Bytes, entry: Entry, password: Uint8Array, known?: Unlocked['keys']): Promise<Unlocked> {
  if (typeof entry.encryption === 'string') throw new PackageProblem('weak-encryption', { path: entry.name, encryption: entry.encryption })
  if (entry.method !== 0 && entry.method !== 8) throw new PackageProblem('unsupported-method', { path: entry.name, method: entry.method })
  const { strength } = entry.encryption
  refuseImpossibleSize(entry, aesOverhead(strength))
  const head = Buffer.from(await bytes.read(entry.dataAt, saltBytes(strength) + VERIFIER_BYTES))
  const salt = head.subarray(0, saltBytes(strength))
  const code = Buffer.from(await bytes.read(entry.dataEnd - MAC_BYTES, MAC_BYTES))
  const at = entry.dataAt + head.length
  const length = entry.packedBytes - aesOverhead(strength)
  if (known) return { entry, keys: known, at, length, code }
  const fitting = passwordCandidates(password)
    .map((candidate) => deriveKeys(candidate, salt, strength))
    .filter((keys) => verifierFits(keys, head.subarray(salt.length)))
    .map((keys) => ({ entry, keys, at, length, code }))
  for (const one of fitting) if (fitting.length === 1 || await isAuthentic(bytes, one)) return one
  throw new PackageProblem('wrong-password-or-damaged', { path: entry.name })
}

/** Reads all encrypted bytes once and compares the code. Nothing is decrypted. */
export async function isAuthentic(bytes: Bytes, unlocked: Unlocked, chunk = CHUNK_BYTES): Promise<boolean> {
  const decryption = new EntryDecryption(unlocked.keys)
  for (let done = 0; done < unlocked.length; done += chunk) {
    decryption.authenticate(await bytes.read(unlocked.at + done, Math.min(chunk, unlocked.length - done)))
  }
  return codesAgree(decryption.code(), unlocked.code)
}

/**
 * The decrypted (still packed) bytes, authenticated as they pass: the last step throws when the code does not fit, so what came
 * before must not be believed until the end. Each piece is good until the next is asked for.
 */
export async function* decrypted(bytes: Bytes, unlocked: Unlocked, chunk = CHUNK_BYTES): AsyncGenerator<Uint8Array> {
  const decryption = new EntryDecryption(unlocked.keys)
  for (let done = 0; done < unlocked.length; done += chunk) {
    const piece = await bytes.read(unlocked.at + done, Math.min(chunk, unlocked.length - done))
    decryption.decrypt(piece)
    yield piece
  }
  if (!codesAgree(decryption.code(), unlocked.code)) throw new PackageProblem('wrong-password-or-damaged', { path: unlocked.entry.name })
}

/** The inside of a stored entry as bytes that can be read from anywhere. Not authenticated: only for finding one's way. */
export function insideOf(bytes: Bytes, unlocked: Unlocked): Bytes {
  const keystream = new Keystream(unlocked.keys.encryption)
  return {
    size: unlocked.length,
    read: async (at, length) => {
      if (at < 0 || length < 0 || at + length > unlocked.length) throw new PackageProblem('damaged', { part: 'inner offsets' })
      const piece = await bytes.read(unlocked.at + at, length)
      keystream.seek(at)
      keystream.apply(piece)
      return piece
    },
  }
}

/** Plain content from packed bytes: inflated where deflated, of exactly the declared size, with the CRC that the entry shows (AE-2 shows none). */
export async function* unpacked(entry: Entry, packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const showsCrc = entry.encryption === 'none' || (typeof entry.encryption === 'object' && (entry.encryption.version === 1 || entry.crc !== 0))
  let crc = 0
  let seen = 0
  for await (const piece of entry.method === 8 ? inflated(packed, entry) : packed) {
    seen += piece.length
    if (showsCrc) crc = crc32(piece, crc)
    yield piece
  }
  if (seen !== entry.bytes || (showsCrc && crc !== entry.crc)) throw new PackageProblem('damaged', { path: entry.name })
}
