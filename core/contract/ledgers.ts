import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { Cell, ExportLedger, LedgerExported, LedgerHistory, LedgerPage, LedgerView, PageQuery } from '../ledgers/page.ts'
import { LedgerName } from '../ledgers/query.ts'
import { Name, Path } from '../text.ts'
import { Instant } from '../time.ts'
import { ask, job } from '../wire/operation.ts'
import { Counted, Nothing } from './orders.ts'

/** Ledgers as tables, and the ledger behind them (Art. 17). */
export const ledgers = {
  /** 台帳 as people expect them: tables that are searched, narrowed, kept and saved. */
  ledgers: {
    list: ask(z.object({ contractId: ContractId.nullable() }), z.array(z.object({ name: z.string(), total: z.number().int() }))),
    page: ask(PageQuery, LedgerPage),
    choices: ask(z.object({ ledger: LedgerName, contractId: ContractId.nullable(), column: z.string().max(40) }), z.array(z.object({ value: Cell, count: z.number().int() }))),
    history: ask(z.object({ ledger: LedgerName, id: z.string().min(1).max(200) }), LedgerHistory),
    views: ask(z.object({ ledger: LedgerName }), z.array(LedgerView)),
    saveView: ask(z.object({ ledger: LedgerName, view: LedgerView }), z.array(LedgerView)),
    dropView: ask(z.object({ ledger: LedgerName, name: Name }), z.array(LedgerView)),
    export: job(ExportLedger, Counted, LedgerExported),
  },
  ledger: {
    entries: ask(z.object({ from: z.number().int().min(0), count: z.number().int().min(1).max(1000) }), z.object({
      size: z.number(), entries: z.array(z.object({ seq: z.number(), type: z.string(), at: Instant, by: z.string().nullable(), hash: z.string(), data: z.unknown() })),
    })),
    verify: job(Nothing, Counted, z.object({ size: z.number(), root: z.string(), checkpoint: z.string(), problems: z.array(z.object({ seq: z.number(), what: z.string() })) })),
    export: job(z.object({ into: Path }), Counted, z.object({ files: z.array(z.string()), size: z.number(), root: z.string() })),
  },
}
