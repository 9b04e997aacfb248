import type { evidence as asked } from '../contract/evidence.ts'
import { packEvidence } from '../evidence/packing.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const evidence = (world: World): DeskOf<typeof asked> => ({
  evidence: {
    pack: (order, how) => packEvidence(world, order, how),
  },
})
