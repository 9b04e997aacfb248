import { thisMinute } from '../parts/day-field.tsx'
import { dayOf, HOUR, instantOf, MINUTE, type Instant } from '../../core/time.ts'

/** What is typed of an application before it is handed in. */
export interface Draft {
  kind: 'medium' | 'document'; content: string; quantity: number; medium: string | null; packages: string[]; protection: string; records: number | null; personalInfo: boolean; myNumber: boolean
  purpose: string; destination: string; route: string; persons: string[]; outFrom: Instant | null; dueAt: Instant | null; eraseAfterUse: boolean; eraseNote: string
}

/** In half an hour, and back by five o'clock or four hours later. */
export function blank(me: string): Draft {
  const outFrom = (Math.ceil((thisMinute() + 15 * MINUTE) / (30 * MINUTE)) * 30 * MINUTE) as Instant
  const five = instantOf(`${dayOf(outFrom)}T17:00:00+09:00`)
  return {
    kind: 'medium', content: '', quantity: 1, medium: null, packages: [], protection: '', records: null, personalInfo: false, myNumber: false,
    purpose: '', destination: '', route: '', persons: [me], outFrom, dueAt: five > outFrom + HOUR ? five : (outFrom + 4 * HOUR) as Instant, eraseAfterUse: true, eraseNote: '',
  }
}
