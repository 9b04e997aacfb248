import type { Reading } from '../../ledger/shelf.ts'
import { DAY, type Instant } from '../../time.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

/** Long enough to be seen after a week's leave. */
const TOLD_FOR = 7 * DAY

/** 連続失敗による受付停止 (Art. 11(10)ア): whoever answers for the IDs asks whose fingers it was. An ID that nobody has was guessed at. */
export function ofLockOuts(reading: Reading, me: string, now: Instant): Card[] {
  const roles = reading.get('person', me)?.roles ?? []
  if (!roles.includes('administrator') && !roles.includes('cityManager')) return []
  return reading.list('lock-out').filter(({ at }) => now - at < TOLD_FOR)
    .map(({ loginId, failures, at }) => card('todo', loginId === null ? 'stranger-locked-out' : 'locked-out', '11(10)ア', loginId ?? '', loginId ?? '', 'accounts', at, { failures }))
}
