import type { Question, Reading } from '../../ledger/shelf.ts'
import type { Card } from '../home.ts'
import { card } from './card.ts'

const ofQuestion: Readonly<Record<Question['kind'], { article: string; leadsTo: string }>> = {
  receiving: { article: '14', leadsTo: 'handovers' }, sealing: { article: '11(3)', leadsTo: 'packages' }, writing: { article: '11(3)', leadsTo: 'packages' }, wiping: { article: '15⑤', leadsTo: 'disposals' },
  copying: { article: '11(8)', leadsTo: 'copies' },
}

/** A question about a hand-over is asked by what it was for, not by a number of ours. */
export function questions(reading: Reading, ours: ReadonlySet<string>): Card[] {
  const named = (id: string, subject: string) => reading.get('handover', id)?.purpose ?? subject
  return reading.list('question').filter(({ id }) => !ours.has(id)).map(({ id, kind, subject, at }) => card('question', `${kind}-unfinished`, ofQuestion[kind].article, id, named(id, subject), ofQuestion[kind].leadsTo, at))
}
