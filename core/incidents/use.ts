import { contractNamed } from '../contracts/use.ts'
import { look } from '../ledger/record.ts'
import type { World } from '../world.ts'
import type { IncidentDraft } from './incident.ts'

/** The drafts of a contract, the newest first. */
export const listIncidents = (world: World, contractId: string): Promise<IncidentDraft[]> =>
  look(world, (reading) => reading.list('incident', contractNamed(reading, contractId).id).sort((a, b) => b.draftedAt - a.draftedAt))
