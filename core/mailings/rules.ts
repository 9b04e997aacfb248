import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { Reading } from '../ledger/shelf.ts'
import { objectionsToMedium } from '../media/use.ts'
import type { ArticleRef } from '../articles.ts'
import type { Objection } from '../refusal.ts'
import type { Moment } from '../words/terms.ts'
import { DAY, MINUTE, type Instant } from '../time.ts'
import type { Package } from '../packages/package.ts'
import { objectionsToLeaving, objectionsToPlain } from '../packages/rules.ts'
import { partsWritten } from '../packages/write.ts'
import { serviceOf } from './carriers.ts'
import type { DraftMailing, KeyChannel, Mailing } from './mailing.ts'
import { readTracking, type Tracking } from './tracking.ts'

/** Carriers give a number out again after a while: the same one twice within this time is a mistake. */
const NUMBERS_ARE_UNIQUE_FOR = 400 * DAY

/**
 * R-12 and R-15 (Art. 11(4), Postal Act 4): the service must be of registered-mail class, and may it carry letters? Our own
 * documents (receipts, certificates, reports) are 信書, whatever was ticked.
 */
export function objectionsToService(contract: ContractOfWork, { carrier, service, isShinsho, documentNos }: Pick<DraftMailing, 'carrier' | 'service' | 'isShinsho' | 'documentNos'>): Objection[] {
  const known = serviceOf(carrier, service)
  if (!known) return [{ code: 'service-unknown', article: '11(4)', rule: 'R-12', facts: { carrier, service } }]
  const agreed = contract.agreedServices.some((a) => a.service === service)
  const objections: Objection[] = []
  if (known.class === 'never') objections.push({ code: 'service-not-registered-class', article: '11(4)', rule: 'R-12', facts: { carrier, service } })
  if (known.class === 'by agreement' && !agreed) objections.push({ code: 'service-needs-city', article: '11(4)', rule: 'R-12', facts: { carrier, service } })
  if ((isShinsho || documentNos.length > 0) && !known.letters) objections.push({ code: 'shinsho-by-parcel', article: '11(4)', rule: 'R-15', facts: { service } })
  return objections
}

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

/** R-11 (Art. 11(3)): what travels on a medium was written to it by the desk and read back there. A warning, as long as copying by hand is the other way. */
export function objectionsToUnwritten(reading: Reading, { contentKind, medium }: Pick<DraftMailing, 'contentKind' | 'medium'>, packages: readonly Package[]): Objection<'package-not-written-there'>[] {
  if (contentKind === 'document' || medium === null) return []
  return packages.filter((sealed) => partsWritten(reading, sealed, medium).length === 0)
    .map(({ no }) => ({ code: 'package-not-written-there', article: '11(3)', rule: 'R-11', facts: { no, medium } }))
}

/** R-21 asks how a key was told; a key in an envelope is told to nobody. */
export const objectionsToTelling = (no: string, keys: number): Objection[] => (keys > 0 ? [] : [{ code: 'no-key-to-tell', article: '11(7)', rule: 'R-21', facts: { no } }])

/** R-13 (Art. 11(4)): digits, length and check digit as the service prints them. */
export function objectionsToTracking(raw: string, carrier: string, service: string): { tracking: Tracking; objections: Objection[] } {
  const shape = serviceOf(carrier, service)?.number ?? 'none'
  const tracking = readTracking(raw, shape, service)
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

/** R-18 (Art. 11(6)): no. */
export const objectionsToFax = (): Objection[] => [{ code: 'fax-prohibited', article: '11(6)', rule: 'R-18', facts: {} }]
