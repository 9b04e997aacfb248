import type { CarryOut } from '../../core/carryouts/carry-out.ts'
import { isOverdue } from '../../core/carryouts/rules.ts'
import type { Instant } from '../../core/time.ts'
import type { StatusLook } from '../parts/status.tsx'

export type Standing = CarryOut['state'] | 'overdue'

/** The state as one says it: what is late is not merely out. */
export const standing = (carryOut: CarryOut): Standing => (isOverdue(carryOut, Date.now() as Instant) ? 'overdue' : carryOut.state)

export const looks: Readonly<Record<Standing, StatusLook>> = {
  applied: 'warn', approved: 'warn', permitted: 'busy', out: 'busy', overdue: 'bad', back: 'warn', completed: 'good', rejected: 'calm', withdrawn: 'calm', lost: 'bad',
}
