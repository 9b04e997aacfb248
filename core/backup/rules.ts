import type { Objection } from '../refusal.ts'
import { sameWords } from '../text.ts'
import { DAY, dayOf, type Instant, instantOf } from '../time.ts'
import type { FoundBackup } from '../world.ts'
import type { BackupPlan, Backups, KnownHead } from './backup.ts'

/** The last time at or before `now` that the plan names, in Japan. */
export function plannedBefore({ at }: BackupPlan, now: Instant): Instant {
  const today = instantOf(`${dayOf(now)}T${at}:00+09:00`)
  return (today <= now ? today : today - DAY) as Instant
}

/** Whether a backup should have been made by now: since the last time of the plan there is none, or there never was one. */
export function isDue({ plan, lastMade }: Backups, now: Instant): boolean {
  return plan !== null && (lastMade === null || lastMade.begunAt < plannedBefore(plan, now))
}

/** What is known to have been in the ledger and is not in the backup: the longest of it; null when the backup holds all that is known. */
export function setBack({ known }: Pick<FoundBackup, 'known'>): KnownHead | null {
  return known.filter(({ relation }) => relation !== 'contained').toSorted((a, b) => b.entries - a.entries)[0] ?? null
}

/** So many entries are known to be missing. */
export const missingFrom = (found: Pick<FoundBackup, 'known' | 'from'>): number => Math.max(0, (setBack(found)?.entries ?? 0) - found.from.entries)
export const isForked = ({ known }: Pick<FoundBackup, 'known'>): boolean => known.some(({ relation }) => relation === 'forked')

/** What has to be typed so that this very backup may replace what is known to be longer: nobody has it in their fingers. */
export const confirmationFor = (found: Pick<FoundBackup, 'known' | 'from'>): string => `${missingFrom(found)}-${found.from.head.hash.slice(0, 4)}`

/** A backup that is older than what is known of the ledger replaces it only when somebody says so who was told what is lost; another vault's never (Art. 17①). */
export function objectionsToRestoring(found: FoundBackup, confirmation: string | null): Objection[] {
  if (found.present === 'another') return [{ code: 'restore-over-another', article: '17①', rule: null, facts: {} }]
  const longer = setBack(found)
  const expected = confirmationFor(found)
  if (!longer || (confirmation !== null && sameWords(confirmation, expected))) return []
  return [{
    code: 'backup-behind', article: '17①', rule: null,
    facts: { entries: found.from.entries, madeAt: found.from.madeAt, known: longer.entries, knownAt: longer.at, source: longer.source, where: longer.where, missing: missingFrom(found), forked: isForked(found), confirmation: expected },
  }]
}
