import { CLOCK_TOLERANCE, look } from '../ledger/record.ts'
import type { Question, Reading } from '../ledger/shelf.ts'
import { integrityOf, type Integrity } from '../ledger/integrity.ts'
import { keysToTell } from '../mailings/use.ts'
import { underWay } from '../ledger/under-way.ts'
import { standing } from '../people/person.ts'
import { DAY, dayOf, type Instant } from '../time.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import type { Card, Today } from './home.ts'

/** How long a parcel may be under way before someone asks. */
const EXPECTED_ON_THE_WAY = 2 * DAY
/** Media are counted once a month. */
const STOCK_EVERY = 31 * DAY
const URGENCY: readonly Card['kind'][] = ['overdue', 'question', 'approval', 'out', 'todo', 'calm']

/** 今日: what is overdue, what is unfinished, what waits, what is out; the most urgent first, and what has no hour before what has one. Empty when all is well. */
export async function today(world: World): Promise<Today> {
  const at = world.now()
  const { personId } = signedIn(world)
  const cards = await look(world, (reading) => [
    ...ofIntegrity(integrityOf(world)), ...ofClock(reading, at), ...questions(reading, underWay(world)), ...hereFor(reading), ...ofHandovers(reading, at), ...ofPackages(reading), ...ofMailings(reading, at), ...ofMails(reading), ...ofImports(reading), ...ofLosses(reading), ...ofStock(reading, at), ...ofPlans(reading, at), ...ofWipes(reading, underWay(world)), ...ofKeys(reading),
    ...ofPeople(reading, personId),
  ])
  return { at, cards: cards.sort((a, b) => URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind) || (a.at ?? 0) - (b.at ?? 0)) }
}

const card = (kind: Card['kind'], code: string, article: string | null, subjectId: string, subject: string, leadsTo: string, at: Instant | null = null, facts: Card['facts'] = {}): Card =>
  ({ kind, code, article, subjectId, subject, facts, at, leadsTo })

const isContractor = (reading: Reading) => reading.get('office', 'office')?.organisation.kind === 'contractor'

const ofQuestion: Readonly<Record<Question['kind'], { article: string; leadsTo: string }>> = {
  receiving: { article: '14', leadsTo: 'handovers' }, sealing: { article: '11(3)', leadsTo: 'packages' }, writing: { article: '11(3)', leadsTo: 'packages' }, wiping: { article: '15⑤', leadsTo: 'disposals' },
}

/** A question about a hand-over is asked by what it was for, not by a number of ours. */
function questions(reading: Reading, ours: ReadonlySet<string>): Card[] {
  const named = (id: string, subject: string) => reading.get('handover', id)?.purpose ?? subject
  return reading.list('question').filter(({ id }) => !ours.has(id)).map(({ id, kind, subject, at }) => card('question', `${kind}-unfinished`, ofQuestion[kind].article, id, named(id, subject), ofQuestion[kind].leadsTo, at))
}

/** A ledger that is not whole is the first thing anybody has to know (Art. 17). */
function ofIntegrity(integrity: Integrity | null): Card[] {
  const [first] = integrity?.problems ?? []
  return first ? [card('overdue', 'ledger-damaged', '17①', 'ledger', '', 'ledger', null, { count: integrity?.problems.length ?? 0, seq: first.seq })] : []
}

/** a clock behind the last entry. The entry is written when the next thing happens; the warning is shown at once. */
function ofClock(reading: Reading, now: Instant): Card[] {
  const last = reading.get('clock', 'clock')?.at
  return last !== undefined && now < last - CLOCK_TOLERANCE ? [card('overdue', 'clock-behind', '17①', 'clock', '', 'ledger', last)] : []
}

/** The first steps of an office that has only just opened. */
function hereFor(reading: Reading): Card[] {
  return reading.list('contract').length === 0 ? [card('todo', 'no-contract', '1', 'contracts', '', 'contracts')] : []
}

function ofHandovers(reading: Reading, now: Instant): Card[] {
  return reading.list('handover').flatMap((h) => {
    switch (h.state) {
      case 'designated': return [card(h.designated.at < now - DAY ? 'overdue' : 'todo', h.designated.at < now - DAY ? 'handover-late' : 'handover-due', '14', h.id, h.purpose, 'handovers', h.designated.at)]
      case 'differs': return [card('overdue', 'handover-differs', '14', h.id, h.purpose, 'handovers', h.actual?.at ?? null, { count: h.differences.length })]
      case 'checked': return [card('overdue', 'receipt-due', '14', h.id, h.purpose, 'handovers', h.actual?.at ?? null)]
      case 'receipted': return receiptOf(reading, h.id, h.contractId)
    }
  })
}

function receiptOf(reading: Reading, handoverId: string, contractId: string): Card[] {
  return reading.list('issued', contractId).filter((d) => d.subjectId === handoverId && d.state !== 'acknowledged')
    .map((d) => card('out', 'acknowledgement-awaited', '14', d.id, d.docNo, 'documents', d.issuedAt))
}

function ofPackages(reading: Reading): Card[] {
  return reading.list('package').filter(({ state }) => state === 'verified').map((p) => card('todo', 'package-to-send', '11(3)', p.id, p.no, 'mailings', p.sealedAt))
}

