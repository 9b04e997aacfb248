import type * as z from 'zod'
import { activeContract, contractNamed } from '../contracts/use.ts'
import { look, record } from '../ledger/record.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import type { DecideProcedure, ReportingProcedure } from './procedure.ts'

/** 報告手順の策定 (Art. 16①): the procedure that holds from now on; what held before stays in the ledger. */
export async function decideProcedure(world: World, order: z.output<typeof DecideProcedure>): Promise<ReportingProcedure> {
  const procedure: ReportingProcedure = { ...order, decidedBy: signedIn(world).personId, decidedAt: world.now() }
  return record(world, (reading) => {
    activeContract(reading, order.contractId)
    return { entries: [{ type: 'reporting-procedure-decided', data: { procedure } }], answer: () => procedure }
  })
}

export const procedureOf = (world: World, { contractId }: { contractId: string }): Promise<ReportingProcedure | null> =>
  look(world, (reading) => reading.get('reporting-procedure', contractNamed(reading, contractId).id) ?? null)
