import type { NewEntry } from '../ledger/entry.ts'
import type { PersonId } from '../people/person.ts'
import type { Instant } from '../time.ts'
import type { LockOut } from '../vault/lock-outs.ts'
import type { LedgerRescued, RescueLedger } from '../vault/rescue.ts'
import type { OfferedFactor } from '../vault/second-factor.ts'
import type { Access, Organisation, PublicKeys, Session, VaultStatus } from '../vault/vault.ts'
import type { How } from './how.ts'
import type * as z from 'zod'

/** The locked room: keys, accounts, and the door. */
export interface Vault {
  status(): Promise<VaultStatus>
  /** Who is signed in; null while locked. Every call of the desk counts as activity. */
  session(): Session | null
  create(order: { organisation: Organisation; loginId: string; password: string }, open: (made: { keys: PublicKeys; personId: PersonId }) => readonly NewEntry[]): Promise<{ recoveryKey: string }>
  /** `code`: of a second factor, where the ID has one; what is wrong with it is told only to whoever has the password. */
  unlock(loginId: string, password: string, code?: string): Promise<Unlocked>
  lock(why: 'asked' | 'idle' | 'closed'): Promise<void>
  /** Whether this ID and password belong together, for a second person at the same desk; counts failures as unlock does. */
  authenticate(loginId: string, password: string, code?: string, how?: 'leave the code unspent' | 'password alone'): Promise<Unlocked>
  /** A new secret for this ID's authenticator, kept in memory until a first code proves that it arrived. */
  offerFactor(loginId: string): Promise<z.output<typeof OfferedFactor>>
  /** Recovery codes, once; null when the code is not of the secret that was offered last. */
  setFactor(loginId: string, code: string): Promise<string[] | null>
  dropFactor(loginId: string): Promise<void>
  /** How this ID's way in is kept. */
  access(loginId: string): Promise<Pick<Access, 'cost' | 'factor'>>
  /** What was locked out behind the closed door and not written down yet, oldest first; and to forget the first of them. */
  lockOuts(): Promise<LockOut[]>
  forgetLockOuts(first: number): Promise<void>
  /** Who was let take the ledger out at the closed door and stands in no entry yet, oldest first; and to forget the first of them. */
  rescues(): Promise<{ loginId: string | null; at: Instant }[]>
  forgetRescues(first: number): Promise<void>
  /** A new recovery key; the old one opens nothing any more. */
  renewRecoveryKey(): Promise<string>
  recover(recoveryKey: string, loginId: string, newPassword: string): Promise<Unlocked>
  /** What can still be read of a ledger that does not open, into a new folder; counts failures as unlock does and changes nothing else. */
  rescue(order: RescueLedger, how: How<{ done: number; total: number }>): Promise<{ outcome: 'rescued'; rescued: LedgerRescued } | Exclude<Unlocked, { outcome: 'open' }>>
  giveAccount(personId: PersonId, loginId: string, password: string): Promise<'given' | 'taken'>
  changePassword(loginId: string, next: string): Promise<void>
  resumeAccount(loginId: string, password: string): Promise<void>
  /** Takes an ID out of the keyring for good; quiet when it is not there. */
  revokeAccount(loginId: string): Promise<void>
  publicKeys(): PublicKeys
  /** A password of the office for another machine, under a name; null forgets it. It lies in the vault and in no entry. */
  keepSecret(name: string, secret: string | null): Promise<void>
  secretCalled(name: string): Promise<string | null>
}

export type Unlocked =
  /** `code`: what the second factor was answered with, and how many recovery codes are left; none where none is asked. `given`: the password is an administrator's. */
  | { outcome: 'open'; personId: PersonId; code?: { used: 'code' | 'recovery code'; left: number } | null; given?: boolean }
  /** The password is right, and a code is asked besides. */
  | { outcome: 'code-needed' }
  | { outcome: 'wrong-code'; triesLeft: number }
  | { outcome: 'wrong'; triesLeft: number }
  | { outcome: 'locked-out'; until: Instant; justNow: boolean; failures: number }
  | { outcome: 'in-use' }
  | { outcome: 'damaged'; what: string }
  /** A newer program wrote into it; `what` names the file and its version. Nothing was touched. */
  | { outcome: 'newer'; what: string }
