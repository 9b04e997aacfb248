import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'

/** What a column must hold: one of these (null: a blank), or something from … to, both included. */
export const Filter = z.union([
  z.object({ column: z.string().max(40), oneOf: z.array(z.union([z.string().max(1000), z.number(), z.null()])).min(1).max(200) }),
  z.object({ column: z.string().max(40), from: z.union([z.string().max(40), z.number(), z.null()]), to: z.union([z.string().max(40), z.number(), z.null()]) }),
])
export type Filter = z.infer<typeof Filter>

export const LedgerName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

/** Which rows, in which order. Unsorted means newest first. */
export const RowsQuery = z.object({
  ledger: LedgerName,
  /** Rows of one contract, with those of the whole office where the ledger is the office's own; null: all. */
  contractId: ContractId.nullable().default(null),
  search: z.string().max(500).default(''),
  filters: z.array(Filter).max(20).default([]),
  sort: z.object({ column: z.string().max(40), descending: z.boolean() }).nullable().default(null),
})
export type RowsQuery = z.infer<typeof RowsQuery>
