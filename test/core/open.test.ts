import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ofCarryOuts } from '../../core/home/cards/carryouts.ts'
import { ofImports } from '../../core/home/cards/city.ts'
import { ofCopies } from '../../core/home/cards/copies.ts'
import { ofHandovers } from '../../core/home/cards/handovers.ts'
import { ofMailings } from '../../core/home/cards/mailings.ts'
import { ofMails } from '../../core/home/cards/mails.ts'
import { ofPackages } from '../../core/home/cards/packages.ts'
import { ofPlans, ofWipes } from '../../core/home/cards/wipes.ts'
import { isOpen } from '../../core/ledger/open.ts'
import type { Kept, Kind, Reading } from '../../core/ledger/shelf.ts'
import type { PersonId } from '../../core/people/person.ts'
import { sentToThirdParties } from '../../core/provisions/sent.ts'
import type { Instant } from '../../core/time.ts'

const NOW = 1_796_000_000_000 as Instant
const at = fc.constantFrom(null, NOW - 1e9, NOW + 1e9)
const one = <T>(...of: T[]) => fc.constantFrom(...of)
const contract = { id: 'c', city: { name: '青葉野市' }, state: 'active', recipients: [{ organisation: '他社', email: 'a@b.example', exception: { cityRef: '1' } }] }

/** Things in every state, also in those that no office would come to. */
const things = fc.record({
  mailing: fc.array(fc.record({
    id: fc.uuid(), no: fc.constant('送-1'), contractId: one('c', 'd'), recipient: fc.record({ organisation: one('青葉野市', '他社'), exception: one(null, { cityRef: '1' }) }), medium: one(null, 'M1', 'M2'), packages: one([], ['p'], ['e']), packedBy: fc.constant('p1'), packedAt: fc.constant(NOW), carrier: fc.constant(''), trackingNo: fc.constant(null),
    dispatchedAt: at, expectedBy: at, keyTold: one(null, { channel: '電話' }), arrivedAt: at, arrivedTo: fc.constant(''), returnedAt: at, mediumBack: one(null, { at: NOW }), inquiries: fc.constant([]), missing: fc.constant(null), cityReceipt: fc.constant(null),
    state: one('drafted', 'checked', 'dispatched', 'inquired', 'arrived', 'received', 'returned', 'missing', 'withdrawn'),
  }).filter(({ state, dispatchedAt }) => state !== 'withdrawn' || dispatchedAt === null)),
  mail: fc.array(fc.record({ id: fc.uuid(), no: fc.constant('メ-1'), contractId: fc.constant('c'), to: one(['a@b.example'], []), package: one('p', 'e'), draftedBy: fc.constant('p1'), draftedAt: at, sentAt: at, keyTold: one(null, {}), sending: fc.constant(null), misdirected: one(null, { foundAt: NOW }), state: one('drafted', 'checked', 'sending', 'sent', 'received', 'withdrawn') })),
  package: fc.array(fc.record({ id: one('p', 'e', 'x'), no: fc.constant('梱-1'), sealedAt: fc.constant(NOW), lock: one({ envelope: null }, { envelope: {} }), state: one('sealing', 'verified', 'abandoned', 'left') }), { maxLength: 3 }),
  handover: fc.array(fc.record({ id: one('h1', 'h2'), contractId: one('c', 'd'), purpose: fc.constant(''), designated: fc.constant({ at: NOW }), actual: fc.constant(null), differences: fc.constant([]), state: one('designated', 'differs', 'checked', 'receipted') }), { maxLength: 2 }),
  issued: fc.array(fc.record({ id: fc.uuid(), contractId: fc.constant('c'), subjectId: one('h1', 'h2', 'other'), docNo: fc.constant(''), issuedAt: fc.constant(NOW), state: one('issued', 'acknowledged') })),
  plan: fc.array(fc.record({ id: fc.uuid(), no: fc.constant(''), noticeRequested: one(null, { at: NOW, dueOn: null }), submittedAt: at, plannedOn: fc.constant('2026-12-01'), decidedAt: fc.constant(NOW), targets: one([{ state: 'planned' }], [{ state: 'done' }]), state: one('decided', 'submitted', 'confirmed', 'done', 'withdrawn') })),
  wipe: fc.array(fc.record({ id: one('w1', 'w2'), contractId: fc.constant('c'), planId: fc.constant('x'), medium: fc.constant('M1'), begunAt: at, endedAt: at, operator: fc.constant('p1'), result: one(null, '合格', '例外', '不合格', '中止'), files: fc.constant(null), state: one('under way', 'to be verified', 'verified', 'certified') })),
  imported: fc.array(fc.record({ id: fc.uuid(), docNo: fc.constant(''), importedAt: fc.constant(NOW), cityReceiptNo: one('', '1'), supersededBy: one(null, 'x') })),
  'carry-out': fc.array(fc.record({ id: fc.uuid(), no: fc.constant(''), contractId: fc.constant('c'), content: fc.constant(''), destination: fc.constant(''), appliedAt: at, appliedBy: fc.constant('p2'), persons: fc.constant([]), dueAt: fc.constant(NOW), outFrom: at, reminders: fc.constant([]), returned: fc.constant(null), lost: fc.constant(null), medium: one(null, 'M1'), state: one('applied', 'approved', 'permitted', 'out', 'back', 'completed', 'rejected', 'withdrawn', 'lost') })),
  copy: fc.array(fc.record({ id: fc.uuid(), no: fc.constant(''), itemName: fc.constant(''), contractId: fc.constant('none'), requestedAt: at, requestedBy: fc.constant('p1'), approved: fc.constant(null), made: fc.constant(null), useUntil: one('2026-01-01', '2030-01-01'), state: one('requested', 'approved', 'making', 'in use', 'ended', 'declined', 'withdrawn') })),
})

