import { chain } from '../custody/use.ts'
import { designate, listHandovers, listItems, lookAt, noteDifference, receive } from '../handovers/use.ts'
import { acknowledgeReceipts, issueReceipt, listReceipts, saveReceipt, showReceipt } from '../receipts/use.ts'
import type { handovers as asked } from '../contract/handovers.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const handovers = (world: World): DeskOf<typeof asked> => ({
  handovers: {
    designate: (order) => designate(world, order),
    list: ({ contractId }) => listHandovers(world, contractId),
    items: ({ handoverId }) => listItems(world, handoverId),
    look: ({ paths }) => lookAt(world, paths),
    receive: (order, how) => receive(world, order, how),
    noteDifference: (order) => noteDifference(world, order),
  },
  receipts: {
    issue: (order) => issueReceipt(world, order),
    list: ({ contractId }) => listReceipts(world, contractId),
    save: (order) => saveReceipt(world, order),
    show: (order) => showReceipt(world, order),
    acknowledge: (order) => acknowledgeReceipts(world, order),
  },
  custody: { chain: ({ itemId }) => chain(world, itemId) },
})
