import * as z from 'zod'
import { Path } from '../text.ts'
import { DropFactor, FactorSet, OfferedFactor, OfferFactor, RequireFactor, SetFactor } from '../vault/second-factor.ts'
import { Access, ChangePassword, CreateVault, PublicKeys, Recover, RecoveryKeyRenewed, RenewRecoveryKey, Unlock, VaultCreated, VaultStatus } from '../vault/vault.ts'
import { LedgerRescued, RescueLedger } from '../vault/rescue.ts'
import { ask, job } from '../wire/operation.ts'
import { Counted, Nothing } from './orders.ts'

/** The vault and its keys. */
export const vault = {
  vault: {
    status: ask(Nothing, VaultStatus),
    create: ask(CreateVault, VaultCreated),
    unlock: ask(Unlock, VaultStatus),
    lock: ask(Nothing, VaultStatus),
    recover: ask(Recover, VaultStatus),
    /** Out of a damaged ledger, what can still be read. */
    rescue: job(RescueLedger, Counted, LedgerRescued),
    changePassword: ask(ChangePassword, Nothing),
    /** How one's own way in is kept. */
    access: ask(Nothing, Access),
    offerFactor: ask(OfferFactor, OfferedFactor),
    setFactor: ask(SetFactor, FactorSet),
    dropFactor: ask(DropFactor, Nothing),
    requireFactor: ask(RequireFactor, z.object({ required: z.boolean() })),
    renewRecoveryKey: ask(RenewRecoveryKey, RecoveryKeyRenewed),
    publicKeys: ask(Nothing, PublicKeys),
    /** Writes the 公開鍵届 (JSON and p7s) into a folder. */
    saveKeyNotice: ask(z.object({ into: Path }), z.object({ paths: z.array(z.string()) })),
  },
}
