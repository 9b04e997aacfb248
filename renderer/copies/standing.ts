import type { Copy } from '../../core/copies/copy.ts'
import { dayOf, type Instant } from '../../core/time.ts'
import type { StatusLook } from '../parts/status.tsx'

export type Standing = Copy['state'] | 'late'

/** The state as one says it: what is kept past its day is not merely in use. */
export const standing = ({ state, useUntil }: Copy): Standing => (state === 'in use' && useUntil < dayOf(Date.now() as Instant) ? 'late' : state)

export const looks: Readonly<Record<Standing, StatusLook>> = { requested: 'warn', approved: 'warn', making: 'busy', 'in use': 'busy', late: 'bad', ended: 'good', declined: 'calm', withdrawn: 'calm' }
export const isLeft = ({ state }: Copy): boolean => state === 'in use' || state === 'making'
