import { acknowledgeImported, importDocuments, listImported, numberImported } from '../city/use.ts'
import type { city as asked } from '../contract/city.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const city = (world: World): DeskOf<typeof asked> => ({
  city: {
    import: (order, how) => importDocuments(world, order, how),
    number: (order) => numberImported(world, order),
    imported: ({ contractId }) => listImported(world, contractId),
    acknowledge: (order) => acknowledgeImported(world, order),
  },
})