function ofMailings(reading: Reading, now: Instant): Card[] {
  return reading.list('mailing').flatMap((m) => {
    switch (m.state) {
      case 'drafted': return [card('approval', 'shinten-awaited', '11(4)', m.id, m.no, 'mailings', m.packedAt)]
      case 'checked': return [card('todo', 'dispatch-awaited', '11(4)', m.id, m.no, 'mailings', m.packedAt)]
      case 'dispatched': return [overTheWay(m.dispatchedAt ?? now, now)
        ? card('overdue', 'parcel-not-arrived', '11(4)', m.id, m.no, 'mailings', m.dispatchedAt, { carrier: m.carrier, trackingNo: m.trackingNo })
        : card('out', 'parcel-under-way', '11(4)', m.id, m.no, 'mailings', m.dispatchedAt, { carrier: m.carrier, trackingNo: m.trackingNo })]
      case 'arrived': return m.keyTold === null && keysToTell(reading, m.packages) > 0 ? [card('todo', 'key-to-tell', '11(3)', m.id, m.no, 'mailings', m.arrivedAt)] : []
      case 'returned': case 'withdrawn': return []
    }
  })
}

const overTheWay = (since: Instant, now: Instant) => now - since > EXPECTED_ON_THE_WAY

function ofMails(reading: Reading): Card[] {
  return reading.list('mail').flatMap((m) => {
    switch (m.state) {
      case 'drafted': return [card('approval', 'recipients-to-check', '11(7)', m.id, m.no, 'mailings', m.draftedAt)]
      case 'checked': return [card('todo', 'mail-to-send', '11(7)', m.id, m.no, 'mailings', m.draftedAt)]
      case 'sent': return [m.keyTold || keysToTell(reading, [m.package]) === 0 ? card('out', 'mail-to-be-received', '11(7)', m.id, m.no, 'mailings', m.sentAt) : card('todo', 'key-to-tell', '11(7)', m.id, m.no, 'mailings', m.sentAt)]
      case 'received': case 'withdrawn': return []
    }
  })
}

/** Art. 18①: what is lost stays on top until its report is out. */
const ofLosses = (reading: Reading): Card[] => reading.list('loss').map((loss) => card('overdue', 'medium-lost', '18①', loss.id, loss.medium, 'media', null, { items: loss.items, foundAt: loss.foundAt }))

/** Art. 11(5): once a month everything is counted, and what a count found stays open until the next one comes out. */
function ofStock(reading: Reading, now: Instant): Card[] {
  if (reading.list('medium').length === 0) return []
  const [last] = reading.list('stock-take').sort((a, b) => b.at - a.at)
  if (last && last.findings.length > 0) return [card('overdue', 'stock-differs', '11(5)', last.id, last.no, 'media', last.at, { count: last.findings.length })]
  const since = last?.at ?? Math.min(...reading.list('medium').map(({ registeredAt }) => registeredAt))
  return now - since > STOCK_EVERY ? [card('todo', 'stock-due', '11(5)', 'stock', '', 'media', last?.at ?? null)] : []
}

/** Art. 15②: a plan whose notice was asked for, and one whose day has come. */
function ofPlans(reading: Reading, now: Instant): Card[] {
  return reading.list('plan').flatMap((plan) => {
    if (plan.state === 'done' || plan.state === 'withdrawn') return []
    const due = plan.noticeRequested?.dueOn
    if (plan.noticeRequested && plan.submittedAt === null) return [card(due && due < dayOf(now) ? 'overdue' : 'todo', 'notice-to-submit', '15②', plan.id, plan.no, 'disposals', plan.noticeRequested.at, { dueOn: due ?? null })]
    return plan.targets.some(({ state }) => state === 'planned' || state === 'failed')
      ? [card(plan.plannedOn < dayOf(now) ? 'overdue' : 'todo', 'disposal-due', '15②', plan.id, plan.no, 'disposals', plan.decidedAt, { plannedOn: plan.plannedOn })] : []
  })
}

/** Art. 15⑤: an erasure that waits for the other person, and one that passed and has no certificate yet. */
function ofWipes(reading: Reading, ours: ReadonlySet<string>): Card[] {
  return reading.list('wipe').flatMap((wipe) => {
    const subject = wipe.medium ?? reading.get('plan', wipe.planId)?.no ?? ''
    if (wipe.state === 'under way') return ours.has(wipe.id) ? [card('out', 'wipe-under-way', '15⑤', wipe.id, subject, 'disposals', wipe.begunAt)] : []
    if (wipe.state === 'to be verified') return [card('approval', 'wipe-to-verify', '15⑤', wipe.id, subject, 'disposals', wipe.endedAt, { result: wipe.result })]
    return wipe.state === 'verified' && wipe.result === '合格' ? [card('todo', 'certificate-due', '15⑤', wipe.id, subject, 'disposals', wipe.endedAt)] : []
  })
}

/** The city's desk: a document that still has no 収受番号. */
function ofImports(reading: Reading): Card[] {
  return reading.list('imported').filter((d) => d.cityReceiptNo === '' && d.supersededBy === null).map((d) => card('todo', 'receipt-number-missing', '14', d.id, d.docNo, 'city', d.importedAt))
}

function ofKeys(reading: Reading): Card[] {
  return reading.list('contract').filter((c) => c.counterpartKey === null && c.state === 'active').map((c) => card('todo', 'key-unregistered', '14', c.id, c.contractNo, 'contracts', c.openedAt))
}

function ofPeople(reading: Reading, me: string): Card[] {
  if (!isContractor(reading)) return []
  return reading.list('person').filter((p) => standing(p) !== '従事可' && (p.loginId !== null || p.id === me))
    .map((p) => card('todo', 'person-not-ready', p.trainings.length === 0 ? '7' : '8②', p.id, p.name, 'people', p.registeredAt, { standing: standing(p) }))
}
