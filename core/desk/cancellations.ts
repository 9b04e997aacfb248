import { listCancellations, recordCancellation, withdrawCancellation } from '../cancellation/use.ts'
import type { cancellations as asked } from '../contract/cancellations.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const cancellations = (world: World): DeskOf<typeof asked> => ({
  cancellations: { list: ({ contractId }) => listCancellations(world, contractId), record: (order) => recordCancellation(world, order), withdraw: (order) => withdrawCancellation(world, order) },
})
