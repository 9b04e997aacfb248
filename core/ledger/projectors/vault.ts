import { Person } from '../../people/person.ts'
import type { Kept, Shelf } from '../shelf.ts'
import { lockOutKey } from '../../vault/lock-outs.ts'
import { change, nothing } from './change.ts'
import type { Projectors } from './projectors.ts'

/** Who is here, how they came in, and what they may (Art. 11(10)ア). */
export const vault = {
  'office-opened': ({ organisation, keys, administrator }, shelf, { at }) => {
    shelf.put('office', 'office', { organisation, keys })
    shelf.put('person', administrator.id, Person.parse(administrator))
    if (administrator.loginId !== null) shelf.put('account', administrator.loginId, { ...FRESH, loginId: administrator.loginId, personId: administrator.id, roles: administrator.roles, grantedAt: at, grantedBy: null })
  },
  'signed-in': ({ personId }, shelf, { at }) => onAccount(shelf, personId, (a) => ({ ...a, lastLoginAt: at })),
  'signed-out': nothing,
  'sign-in-locked': ({ loginId, failures }, shelf, { at }) => {
    const account = shelf.get('account', loginId)
    if (account) shelf.put('account', loginId, { ...account, failures: account.failures + failures, lockedOutAt: at })
    const lockOut = { loginId, failures, at, where: 'desk' as const }
    shelf.put('lock-out', lockOutKey(lockOut), lockOut)
  },
  'locked-out-at-door': (lockOut, shelf) => {
    const account = lockOut.loginId === null ? undefined : shelf.get('account', lockOut.loginId)
    if (account) shelf.put('account', account.loginId, { ...account, failures: account.failures + lockOut.failures, lockedOutAt: lockOut.at })
    shelf.put('lock-out', lockOutKey(lockOut), lockOut)
  },
  'second-factor-set': ({ personId }, shelf, { at }) => onAccount(shelf, personId, (a) => ({ ...a, secondFactorAt: at })),
  'second-factor-removed': ({ personId }, shelf) => onAccount(shelf, personId, (a) => ({ ...a, secondFactorAt: null })),
  'second-factor-rule-set': ({ required }, shelf) => shelf.put('access-rule', 'access-rule', { secondFactorRequired: required }),
  'recovery-code-used': nothing,
  'recovery-key-renewed': nothing,
  'account-given': ({ personId, loginId }, shelf, { at, by }) => {
    const { roles } = change(shelf, 'person', personId, (p) => ({ ...p, loginId, access: { state: 'active', since: at, reason: '' } }))
    shelf.put('account', loginId, { ...FRESH, loginId, personId, roles, grantedAt: at, grantedBy: by })
  },
  'account-resumed': ({ personId }, shelf, { at }) => {
    change(shelf, 'person', personId, (p) => ({ ...p, access: { state: 'active', since: at, reason: '' } }))
    onAccount(shelf, personId, (a) => ({ ...a, state: 'active', stoppedAt: null, reason: '' }))
  },
  'account-suspended': ({ personId, reason }, shelf, { at }) => {
    change(shelf, 'person', personId, (p) => ({ ...p, access: { state: 'suspended', since: at, reason } }))
    onAccount(shelf, personId, (a) => ({ ...a, state: 'suspended', stoppedAt: at, reason }))
  },
  'account-revoked': ({ personId, reason }, shelf, { at }) => {
    onAccount(shelf, personId, (a) => ({ ...a, state: 'revoked', stoppedAt: at, reason }))
    change(shelf, 'person', personId, (p) => ({ ...p, loginId: null, access: { state: 'active', since: at, reason: '' } }))
  },
  'roles-changed': ({ personId, to }, shelf) => {
    change(shelf, 'person', personId, (p) => ({ ...p, roles: to }))
    onAccount(shelf, personId, (a) => ({ ...a, roles: to }))
  },
  'password-changed': nothing,
  recovered: nothing,
  'clock-went-back': (back, shelf) => shelf.put('clock-went-back', 'clock-went-back', back),
  'ledger-exported': nothing,
  'ledger-taken-out': nothing,
} satisfies Projectors

const FRESH = { state: 'active', stoppedAt: null, reason: '', lastLoginAt: null, failures: 0, lockedOutAt: null, secondFactorAt: null } as const

/** The ID that a person has now; somebody without one signs nothing. */
function onAccount(shelf: Shelf, personId: string, by: (account: Kept['account']) => Kept['account']): void {
  const loginId = shelf.get('person', personId)?.loginId
  const account = loginId ? shelf.get('account', loginId) : undefined
  if (account) shelf.put('account', account.loginId, by(account))
}
