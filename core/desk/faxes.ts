import { approveFax, declineFax, faxArrived, faxSent, listFaxes, requestFax, withdrawFax } from '../faxes/use.ts'
import type { faxes as asked } from '../contract/faxes.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const faxes = (world: World): DeskOf<typeof asked> => ({
  faxes: {
    request: (order) => requestFax(world, order), approve: (order) => approveFax(world, order), decline: (order) => declineFax(world, order), withdraw: (order) => withdrawFax(world, order),
    sent: (order) => faxSent(world, order), arrived: (order) => faxArrived(world, order), list: ({ contractId }) => listFaxes(world, contractId),
  },
})
