import { createPublicKey, type KeyObject } from 'node:crypto'
import type { Finding } from '../../../core/documents/document.ts'
import { finding } from '../../../core/words/findings.ts'
import type { EndedTrust, Trust } from '../../../core/world.ts'
import { verifyDetached } from '../../../crypto/cms.ts'
import { readPem } from '../../../crypto/pem.ts'
import { fingerprint, readCertificate } from '../../../crypto/read-certificate.ts'
import { readSignedData } from '../../../crypto/read-signed-data.ts'
import { keyIdOf } from '../seal.ts'

/** The registered keys, read. A key may be registered by its certificate or by its fingerprint alone. */
export interface Trusted {
  readonly at: Date
  readonly keys: readonly TrustedKey[]
  readonly findings: readonly Finding[]
}

export interface TrustedKey {
  readonly rootFingerprint: string
  readonly root: Uint8Array | null
  readonly checkpointKey: KeyObject | null
  readonly checkpointKeyId: string | null
  readonly contractNo: string | null
  readonly role: Role | null
  readonly ended: EndedTrust | null
}

/** Which party of the contract a key belongs to: each signs its own documents and no others. */
export type Role = NonNullable<Trust['keys'][number]['role']>

export interface Signer { readonly commonName: string; readonly rootFingerprint: string }

export function readTrust({ keys, at }: Trust): Trusted {
  const read = keys.map(readKey)
  return {
    at: new Date(at), keys: read.filter((key) => key !== null),
    findings: read.flatMap((key, i) => (key === null ? [finding('trusted-key-unreadable', { position: i + 1 })] : [])),
  }
}

/** Judges a signature by the registered roots; which contract they are registered for is asked afterwards. */
export function judgeSignature(cms: Uint8Array, content: readonly Uint8Array[], at: Date, { keys, findings }: Trusted): { signer: Signer; signingTime: Date | null } | { findings: Finding[] } {
  const trustedRoots = keys.flatMap(({ root, rootFingerprint }) => root ?? certificateWith(cms, rootFingerprint) ?? [])
  const verdict = verifyDetached({ cms, content, trustedRoots: trustedRoots.map((root) => root), at })
  if (!verdict.ok) return { findings: [...verdict.reasons.map((why) => finding('signature-refused', { why })), ...findings] }
  return { signer: verdict.signer, signingTime: verdict.signingTime }
}

/** The registrations of this root that hold for this contract, and for this party to it. */
export function keysFor(contractNo: string | null, rootFingerprint: string, { keys }: Trusted, role: Role | null = null): TrustedKey[] {
  return keys.filter((key) => key.rootFingerprint === rootFingerprint
    && (key.contractNo === null || contractNo === null || key.contractNo === contractNo)
    && (key.role === null || role === null || key.role === role))
}

/** A key that was replaced signs no more from that day on (JST), and one that was revoked never did: whoever holds it can write any day. */
export function againstEnded(keys: readonly TrustedKey[], day: string): Finding[] {
  const holds = ({ ended }: TrustedKey): boolean => ended === null || (ended.why === '更新' && day < ended.from)
  const ended = keys.find((key) => key.ended !== null)?.ended
  return ended && !keys.some(holds) ? [finding('key-ended', { on: ended.from, why: ended.why })] : []
}

function readKey({ rootPem, checkpointKeyPem, contractNo, role, ended }: Trust['keys'][number]): TrustedKey | null {
  try {
    const checkpointKey = checkpointKeyPem === null ? null : createPublicKey(checkpointKeyPem)
    const digits = rootPem.replace(/[\s:]/g, '').toLowerCase()
    const root = /^[0-9a-f]{64}$/.test(digits) ? null : readPem('CERTIFICATE', rootPem)
    // Read now, so that a broken certificate is found here and not while judging a document.
    if (root) readCertificate(root)
    return { rootFingerprint: root ? fingerprint(root) : digits, root, checkpointKey, checkpointKeyId: checkpointKey && keyIdOf(checkpointKey), contractNo, role: role ?? null, ended: ended ?? null }
  } catch {
    return null
  }
}

/** The certificate that travels with the signature, if it is the one whose fingerprint was registered. */
function certificateWith(cms: Uint8Array, wanted: string): Uint8Array[] | null {
  const read = readSignedData(cms)
  if ('reasons' in read) return null
  return read.signed.certificates.filter((certificate) => fingerprint(certificate) === wanted)
}
