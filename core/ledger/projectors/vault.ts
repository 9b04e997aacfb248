import { change, nothing } from './change.ts'
import type { Projectors } from './projectors.ts'

/** Who is here, and how they came in. */
export const vault = {
  'office-opened': ({ organisation, keys, administrator }, shelf) => {
    shelf.put('office', 'office', { organisation, keys })
    shelf.put('person', administrator.id, administrator)
  },
  'signed-in': nothing,
  'signed-out': nothing,
  'sign-in-locked': nothing,
  'account-given': ({ personId, loginId }, shelf) => change(shelf, 'person', personId, (p) => ({ ...p, loginId })),
  'account-resumed': nothing,
  'password-changed': nothing,
  recovered: nothing,
  'clock-went-back': nothing,
} satisfies Projectors
