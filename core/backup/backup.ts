import * as z from 'zod'
import { PersonId } from '../people/person.ts'
import { Path, Secret, Sha256 } from '../text.ts'
import { Instant } from '../time.ts'
import { LoginId } from '../vault/vault.ts'

export const BackupId = z.string().min(1).max(64).brand<'BackupId'>()
export type BackupId = z.infer<typeof BackupId>

/** How many entries a ledger has, and the leaf hash of the last one. */
export const LedgerHead = z.object({ size: z.number().int().nonnegative(), hash: z.string() })
export type LedgerHead = z.infer<typeof LedgerHead>

/** 定期バックアップの設定: where to, at which time of day (JST), how many generations stay. */
export const BackupPlan = z.object({ folder: Path, at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), keep: z.number().int().min(2).max(365) })
export type BackupPlan = z.infer<typeof BackupPlan>

/** What a backup says of itself before anything of it is opened. `vault` is the log's name; `entries` how long the ledger was. */
export const BackupHeader = z.object({ vault: z.string(), generation: z.number().int().positive(), madeAt: Instant, entries: z.number().int().nonnegative() })
export type BackupHeader = z.infer<typeof BackupHeader>
/** A file in a folder that is a backup, of whatever vault. */
export const BackupFile = BackupHeader.extend({ path: z.string(), name: z.string(), bytes: z.number().int() })
export type BackupFile = z.infer<typeof BackupFile>

/** A backup that was written, read back and put together again before it got its name. */
export const MadeBackup = z.object({
  path: z.string(), name: z.string(), bytes: z.number().int(), sha256: Sha256, head: LedgerHead, checkpoint: z.string(), files: z.number().int(),
  readBack: z.enum(['uncached', 'cached']), at: Instant,
})
export type MadeBackup = z.infer<typeof MadeBackup>

/** Why a backup was not made, or is none. */
export const BackupTrouble = z.enum([
  'folder-missing', 'generations-missing', 'disk-full', 'read-only', 'target-exists', 'file-too-large-for-disk', 'disk-failed', 'ledger-damaged', 'source-changed',
  'not-a-backup', 'backup-newer', 'backup-damaged', 'backup-missing', 'backup-unreadable', 'wrong-vault', 'witness-not-ours', 'not-as-written', 'interrupted', 'called-off', 'failed',
])
export type BackupTrouble = z.infer<typeof BackupTrouble>

/** One making of a backup: begun before the first byte, ended when it was put together again from what was written. */
export const Backup = z.object({
  id: BackupId, generation: z.number().int().positive(), asked: z.enum(['by-hand', 'by-plan']), folder: z.string(), begunAt: Instant,
  state: z.enum(['begun', 'made', 'failed']), made: MadeBackup.nullable(), failed: z.object({ why: BackupTrouble, path: z.string(), at: Instant }).nullable(),
  /** The file went when newer generations stood. */
  removedAt: Instant.nullable(),
  /** Older generations stayed beside it, because evidence was kept: the numbers of the incidents and audits. */
  keptFor: z.array(z.string()).optional(),
})
export type Backup = z.infer<typeof Backup>

/** 今日 reads this and not the work of years: the plan, the last good one, and what came of the last try. `generation`: the highest that was given out. */
export interface Backups { plan: BackupPlan | null; plannedAt: Instant | null; generation: number; lastMade: Backup | null; lastTried: Backup | null; restored: Restored | null; numbersSaid?: { restoringId: string; admitted: number } | null }

/** What we know of the ledger from elsewhere than the backup. `relation`: how the backup stands to it. */
export const KnownHead = z.object({
  source: z.enum(['present-vault', 'last-locked', 'newer-backup', 'witness']), where: z.string(), entries: z.number().int(), at: Instant.nullable(),
  relation: z.enum(['contained', 'behind', 'forked']),
})
export type KnownHead = z.infer<typeof KnownHead>

/** 復元: what the restored ledger says first. `missing`: so many entries after `head` are known to have been and are gone. */
export const Restored = z.object({
  id: z.string(), from: BackupHeader.extend({ name: z.string(), head: LedgerHead }), by: PersonId, at: Instant, how: z.enum(['recovery-key', 'password']),
  missing: z.number().int().nonnegative(), forked: z.boolean(), known: KnownHead.array(), confirmation: z.string().nullable(), movedAside: z.string().nullable(),
  /** The city was told that the ledger was set back. `lost`: as many entries as were said to be lost, where that is more than was known here. */
  told: z.object({ cityRef: z.string(), at: Instant, lost: z.number().int().nonnegative().nullable().default(null) }).nullable(),
})
export type Restored = z.infer<typeof Restored>

export const BackupProgress = z.object({ phase: z.enum(['writing', 'checking', 'restoring']), bytesDone: z.number(), bytesTotal: z.number() })
export type BackupProgress = z.infer<typeof BackupProgress>

/** Opens a backup on a machine that has nothing else: the printed key with a new password for an ID, or an ID with its password. */
export const Opening = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('recovery-key'), recoveryKey: Secret, loginId: LoginId, newPassword: Secret }),
  z.object({ kind: z.literal('password'), loginId: z.string().min(1).max(64), password: Secret }),
])
export type Opening = z.infer<typeof Opening>

export const RestoreOrder = z.object({
  path: Path, opening: Opening,
  /** A checkpoint that somebody else keeps: the ledger was at least so long. */
  witness: Path.nullable(),
  /** What the refusal asked to be typed. */
  confirmation: z.string().max(100).nullable(),
})
export type RestoreOrder = z.infer<typeof RestoreOrder>
