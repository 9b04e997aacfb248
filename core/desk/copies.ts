import { makeCopy } from '../copies/making.ts'
import { approveCopy, declineCopy, endCopy, listCopies, printCopy, requestCopy, withdrawCopy } from '../copies/use.ts'
import type { copies as asked } from '../contract/copies.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const copies = (world: World): DeskOf<typeof asked> => ({
  copies: {
    request: (order) => requestCopy(world, order), approve: (order) => approveCopy(world, order), decline: (order) => declineCopy(world, order), withdraw: (order) => withdrawCopy(world, order),
    make: (order, how) => makeCopy(world, order, how), print: (order) => printCopy(world, order), end: (order) => endCopy(world, order), list: ({ contractId }) => listCopies(world, contractId),
  },
})
