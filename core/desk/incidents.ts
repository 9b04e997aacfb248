import type { incidents as asked } from '../contract/incidents.ts'
import { beginAuditFreeze, liftAuditFreeze, listAuditFreezes } from '../incidents/auditing.ts'
import { callOffErasure, erasuresUnderWay } from '../incidents/erasures.ts'
import { standingFreezes } from '../incidents/freeze.ts'
import { reportIncident } from '../incidents/reporting.ts'
import { beginIncident, closeIncident, completeFacts, dismissIncident, firstReportLimit, liftIncidentFreeze, listIncidents, noteDeed, publishIncident, setFirstReportLimit } from '../incidents/use.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const incidents = (world: World): DeskOf<typeof asked> => ({
  incidents: {
    list: ({ contractId }) => listIncidents(world, contractId), begin: (order) => beginIncident(world, order), complete: (order) => completeFacts(world, order), note: (order) => noteDeed(world, order),
    report: (order) => reportIncident(world, order), publish: (order) => publishIncident(world, order), close: (order) => closeIncident(world, order), dismiss: (order) => dismissIncident(world, order),
    liftFreeze: (order) => liftIncidentFreeze(world, order), limit: ({ contractId }) => firstReportLimit(world, contractId), setLimit: (limit) => setFirstReportLimit(world, limit),
  },
  freezes: { standing: () => standingFreezes(world), erasures: ({ contractId }) => erasuresUnderWay(world, contractId), callOff: (order) => callOffErasure(world, order), list: ({ contractId }) => listAuditFreezes(world, contractId), begin: (order) => beginAuditFreeze(world, order), lift: (order) => liftAuditFreeze(world, order) },
})
