import { objectionsToMedium } from '../media/use.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Objection } from '../refusal.ts'
import { sameWords } from '../text.ts'
import { DAY, HOUR, type Instant } from '../time.ts'
import { warekiTime } from '../words/dates.ts'
import type { MediumNo } from '../media/medium.ts'
import type { Circumstances, Difference, Handover, ListedFile, VirusCheck } from './handover.ts'
import type { Item, ReceiptForm } from './item.ts'

/** How far from the designated hour a hand-over still counts as on time [the trade's habit, not the specification's]. */
const PUNCTUAL = HOUR
/** Clocks of the city and ours may differ a little. */
const CLOCK_SKEW = 5 * 60_000

/** R-05 (Art. 14): means, hour and place as the city designated; whatever differs needs the city's consent. */
export function objectionsToCircumstances(designated: Circumstances, actual: Circumstances, now: Instant): Objection[] {
  const differs = [
    designated.means === actual.means ? null : `手段：${designated.means}→${actual.means}`,
    Math.abs(designated.at - actual.at) <= PUNCTUAL ? null : '日時',
    sameWords(designated.place, actual.place) ? null : `場所：${designated.place}→${actual.place}`,
  ].filter((d) => d !== null)
  const objections: Objection[] = []
  if (differs.length > 0) objections.push({ code: 'handover-not-as-designated', article: '14', rule: 'R-05', facts: { differs: differs.join('、') } })
  if (actual.at > now + CLOCK_SKEW) objections.push({ code: 'time-in-future', article: '14', rule: null, facts: { what: 'received' } })
  return objections
}

/** R-17 and R-24 (Art. 11(5), 11(10)カ): whatever came on a medium came on a registered one, checked for viruses on this connection: by a person's word, or (`scannable`) by this machine in a moment. */
export function objectionsToArrivingMedium(reading: Reading, { medium, virusCheck, scannable, forms, actual, now }: { medium: MediumNo | null; virusCheck: VirusCheck | null; scannable: boolean; forms: readonly ReceiptForm[]; actual: Circumstances; now: Instant }): Objection[] {
  const objections: Objection[] = medium === null ? [] : objectionsToMedium(reading, medium)
  if (medium === null && forms.includes('電磁的記録媒体')) objections.push({ code: 'medium-not-named', article: '11(10)カ', rule: 'R-24', facts: {} })
  if (medium !== null && !virusCheck && !scannable) objections.push({ code: 'virus-check-missing', article: '11(10)カ', rule: 'R-24', facts: { medium } })
  if (virusCheck?.result === 'infected') objections.push({ code: 'virus-found', article: '11(10)カ', rule: 'R-24', facts: { scanner: virusCheck.scanner } })
  if (virusCheck && Math.abs(virusCheck.at - actual.at) > DAY) objections.push({ code: 'virus-check-stale', article: '11(10)カ', rule: 'R-24', facts: { at: warekiTime(virusCheck.at) } })
  if (virusCheck && virusCheck.at > now + CLOCK_SKEW) objections.push({ code: 'time-in-future', article: '11(10)カ', rule: 'R-24', facts: { what: 'virus-check' } })
  return objections
}

/** R-06 (Art. 14): the city's list against what arrived, by name. What the list leaves open is not compared. */
export function differencesFrom(list: readonly ListedFile[], items: readonly Pick<Item, 'name' | 'size' | 'sha256' | 'count'>[]): Difference[] {
  if (list.length === 0) return []
  const arrived = new Map(items.map((item) => [asCompared(item.name), item]))
  const listed = new Set(list.map(({ name }) => asCompared(name)))
  const differences = list.flatMap((line): Difference[] => {
    const item = arrived.get(asCompared(line.name))
    if (!item) return [{ name: line.name, kind: 'missing', listed: line.name, found: '' }]
    const found: Difference[] = []
    if (line.size !== null && line.size !== item.size) found.push({ name: line.name, kind: 'size', listed: String(line.size), found: String(item.size) })
    if (line.sha256 !== null && line.sha256 !== item.sha256) found.push({ name: line.name, kind: 'sha256', listed: line.sha256, found: item.sha256 })
    if (line.count !== null && line.count !== item.count) found.push({ name: line.name, kind: 'count', listed: String(line.count), found: item.count === null ? '' : String(item.count) })
    return found
  })
  const unlisted = items.filter((item) => !listed.has(asCompared(item.name))).map((item): Difference => ({ name: item.name, kind: 'unlisted', listed: '', found: item.name }))
  return [...differences, ...unlisted]
}

/** an unexplained difference blocks everything after it. */
export function objectionsToDifferences(handover: Handover): Objection[] {
  const [first] = handover.differences
  if (!first || handover.differenceNote) return []
  return [{ code: 'list-differs', article: '14', rule: 'R-06', facts: { count: handover.differences.length, first: first.name } }]
}

/** R-04 (Art. 14): nothing is used before its receipt is issued; nor after its end (Art. 15①). */
export function objectionsToUse(handovers: ReadonlyMap<string, Handover>, items: readonly Item[]): Objection[] {
  const settled = items.find(({ state }) => state === 'settled')
  if (settled) return [{ code: 'item-settled', article: '15①', rule: null, facts: { name: settled.name } }]
  const waiting = new Set(items.filter(({ state }) => state !== 'in custody').map(({ handoverId }) => handoverId))
  return [...waiting].map((id) => ({ code: 'receipt-not-issued', article: '14', rule: 'R-04', facts: { handover: handovers.get(id)?.purpose ?? id } }))
}

/** A name as two of them are compared: macOS takes が apart, Windows writes `\\`, and the file is the same. */
export const asCompared = (name: string): string => name.normalize('NFC').replaceAll('\\', '/')
