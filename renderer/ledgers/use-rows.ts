import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import type { LedgerRow } from '../../core/ledgers/page.ts'
import type { RowsQuery } from '../../core/ledgers/query.ts'
import { desk } from '../desk.ts'

/** Rows are fetched so many at a time. */
export const PAGE = 100

export interface Rows { total: number | undefined; rowAt(index: number): LedgerRow | undefined; error: Error | null }

const page = (query: RowsQuery, no: number) => ({ queryKey: ['ledgers', 'page', query, no] as const, queryFn: () => desk.ledgers.page({ ...query, from: no * PAGE, count: PAGE }), gcTime: 60_000 })

/** The rows that are in sight, fetched as one scrolls; the first page also says how many there are. */
export function useRows(query: RowsQuery, first: number, last: number): Rows {
  const head = useQuery({ ...page(query, 0), placeholderData: keepPreviousData })
  const from = Math.max(1, Math.floor(first / PAGE))
  const to = Math.floor(Math.max(0, last) / PAGE)
  const numbers = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
  const pages = useQueries({ queries: numbers.map((no) => page(query, no)) })
  return {
    total: head.data?.total,
    error: head.error,
    rowAt(index) {
      const no = Math.floor(index / PAGE)
      const answer = no === 0 ? head.data : pages[no - from]?.data
      return answer?.rows[index % PAGE]
    },
  }
}