const fixed: Record<string, readonly object[]> = { contract: [contract], medium: [{ no: 'M1', state: '送付中', owner: '乙' }, { no: 'M2', state: '送付中', owner: '甲' }] as object[], person: [{ id: 'p1', roles: ['supervisor'] }] as object[] }

function readingOf(lie: Record<string, readonly unknown[]>, all: boolean): Reading {
  const lists = { ...fixed, ...lie } as Record<string, readonly { id?: string; no?: string; contractId?: string }[]>
  const get = (kind: Kind, id: string) => lists[kind]?.find((thing) => (thing.id ?? thing.no) === id)
  const list = (kind: Kind, of?: string) => [...(lists[kind] ?? [])].filter((thing) => of === undefined || thing.contractId === of)
  return { get, list, open: (kind: Kind) => list(kind).filter((thing) => all || isOpen(kind, thing as unknown as Kept[Kind], { get } as unknown as Reading)) } as unknown as Reading
}

const cardsIn = (reading: Reading) => [
  ...ofMailings(reading, NOW), ...ofMails(reading), ...ofPackages(reading), ...ofHandovers(reading, NOW), ...ofPlans(reading, NOW), ...ofWipes(reading, new Set(['w1'])), ...ofImports(reading), ...ofCarryOuts(reading, NOW, 'p1' as PersonId), ...ofCopies(reading, NOW),
]

test('what is called over lays no card, whatever its state', () => {
  fc.assert(fc.property(things, (lie) => {
    expect(cardsIn(readingOf(lie, false))).toEqual(cardsIn(readingOf(lie, true)))
    expect(sentToThirdParties(readingOf(lie, false), 'c')).toEqual(sentToThirdParties(readingOf(lie, true), 'c'))
  }), { numRuns: 300 })
})

test('a parcel that came to its end is over, and one that waits for anything is not', () => {
  const ended = { state: 'received', recipient: { exception: null }, medium: 'M1', dispatchedAt: NOW, mediumBack: { at: NOW }, keyTold: {}, packages: ['p'] }
  const get = () => undefined
  const open = (over: object) => isOpen('mailing', { ...ended, ...over } as unknown as Kept['mailing'], { get })
  expect(open({})).toBe(false)
  for (const waiting of [{ state: 'arrived' }, { mediumBack: null }, { keyTold: null }, { recipient: { exception: {} } }, { state: 'missing' }]) expect(open(waiting)).toBe(true)
})
