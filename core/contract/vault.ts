import * as z from 'zod'
import { Path } from '../text.ts'
import { ChangePassword, CreateVault, PublicKeys, Recover, Unlock, VaultCreated, VaultStatus } from '../vault/vault.ts'
import { ask } from '../wire/operation.ts'
import { Nothing } from './orders.ts'

/** The vault and its keys. */
export const vault = {
  vault: {
    status: ask(Nothing, VaultStatus),
    create: ask(CreateVault, VaultCreated),
    unlock: ask(Unlock, VaultStatus),
    lock: ask(Nothing, VaultStatus),
    recover: ask(Recover, VaultStatus),
    changePassword: ask(ChangePassword, Nothing),
    publicKeys: ask(Nothing, PublicKeys),
    /** Writes the 公開鍵届 (JSON and p7s) into a folder. */
    saveKeyNotice: ask(z.object({ into: Path }), z.object({ paths: z.array(z.string()) })),
  },
}
