import { CLOCK_TOLERANCE } from '../../ledger/record.ts'
import type { Integrity } from '../../ledger/integrity.ts'
import type { Reading } from '../../ledger/shelf.ts'
import { DAY, type Instant } from '../../time.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

/** A ledger that is not whole is the first thing anybody has to know (Art. 17). */
export function ofIntegrity(integrity: Integrity | null): Card[] {
  const [first] = integrity?.problems ?? []
  return first ? [card('overdue', 'ledger-damaged', '17①', 'ledger', '', 'ledger', null, { count: integrity?.problems.length ?? 0, seq: first.seq })] : []
}

/**
 * a clock behind the last entry. The entry is written when the next thing happens; the warning is shown at once, and after
 * that for a day, unless the clock has been put right: by then it was the earlier entries that were ahead.
 */
export function ofClock(reading: Reading, now: Instant): Card[] {
  // Without a time it stands before whatever is merely late.
  const last = reading.get('clock', 'clock')?.at
  const back = reading.get('clock-went-back', 'clock-went-back')
  const ahead = (last !== undefined && now < last - CLOCK_TOLERANCE) || (back !== undefined && now < back.last && now < back.seen + DAY)
  return ahead ? [card('overdue', 'clock-behind', '17①', 'clock', '', 'ledger', null)] : []
}
