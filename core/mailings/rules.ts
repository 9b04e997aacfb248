import type { Reading } from '../ledger/shelf.ts'
import { objectionsToMedium } from '../media/use.ts'
import type { ArticleRef } from '../articles.ts'
import type { Objection } from '../refusal.ts'
import type { Moment } from '../words/terms.ts'
import { sameWords } from '../text.ts'
import { DAY, MINUTE, type Instant } from '../time.ts'
import { sameSerial } from '../wipes/rules.ts'
import type { Package } from '../packages/package.ts'
import { objectionsToLeaving, objectionsToPlain } from '../packages/rules.ts'
import { partsWritten } from '../packages/write.ts'
import type { DraftMailing, KeyChannel, Mailing } from './mailing.ts'
import type { ServiceLine } from './service.ts'
import { readTracking, type Tracking } from './tracking.ts'

/** Carriers give a number out again after a while: the same one twice within this time is a mistake. */
const NUMBERS_ARE_UNIQUE_FOR = 400 * DAY

/** What lies on a medium that is about to travel: packages that are not there as verified, and files that are no package. */
export interface OnMedium { absent: readonly Package[]; plain: readonly string[] }

/** R-11 and R-17 (Art. 11(3), (5)): a registered medium, the verified packages on it, and nothing plain beside them. */
export function objectionsToContent(reading: Reading, { contentKind, medium, mediumFolder }: Pick<DraftMailing, 'contentKind' | 'medium' | 'mediumFolder'>, packages: readonly Package[], { absent, plain }: OnMedium): Objection[] {
  const objections: Objection[] = medium === null ? [] : objectionsToMedium(reading, medium)
  if (contentKind === 'document') return medium === null ? objections : [...objections, { code: 'medium-with-document', article: '11(3)', rule: 'R-11', facts: { no: medium } }]

  if (medium === null || mediumFolder === null) objections.push({ code: 'medium-folder-missing', article: '11(3)', rule: 'R-11', facts: {} })
  if (packages.length === 0) objections.push({ code: 'nothing-sealed-on-medium', article: '11(3)', rule: 'R-11', facts: {} })
  objections.push(...objectionsToLeaving(packages))
  for (const { no } of absent) objections.push({ code: 'package-not-on-medium', article: '11(3)', rule: 'R-11', facts: { no, folder: mediumFolder ?? '' } })
  return [...objections, ...objectionsToPlain(plain)]
}

/**
 * R-11, R-17 (Art. 11(3), (5)): what travels on a medium was written to it by the desk and read back there, or two people vouch that what was
 * copied lies on this very medium, by the serial number on its label.
 */
export function objectionsToUnwritten(reading: Reading, { contentKind, medium: no, copied }: Pick<DraftMailing, 'contentKind' | 'medium'> & { copied: { serial: string } | null }, packages: readonly Package[]): Objection[] {
  const medium = no === null ? undefined : reading.get('medium', no)
  if (contentKind === 'document' || !medium) return []
  const unwritten = packages.filter((sealed) => partsWritten(reading, sealed, medium.no).length === 0)
  if (unwritten.length === 0) return []
  if (!copied) return unwritten.map((sealed) => ({ code: 'package-not-written-there', article: '11(3)', rule: 'R-11', facts: { no: sealed.no, medium: medium.no } }))
  return sameSerial(copied.serial, medium.serial) ? [] : [{ code: 'medium-serial-differs', article: '11(5)', rule: 'R-17', facts: { no: medium.no, expected: medium.serial, found: copied.serial } }]
}

/** Packages on this medium of which no record says that the desk wrote them there. */
export const unwrittenOf = (reading: Reading, { medium }: Pick<DraftMailing, 'medium'>, packages: readonly Package[]): Package[] =>
  packages.filter((sealed) => medium !== null && partsWritten(reading, sealed, medium).length === 0)

/** Art. 11(4): a seal is broken once, so its number closes one parcel of a contract. One that was withdrawn before anybody saw it closed counts for nothing. */
export function objectionsToSeal(sealNo: string, others: readonly Mailing[]): Objection[] {
  const earlier = sealNo === '' ? undefined : others.find((other) => sameWords(other.sealNo, sealNo) && (other.state !== 'withdrawn' || other.shinten !== null))
  return earlier ? [{ code: 'seal-used-before', article: '11(4)', rule: null, facts: { sealNo, mailing: earlier.no } }] : []
}

