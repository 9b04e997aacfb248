import { continueNumbers } from '../backup/continuing-numbers.ts'
import { makeBackup } from '../backup/making.ts'
import { restoreVault } from '../backup/restoring.ts'
import { listBackups, readBackup, setPlan, stateOf, tellCity, verifyBackup } from '../backup/use.ts'
import type { backup as asked } from '../contract/backup.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const backup = (world: World): DeskOf<typeof asked> => ({
  backup: {
    state: () => stateOf(world),
    setPlan: (order) => setPlan(world, order),
    make: (order, how) => makeBackup(world, order, how),
    verify: (order, how) => verifyBackup(world, order, how),
    list: (order) => listBackups(world, order),
    read: (order) => readBackup(world, order),
    restore: (order, how) => restoreVault(world, order, how),
    tellCity: (order) => tellCity(world, order),
    continueNumbers: async (order) => { await continueNumbers(world, order); return stateOf(world) },
  },
})
