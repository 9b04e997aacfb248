import type { Reading } from '../ledger/shelf.ts'
import { refusal, type Refusal } from '../refusal.ts'
import type { KeyInHand, World } from '../world.ts'
import type { PackageKey } from './received.ts'

/** A key as the world wants it: letters are believed from the parties whose keys are registered here, and from ourselves. */
export function keyInHand(world: World, reading: Reading, key: PackageKey): KeyInHand {
  if (key.kind === 'passphrase') return key
  const parties = reading.list('contract').flatMap(({ counterpartKey }) => counterpartKey ?? [])
  return { kind: 'letter', path: key.path, trust: parties.map(({ organisation, rootPem }) => ({ organisation, rootPem })), at: world.now() }
}

/** What a package that does not open is refused with (R-20 for weak ciphers): what is wrong with it, and what to ask its sender for. */
export function refusedOpening(what: string, path: string): Refusal {
  switch (what) {
    case 'wrong-password-or-damaged': return refusal('package-key-wrong', '11(3)', null, { path })
    case 'weak-encryption': return refusal('package-weak-cipher', '11(7)', 'R-20', { path })
    case 'damaged': case 'truncated': case 'package-unreadable': return refusal('package-broken', '11(3)', null, { path, what })
    case 'bomb': case 'hostile-name': case 'name-not-portable': case 'duplicate-name': return refusal('package-hostile', null, null, { path, what })
    case 'letter-unreadable': return refusal('key-letter-refused', '11(3)', null, { path, what: 'file-unreadable' })
    case 'letter-not-for-us': return refusal('key-letter-refused', '11(3)', null, { path, what: 'not-for-us' })
    case 'letter-damaged': return refusal('key-letter-refused', '11(3)', null, { path, what: 'damaged' })
    case 'letter-not-believed': return refusal('key-letter-refused', '11(3)', null, { path, what: 'not-believed' })
    case 'package-missing': return refusal('file-unreadable', null, null, { path })
    case 'target-missing': return refusal('folder-missing', null, null, { path })
    case 'target-exists': case 'disk-full': return refusal(what, null, null, { path })
    case 'read-only': case 'target-broken': case 'file-too-large-for-disk': return refusal('writing-failed', null, null, { what, path })
    default: return refusal('package-not-understood', null, null, { path, what })
  }
}
