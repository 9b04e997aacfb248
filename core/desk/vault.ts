import { changePassword, createVault, lockVault, recoverVault, saveKeyNotice, unlockVault } from '../vault/use.ts'
import type { vault as asked } from '../contract/vault.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const vault = (world: World): DeskOf<typeof asked> => ({
  vault: {
    status: () => world.vault.status(),
    create: (order) => createVault(world, order),
    unlock: (order) => unlockVault(world, order),
    lock: () => lockVault(world, 'asked'),
    recover: (order) => recoverVault(world, order),
    changePassword: (order) => changePassword(world, order),
    publicKeys: async () => world.vault.publicKeys(),
    saveKeyNotice: (order) => saveKeyNotice(world, order),
  },
})
