import { canonicalBytes, parseCanonical } from './canonical-json.ts'
import { signDetached, verifyDetached, type CmsReason, type CmsSigner } from './cms.ts'
import { openEnvelope, sealEnvelope } from './envelope.ts'
import { EvidenceProblem } from './evidence-problem.ts'
import type { CertifiedKey, OrganisationKeys } from './organisation-keys.ts'
import { fingerprint } from './read-certificate.ts'

/** Which package's passphrase is passed on. */
export interface KeyLetter {
  readonly packageId: string
  readonly passphrase: string
}

export type KeyLetterVerdict =
  | { readonly ok: true; readonly letter: KeyLetter; readonly sender: CmsSigner; readonly signedAt: Date }
  | { readonly ok: false; readonly reasons: readonly (CmsReason | 'letter-for-somebody-else' | 'letter-without-time')[] }

/**
 * Passes on a package's passphrase without saying it to anyone else: the letter names its package and its recipient's
 * certificate, is signed by the sender and closed for the recipient. Without the name inside, a recipient could close
 * the signed letter again for a third party and make it look as if the sender had.
 */
export function writeKeyLetter({ packageId, passphrase }: KeyLetter, { sender, recipient, signedAt }: {
  sender: Pick<OrganisationKeys, 'signing' | 'root'>
  recipient: Uint8Array
  signedAt: Date
}): Uint8Array {
  const letter = { kind: 'package-key', packageId, passphrase, recipient: fingerprint(recipient), version: 1 }
  const signature = signDetached({
    content: [canonicalBytes(letter)], signingTime: signedAt, certificate: sender.signing.certificate, chain: [sender.root.certificate],
    privateKey: sender.signing.privateKey, profile: 'cades',
  })
  return sealEnvelope(canonicalBytes({ letter, signature: Buffer.from(signature).toString('base64') }), recipient)
}

/** Opens a letter with the recipient's encryption key and judges its signature. Refuses what is damaged or not for us. */
export function readKeyLetter(envelope: Uint8Array, { recipient, trustedRoots, at }: {
  recipient: CertifiedKey
  trustedRoots: readonly Uint8Array[]
  at: Date
}): KeyLetterVerdict {
  const { letter, signature } = readSigned(parseCanonical(openEnvelope(envelope, recipient)))
  const verdict = verifyDetached({ cms: Buffer.from(signature, 'base64'), content: [canonicalBytes(letter)], trustedRoots, at })
  if (!verdict.ok) return verdict
  if (letter.recipient !== fingerprint(recipient.certificate)) return { ok: false, reasons: ['letter-for-somebody-else'] }
  if (!verdict.signingTime) return { ok: false, reasons: ['letter-without-time'] }
  const { packageId, passphrase } = letter
  return { ok: true, letter: { packageId, passphrase }, sender: verdict.signer, signedAt: verdict.signingTime }
}

interface Signed {
  readonly letter: KeyLetter & { readonly recipient: string }
  readonly signature: string
}

function readSigned(value: unknown): Signed {
  const { letter, signature } = withKeys(value, ['letter', 'signature'])
  const { kind, packageId, passphrase, recipient, version } = withKeys(letter, ['kind', 'packageId', 'passphrase', 'recipient', 'version'])
  const isLetter = kind === 'package-key' && version === 1 && typeof packageId === 'string' && typeof passphrase === 'string'
  if (!isLetter || typeof recipient !== 'string' || typeof signature !== 'string') throw new EvidenceProblem('envelope-malformed', { part: 'letter' })
  return { letter: { ...(letter as object), packageId, passphrase, recipient }, signature }
}

/** An object with exactly these keys. */
function withKeys<K extends string>(value: unknown, keys: readonly K[]): Record<K, unknown> {
  const found = typeof value === 'object' && value !== null ? Object.keys(value) : []
  if (found.join() !== keys.join()) throw new EvidenceProblem('envelope-malformed', { part: 'letter' })
  return value as Record<K, unknown>
}
