import { count } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What went wrong (Art. 18①). */
export const incidents = {
  'incident-drafted': ({ incident }, shelf) => {
    shelf.put('incident', incident.id, incident, incident.contractId)
    count(shelf, `incident:${incident.contractId}`)
  },
} satisfies Projectors
