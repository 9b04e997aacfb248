import { answerInAudit, askInAudit, beginAudit, closeAudit, confirmFinding, correctFinding, findInAudit, holdAudit, listAudits } from '../audits/use.ts'
import type { audits as asked } from '../contract/audits.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const audits = (world: World): DeskOf<typeof asked> => ({
  audits: {
    list: ({ contractId }) => listAudits(world, contractId), begin: (order) => beginAudit(world, order), hold: (order) => holdAudit(world, order), ask: (order) => askInAudit(world, order), answer: (order) => answerInAudit(world, order),
    find: (order) => findInAudit(world, order), correct: (order) => correctFinding(world, order), confirm: (order) => confirmFinding(world, order), close: (order) => closeAudit(world, order),
  },
})
