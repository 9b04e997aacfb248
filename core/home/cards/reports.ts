import type { Reading } from '../../ledger/shelf.ts'
import { overdueReports } from '../../reports/due.ts'
import type { Instant } from '../../time.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

/** Art. 16②: a month whose report was promised and has not been issued. */
export function ofReports(reading: Reading, now: Instant): Card[] {
  return overdueReports(reading, now).map(({ contract, period, dueOn, late }) => card(late ? 'overdue' : 'todo', 'report-due', '16②', contract.id, contract.contractNo, 'reports', null, { from: period.from, to: period.to, dueOn }))
}
