import * as z from 'zod'
import { PersonId, Role } from '../people/person.ts'
import { Lines } from '../text.ts'
import { Instant } from '../time.ts'

/** One line of the アクセス権限管理簿 (F-21, Art. 11(10)ア): an ID, whose it is, what it may, and what became of it. An ID is never given to anybody else. */
export const Account = z.object({
  loginId: z.string(),
  personId: PersonId,
  roles: z.array(Role),
  grantedAt: Instant,
  /** null: the first administrator, who opened the office. */
  grantedBy: PersonId.nullable(),
  state: z.enum(['active', 'suspended', 'revoked']),
  stoppedAt: Instant.nullable(),
  reason: Lines,
  lastLoginAt: Instant.nullable(),
  /** Wrong passwords that led to a lock-out, all told. */
  failures: z.number().int(),
  lockedOutAt: Instant.nullable(),
  /** 二要素認証: since when a code is asked besides; null: it is not. */
  secondFactorAt: Instant.nullable().default(null),
})
export type Account = z.infer<typeof Account>

const Reason = Lines.refine((s) => s.length > 0, { error: 'empty' })
export const StopAccount = z.object({ personId: PersonId, reason: Reason })
export const ChangeRoles = z.object({ personId: PersonId, roles: z.array(Role).max(7), reason: Reason })