/** R-14 (Art. 11(4)): the second person reads the seal's number themself, and compares the contents with the slip. */
export function objectionsToPacking({ no, sealNo }: Pick<Mailing, 'no' | 'sealNo'>, seen: { sealNo: string; contentsCompared: boolean }): Objection[] {
  const objections: Objection[] = []
  if (!sameWords(sealNo, seen.sealNo)) objections.push({ code: 'seal-differs', article: '11(4)', rule: 'R-14', facts: { mailing: no, expected: sealNo, read: seen.sealNo } })
  if (!seen.contentsCompared) objections.push({ code: 'contents-not-compared', article: '11(4)', rule: 'R-14', facts: { mailing: no } })
  return objections
}

/** R-21 asks how a key was told; a key in an envelope is told to nobody. */
export const objectionsToTelling = (no: string, keys: number): Objection[] => (keys > 0 ? [] : [{ code: 'no-key-to-tell', article: '11(7)', rule: 'R-21', facts: { no } }])

/** R-13 (Art. 11(4)): digits, length and check digit as the service prints them. */
export function objectionsToTracking(raw: string, service: ServiceLine | undefined): { tracking: Tracking; objections: Objection[] } {
  const shape = service?.number ?? 'none'
  const tracking = readTracking(raw, shape, service?.service)
  const { digits, problem } = tracking
  switch (problem) {
    case null: return { tracking, objections: [] }
    case 'malformed': return { tracking, objections: [{ code: 'tracking-malformed', article: '11(4)', rule: 'R-13', facts: { digits, expects: shape } }] }
    case 'check-digit': return { tracking, objections: [{ code: 'tracking-check-digit', article: '11(4)', rule: 'R-13', facts: { digits } }] }
    case 'placeholder': return { tracking, objections: [{ code: 'tracking-placeholder', article: '11(4)', rule: 'R-13', facts: { digits } }] }
  }
}

/** R-16 (Art. 11(4)): one number, one parcel, within the contract. */
export function objectionsToNumberUsed(digits: string, mailing: Mailing, others: readonly Mailing[], now: Instant): Objection[] {
  const earlier = others.find((other) => other.id !== mailing.id && other.trackingNo === digits && now - (other.dispatchedAt ?? now) < NUMBERS_ARE_UNIQUE_FOR)
  return earlier ? [{ code: 'tracking-used-before', article: '11(4)', rule: 'R-16', facts: { digits, mailing: earlier.no } }] : []
}

/** R-14 (Art. 11(4)): nothing is dispatched before a second person has seen the 親展 mark. */
export function objectionsToDispatch(mailing: Mailing): Objection[] {
  if (mailing.state === 'drafted' || !mailing.shinten) return [{ code: 'shinten-not-confirmed', article: '11(4)', rule: 'R-14', facts: { mailing: mailing.no } }]
  return mailing.state === 'checked' ? [] : [{ code: 'state-does-not-allow', article: '11(4)', rule: null, facts: { is: mailing.state, act: 'dispatch' } }]
}

/** R-21 (Art. 11(7)): never the way the package went; another mail only with the city's consent. */
export function objectionsToKeyChannel(channel: KeyChannel, excused: boolean): Objection[] {
  if (channel === '同じメール') return [{ code: 'key-by-same-mail', article: '11(7)', rule: 'R-21', facts: {} }]
  if (channel === '別のメール' && !excused) return [{ code: 'key-by-other-mail', article: '11(7)', rule: 'R-21', facts: {} }]
  return []
}

/** §0.2 of the trade: what follows cannot have happened before. Minutes are what clerks type. */
export function objectionsToOrder(what: Moment, at: Instant, earlier: Moment, than: Instant | null, article: ArticleRef): Objection[] {
  const before = than !== null && Math.floor(at / MINUTE) < Math.floor(than / MINUTE)
  return before ? [{ code: 'before-its-time', article, rule: null, facts: { what, earlier } }] : []
}

/** Nothing is recorded that lies ahead; clocks of two desks may differ by minutes. */
export function objectionsToFuture(what: Moment, at: Instant, now: Instant, article: ArticleRef): Objection[] {
  return at > now + 5 * MINUTE ? [{ code: 'time-in-future', article, rule: null, facts: { what } }] : []
}

