import * as z from 'zod'
import { Backup, BackupFile, BackupProgress, Restored, RestoreOrder } from '../backup/backup.ts'
import { ContinueNumbers } from '../backup/continuing-numbers.ts'
import { BackupState, BackupVerdict, SetBackupPlan, TellCity } from '../backup/use.ts'
import { Path } from '../text.ts'
import { VaultStatus } from '../vault/vault.ts'
import { ask, job } from '../wire/operation.ts'
import { Nothing } from './orders.ts'

const Abandoned = z.object({ outcome: z.literal('abandoned') })

/** Backups of the vault, and how one comes back from them. */
export const backup = {
  backup: {
    state: ask(Nothing, BackupState),
    setPlan: ask(SetBackupPlan, BackupState),
    /** Null: into the folder of the plan. */
    make: job(z.object({ folder: Path.nullable() }), BackupProgress, z.discriminatedUnion('outcome', [z.object({ outcome: z.literal('made'), backup: Backup }), Abandoned])),
    verify: job(z.object({ path: Path }), BackupProgress, BackupVerdict),
    list: ask(z.object({ folder: Path }), z.array(BackupFile)),
    /** What a file says of itself, before anybody is signed in. */
    read: ask(z.object({ path: Path }), BackupFile),
    restore: job(RestoreOrder, BackupProgress, z.discriminatedUnion('outcome', [z.object({ outcome: z.literal('restored'), restored: Restored, status: VaultStatus }), Abandoned])),
    tellCity: ask(TellCity, BackupState),
    continueNumbers: ask(ContinueNumbers, BackupState),
  },
}
