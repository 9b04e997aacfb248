import { dropFactor, offerFactor, requireFactor, setFactor } from '../vault/second-factor.ts'
import { changePassword, createVault, lockVault, ownAccess, recoverVault, renewRecoveryKey, saveKeyNotice, statusOf, unlockVault } from '../vault/use.ts'
import { rescueLedger } from '../vault/rescuing.ts'
import type { vault as asked } from '../contract/vault.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const vault = (world: World): DeskOf<typeof asked> => ({
  vault: {
    status: () => statusOf(world),
    create: (order) => createVault(world, order),
    unlock: (order) => unlockVault(world, order),
    lock: () => lockVault(world, 'asked'),
    recover: (order) => recoverVault(world, order),
    rescue: (order, how) => rescueLedger(world, order, how),
    changePassword: (order) => changePassword(world, order),
    access: () => ownAccess(world),
    offerFactor: (order) => offerFactor(world, order),
    setFactor: (order) => setFactor(world, order),
    dropFactor: (order) => dropFactor(world, order),
    requireFactor: (order) => requireFactor(world, order),
    renewRecoveryKey: (order) => renewRecoveryKey(world, order),
    publicKeys: async () => world.vault.publicKeys(),
    saveKeyNotice: (order) => saveKeyNotice(world, order),
  },
})
