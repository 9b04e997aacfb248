import { listExceptions } from '../exceptions/use.ts'
import { applyProvision, consentProvision, listProvisions, provide, refuseProvision, withdrawProvision } from '../provisions/use.ts'
import type { provisions as asked } from '../contract/provisions.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const provisions = (world: World): DeskOf<typeof asked> => ({
  provisions: {
    apply: (order) => applyProvision(world, order), consent: (order) => consentProvision(world, order), refuse: (order) => refuseProvision(world, order), provide: (order) => provide(world, order),
    withdraw: (order) => withdrawProvision(world, order), list: ({ contractId }) => listProvisions(world, contractId),
  },
  exceptions: { list: ({ contractId }) => listExceptions(world, contractId) },
})
