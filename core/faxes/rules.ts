import type { Objection } from '../refusal.ts'
import type { Instant } from '../time.ts'
import { objectionsToFuture, objectionsToOrder } from '../mailings/rules.ts'

/** R-18 (Art. 11(6)): no; but for an instruction of the city. */
export const objectionsToFax = (instructed: boolean): Objection[] => (instructed ? [] : [{ code: 'fax-prohibited', article: '11(6)', rule: 'R-18', facts: {} }])

/** Telephone numbers as they are dialled: nine to fifteen digits (E.164), whatever stands between them. */
export const digitsOf = (faxNo: string): string => faxNo.normalize('NFKC').replace(/\D/g, '')

/** most misdirected faxes are one digit away. Two people read the number, each for themselves. */
export function objectionsToNumber(faxNo: string, again: string): Objection[] {
  const digits = digitsOf(faxNo)
  if (digits.length < 9 || digits.length > 15) return [{ code: 'fax-number-malformed', article: '11(6)', rule: 'R-18', facts: { faxNo } }]
  return digits === digitsOf(again) ? [] : [{ code: 'fax-number-differs', article: '11(6)', rule: 'R-18', facts: {} }]
}

/** approval, test page, call, pages; in this order. */
export function objectionsToSending({ at, testPageAt, calledAt }: { at: Instant; testPageAt: Instant; calledAt: Instant }, approvedAt: Instant | null, now: Instant): Objection[] {
  return [
    ...objectionsToFuture('fax-sent', at, now, '11(6)'), ...objectionsToOrder('fax-test', testPageAt, 'fax-approved', approvedAt, '11(6)'),
    ...objectionsToOrder('fax-sent', at, 'fax-test', testPageAt, '11(6)'), ...objectionsToOrder('fax-sent', at, 'fax-call', calledAt, '11(6)'),
  ]
}
