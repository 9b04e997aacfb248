import * as z from 'zod'
import { Name, Path } from '../text.ts'
import { Instant } from '../time.ts'
import { RowsQuery } from './query.ts'

export const Cell = z.union([z.string(), z.number(), z.null()])

/** Rows from … on; the first is 0. */
export const PageQuery = RowsQuery.extend({ from: z.number().int().min(0).default(0), count: z.number().int().min(1).max(500).default(100) })
export type PageQuery = z.output<typeof PageQuery>

/** Cells in the order of the definition's columns. `leadsTo`: where in the window the thing is worked on. */
export const LedgerRow = z.object({ id: z.string(), cells: z.array(Cell), leadsTo: z.string().nullable() })
export type LedgerRow = z.infer<typeof LedgerRow>
export const LedgerPage = z.object({ total: z.number().int(), rows: z.array(LedgerRow) })
export type LedgerPage = z.infer<typeof LedgerPage>

/** 履歴: what happened to the thing of a row, oldest first, and the documents that speak of it. */
export const LedgerHistory = LedgerRow.extend({
  lines: z.array(z.object({
    seq: z.number().int(), type: z.string(), at: Instant, by: z.string().nullable(), hash: z.string(), article: z.string().nullable(), rules: z.array(z.string()),
    /** Who confirmed it beside whoever recorded it. */
    confirmedBy: z.string().nullable(),
    exception: z.object({ cityRef: z.string(), reason: z.string(), second: z.string() }).nullable(),
  })),
  documents: z.array(z.object({ id: z.string(), docNo: z.string(), form: z.string(), issuedAt: Instant, state: z.string() })),
})
export type LedgerHistory = z.infer<typeof LedgerHistory>

/** A way of looking that someone wants to come back to. */
export const LedgerView = z.object({ name: Name, search: RowsQuery.shape.search, filters: RowsQuery.shape.filters, sort: RowsQuery.shape.sort, columns: z.array(z.string().max(40)).max(64) })
export type LedgerView = z.infer<typeof LedgerView>

/** 保存: rows of a ledger into a file. Columns in the order that is wanted; none named means all. */
export const ExportLedger = RowsQuery.extend({ format: z.enum(['pdf', 'csv-utf8', 'csv-cp932', 'xlsx']), columns: z.array(z.string().max(40)).max(64).default([]), into: Path })
export type ExportLedger = z.output<typeof ExportLedger>
/** `replaced`: characters that CP932 lacks, written as 〓 and listed in the file. */
export const LedgerExported = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('exported'), path: z.string(), rows: z.number().int(), replaced: z.array(z.string()) }),
  z.object({ outcome: z.literal('abandoned') }),
])
export type LedgerExported = z.infer<typeof LedgerExported>
