import { agreeSubcontract, applySubcontract, decideSubcontract, draftSubcontract, endSubcontract, inspectSubcontractor, listSubcontracts, reviseSubcontract, startSubcontract, withdrawSubcontract } from '../subcontracts/use.ts'
import type { subcontracts as asked } from '../contract/subcontracts.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const subcontracts = (world: World): DeskOf<typeof asked> => ({
  subcontracts: {
    draft: (order) => draftSubcontract(world, order), revise: (order) => reviseSubcontract(world, order), apply: (order) => applySubcontract(world, order), decide: (order) => decideSubcontract(world, order),
    agree: (order) => agreeSubcontract(world, order), start: (order) => startSubcontract(world, order), inspect: (order) => inspectSubcontractor(world, order), end: (order) => endSubcontract(world, order),
    withdraw: (order) => withdrawSubcontract(world, order), list: ({ contractId }) => listSubcontracts(world, contractId),
  },
})
