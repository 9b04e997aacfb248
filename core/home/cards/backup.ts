import { backupsOf } from '../../backup/backups-of.ts'
import { owesNumbers } from '../../backup/continuing-numbers.ts'
import { isDue, plannedBefore } from '../../backup/rules.ts'
import type { Reading } from '../../ledger/shelf.ts'
import { DAY, HOUR, type Instant } from '../../time.ts'
import type { Card } from '../home.ts'
import { card, isContractor } from './card.ts'

/** Whoever came to the desk a little late is not reproached. */
const GRACE = 2 * HOUR
/** A new office has other things to do on its first days. */
const SETTLED_IN = 3 * DAY

/** A ledger that was set back and of which the city does not know; backups that are not made; and that none are planned. */
export function ofBackups(reading: Reading, now: Instant, me: string): Card[] {
  const backups = backupsOf(reading)
  const { restored } = backups
  const setBack = restored && restored.told === null && (restored.missing > 0 || restored.forked) && isContractor(reading)
    ? [card('overdue', 'ledger-set-back', '17①', restored.id, restored.from.name, 'backup', restored.at, { missing: restored.missing })] : []
  const unnumbered = isContractor(reading) && owesNumbers(reading)
    ? [card('overdue', 'numbers-unsaid', '17①', restored?.id ?? '', restored?.from.name ?? '', 'backup', restored?.at ?? now)] : []
  return [...setBack, ...unnumbered, ...ofPlan(reading, now, me)]
}

function ofPlan(reading: Reading, now: Instant, me: string): Card[] {
  const backups = backupsOf(reading)
  const { plan, lastMade, lastTried, plannedAt } = backups
  if (plan === null) {
    const mine = reading.list('account').find(({ personId, roles }) => personId === me && (roles.includes('administrator') || roles.includes('cityManager')))
    return mine && now > mine.grantedAt + SETTLED_IN ? [card('todo', 'backup-not-planned', '11', 'backup', '', 'backup')] : []
  }
  const due = plannedBefore(plan, now)
  if (!isDue(backups, now) || now < due + GRACE || (plannedAt !== null && now < plannedAt + GRACE)) return []
  const days = Math.floor((now - (lastMade?.begunAt ?? plannedAt ?? now)) / DAY)
  const why = lastTried?.failed && lastTried.begunAt >= due ? lastTried.failed.why : null
  const code = why === 'folder-missing' || why === 'generations-missing' ? 'backup-folder-missing' : why === 'disk-full' ? 'backup-disk-full' : why === null ? 'backup-late' : 'backup-failed'
  return [card('overdue', code, '11', 'backup', '', 'backup', lastMade?.begunAt ?? null, { days, folder: plan.folder })]
}
