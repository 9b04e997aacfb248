import type { Reading } from '../../ledger/shelf.ts'
import type { Loss } from '../../media/medium.ts'
import { DAY, type Instant } from '../../time.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

/** Media are counted once a month. */
const STOCK_EVERY = 31 * DAY

/** Art. 18①: what is lost stays on top until it is found, or an incident tells of it: of the loss itself, or of the carry-out that it was lost on. */
export const ofLosses = (reading: Reading): Card[] => reading.list('loss').filter((loss) => loss.found === null && !isLossTold(reading, loss)).map((loss) => card('overdue', 'medium-lost', '18①', loss.id, loss.medium, 'media', null, { items: loss.items, foundAt: loss.foundAt }))

function isLossTold(reading: Reading, { id, medium, foundAt }: Loss): boolean {
  const lostOn = reading.list('carry-out').filter((one) => one.medium === medium && one.lost?.foundAt === foundAt).map((one) => one.id as string)
  return reading.list('incident').some(({ kind, subjectId }) => kind === 'medium-lost' && (subjectId === id || lostOn.includes(subjectId)))
}

/** Art. 11(5): once a month everything is counted, and what a count found stays open until the next one comes out. */
export function ofStock(reading: Reading, now: Instant): Card[] {
  if (reading.list('medium').length === 0) return []
  const [last] = reading.list('stock-take').sort((a, b) => b.at - a.at)
  if (last && last.findings.length > 0) return [card('overdue', 'stock-differs', '11(5)', last.id, last.no, 'media', last.at, { count: last.findings.length })]
  const since = last?.at ?? Math.min(...reading.list('medium').map(({ registeredAt }) => registeredAt))
  return now - since > STOCK_EVERY ? [card('todo', 'stock-due', '11(5)', 'stock', '', 'media', last?.at ?? null)] : []
}
