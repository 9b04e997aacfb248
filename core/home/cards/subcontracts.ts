import type { Reading } from '../../ledger/shelf.ts'
import { agreementIsLate, nextInspection } from '../../subcontracts/rules.ts'
import type { Subcontract } from '../../subcontracts/subcontract.ts'
import { dayOf, type Instant } from '../../time.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

/** Art. 9: an application that the city has not answered, an approval without its contract, and the day to look at the subcontractor again. */
export function ofSubcontracts(reading: Reading, now: Instant): Card[] {
  return reading.list('subcontract').flatMap((s) => [
    ...(s.state === 'applied' ? [card('out', 'approval-awaited', '9②', s.id, s.company, 'subcontracts', s.draftedAt, { no: s.no })] : []),
    ...(agreementIsLate(s, now) ? [card('overdue', 'sub-agreement-missing', '9④', s.id, s.company, 'subcontracts', s.decision?.recordedAt ?? null, { approvedOn: s.decision?.on ?? null })] : []),
    ...ofInspection(s, now),
  ])
}

/** On the day it is due, and more urgently after it. */
function ofInspection(s: Subcontract, now: Instant): Card[] {
  const next = nextInspection(s)
  if (next === null || next > dayOf(now)) return []
  return [card(next < dayOf(now) ? 'overdue' : 'todo', next < dayOf(now) ? 'inspection-late' : 'inspection-due', '9⑤', s.id, s.company, 'subcontracts', s.inspections.at(-1)?.recordedAt ?? s.decision?.recordedAt ?? null, { nextOn: next })]
}
