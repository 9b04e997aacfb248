import { openPackage } from '../packages/open.ts'
import { planSplit } from '../packages/plan.ts'
import { listPackable, listPackages, sealPackage } from '../packages/use.ts'
import { verifyPackage } from '../packages/verify.ts'
import { listWritings, writeToMedium } from '../packages/write.ts'
import type { packages as asked } from '../contract/packages.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const packages = (world: World): DeskOf<typeof asked> => ({
  packages: {
    items: ({ contractId }) => listPackable(world, contractId),
    seal: (order, how) => sealPackage(world, order, how),
    list: ({ contractId }) => listPackages(world, contractId),
    planSplit: (order) => planSplit(world, order),
    verify: (order, how) => verifyPackage(world, order, how),
    open: (order, how) => openPackage(world, order, how),
    writeToMedium: (order, how) => writeToMedium(world, order, how),
    writings: ({ contractId }) => listWritings(world, contractId),
  },
})
