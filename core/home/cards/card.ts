import type { Reading } from '../../ledger/shelf.ts'
import type { Instant } from '../../time.ts'
import type { Card } from '../home.ts'

export const card = (kind: Card['kind'], code: string, article: string | null, subjectId: string, subject: string, leadsTo: string, at: Instant | null = null, facts: Card['facts'] = {}, doneBy: string | null = null): Card =>
  ({ kind, code, article, subjectId, subject, facts, at, leadsTo, doneBy })

export const isContractor = (reading: Reading) => reading.get('office', 'office')?.organisation.kind === 'contractor'
