import type { Objection } from '../refusal.ts'
import { DAY, dayOf, HOUR, MINUTE, type Instant } from '../time.ts'
import { warekiTime } from '../words/dates.ts'
import type { Attest, Scanner, VirusScan } from './scan.ts'

/** signatures older than this are told, and the work goes on [the trade's habit, not the specification's]. */
export const SIGNATURES_AGE = 3 * DAY
/** Clocks of two machines may differ a little. */
const CLOCK_SKEW = 5 * MINUTE

/**
 * R-24 (Art. 11(10)カ): what was found stays outside, whatever anybody says of it. What no scanner looked into goes on only
 * on the word of a person who had it checked by other means.
 */
export function objectionsToScan({ result, scanner, trouble, findings, findingCount, unscanned, unscannedCount, attestation }: Omit<VirusScan, 'warnings'>): Objection[] {
  const because = { article: '11(10)カ', rule: 'R-24' } as const
  const [finding] = findings
  if (result === 'found') return [{ ...because, code: 'virus-in-file', facts: { file: finding?.path ?? '', name: finding?.name ?? '', count: findingCount, scanner: scanner?.name ?? '' } }]
  if (result === 'clean' || result === 'abandoned' || attestation) return []
  if (result === 'no-scanner') return [{ ...because, code: 'virus-scanner-missing', facts: {} }]
  if (result === 'failed') return [{ ...because, code: 'virus-scan-failed', facts: { scanner: scanner?.name ?? '', what: trouble } }]
  return [{ ...because, code: 'virus-not-scanned', facts: { first: unscanned[0]?.path ?? '', why: unscanned[0]?.why ?? '', count: unscannedCount } }]
}

/** The check that is attested was made within a day, and not in a time to come. */
export function objectionsToAttesting(attest: Pick<Attest, 'at'> | null, now: Instant): Objection[] {
  if (!attest) return []
  const objections: Objection[] = []
  if (now - attest.at > 24 * HOUR) objections.push({ code: 'virus-check-stale', article: '11(10)カ', rule: 'R-24', facts: { at: warekiTime(attest.at) } })
  if (attest.at > now + CLOCK_SKEW) objections.push({ code: 'time-in-future', article: '11(10)カ', rule: 'R-24', facts: { what: 'virus-check' } })
  return objections
}

/** R-24 (Art. 11(10)ウ): old or undated signatures are written down beside the result. `pattern`: what a person said of theirs. */
export function warningsAbout(scanner: Scanner | null, pattern: string | null, now: Instant): VirusScan['warnings'] {
  const dated = pattern === null ? null : /^\d{4}-\d\d-\d\d/.exec(pattern)?.[0]
  if (pattern !== null) return dated === undefined || dated === null ? ['signatures-undated'] : dated < dayOf((now - SIGNATURES_AGE) as Instant) ? ['signatures-old'] : []
  if (!scanner) return []
  if (!scanner.signatures) return ['signatures-undated']
  return now - scanner.signatures.date > SIGNATURES_AGE ? ['signatures-old'] : []
}
