import type { KeyInHand, LockOrder } from '../../core/world.ts'
import { EvidenceProblem } from '../../crypto/evidence-problem.ts'
import { readKeyLetter, writeKeyLetter } from '../../crypto/key-letter.ts'
import type { OrganisationKeys } from '../../crypto/organisation-keys.ts'
import { readPem } from '../../crypto/pem.ts'
import { fingerprint } from '../../crypto/read-certificate.ts'
import type { Disk } from '../files/disk.ts'
import { readSmall } from '../files/look.ts'
import { LetterProblem } from './at-work.ts'

/** A letter is some six kilobytes. */
const LARGEST_LETTER = 64 * 1024

/** Where the key letter of a package lies: beside it, `P-….key.p7m`. */
export const letterName = (fileName: string): string => `${fileName.replace(/\.zip$/, '')}.key.p7m`

/** The key of one package, signed by us and closed for the one certificate that the order names (crypto/key-letter.ts). */
export function closeLetter({ certificatePem, packageNo, at }: Extract<LockOrder, { kind: 'envelope' }>, passphrase: string, sender: OrganisationKeys): Uint8Array {
  return writeKeyLetter({ packageId: packageNo, passphrase }, { sender, recipient: readPem('CERTIFICATE', certificatePem), signedAt: new Date(at) })
}

/**
 * The password's bytes, as they were told or out of a key letter; and whose letter it was. Refuses a letter that is damaged, for
 * somebody else, or not signed by one of the roots that are believed.
 */
export async function passwordOf(key: KeyInHand, keys: () => OrganisationKeys, disk: Disk): Promise<{ password: Uint8Array; sender: string | null }> {
  if (key.kind === 'passphrase') return { password: Buffer.from(key.passphrase), sender: null }
  const { path, trust, at } = key
  const read = await readSmall(path, LARGEST_LETTER, disk)
  if (read.outcome !== 'read') throw new LetterProblem('letter-unreadable', path)
  const roots = trust.map(({ organisation, rootPem }) => ({ organisation, root: readPem('CERTIFICATE', rootPem) }))
  const verdict = opened(read.bytes, path, { recipient: keys().encryption, trustedRoots: roots.map(({ root }) => root), at: new Date(at) })
  if (!verdict.ok) throw new LetterProblem('letter-not-believed', path)
  const sender = roots.find(({ root }) => fingerprint(root) === verdict.sender.rootFingerprint)
  return { password: Buffer.from(verdict.letter.passphrase), sender: sender?.organisation ?? verdict.sender.commonName }
}

function opened(bytes: Uint8Array, path: string, how: Parameters<typeof readKeyLetter>[1]): ReturnType<typeof readKeyLetter> {
  try {
    return readKeyLetter(bytes, how)
  } catch (problem) {
    if (!(problem instanceof EvidenceProblem)) throw problem
    throw new LetterProblem(problem.code === 'envelope-not-for-us' ? 'letter-not-for-us' : 'letter-damaged', path)
  }
}
