import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { Drive } from '../media/drive.ts'
import { MediumNo } from '../media/medium.ts'
import { ItemId } from '../handovers/item.ts'
import { CoSigner } from '../people/exception.ts'
import { PersonId } from '../people/person.ts'
import { Lines, Name, Path, Sha256, Text } from '../text.ts'
import { Instant } from '../time.ts'
import { CommandGiven, DriveMethod, OtherProgram } from './drive-commands.ts'
import { FileFinding, FileSetWipe, FileWipeOrder, WipeLimit } from './files.ts'
import { Checkpoint, Pattern, ReadBack, WipeOutcome } from './overwrite.ts'
import { Method, PlanId } from './plan.ts'

export const WipeId = z.string().min(1).max(64).brand<'WipeId'>()
export type WipeId = z.infer<typeof WipeId>

/** Only 合格 certifies an erasure. 例外: everything but the listed sectors. 中止: called off or interrupted. */
export const Result = z.enum(['合格', '例外', '不合格', '中止'])
export type Result = z.infer<typeof Result>

export const Witness = z.object({ organisation: Name, name: Name })
export type Witness = z.infer<typeof Witness>

/** Art. 15④: how something was made unreadable for good, and what shows it. */
export const Destruction = z.object({
  how: z.enum(['破砕', '穿孔', '裁断', '溶解', '焼却', '磁気消去']), at: Instant, place: Name, performedBy: Name, outsourcer: Text, manifestNo: Text,
  photos: z.array(z.object({ name: z.string(), sha256: Sha256, blob: z.string(), when: z.enum(['前', '後']) })).max(50),
})
export type Destruction = z.infer<typeof Destruction>

/** One erasure: who did what to which medium, and what came of it. */
export const Wipe = z.object({
  id: WipeId,
  contractId: ContractId,
  planId: PlanId,
  targetNo: z.number().int(),
  medium: MediumNo.nullable(),
  /** As it was read immediately before the first byte. */
  drive: Drive.nullable(),
  method: Method,
  pattern: Pattern.nullable(),
  readBack: ReadBack,
  operator: PersonId,
  witness: Witness.nullable(),
  /** The tile's seed, sealed in the vault: with it anybody can read back again, or forge. */
  seedBlob: z.string().nullable(),
  begunAt: Instant,
  endedAt: Instant.nullable(),
  checkpoint: Checkpoint.nullable(),
  /** What the engine reported at the end. */
  run: WipeOutcome.nullable(),
  destruction: Destruction.nullable(),
  remarks: Lines,
  result: Result.nullable(),
  verified: z.object({ by: PersonId, at: Instant, again: WipeOutcome.nullable(), witnessConfirmed: z.boolean() }).nullable(),
  /** Of the certificate that it stands on, or of the report if it did not pass. */
  certificateNo: z.string().nullable(),
  state: z.enum(['under way', 'to be verified', 'verified', 'certified']),
  /** The program that erased, with its version; null where another did, or nobody wrote it down. */
  software: z.string().nullable().default(null),
  /** What stands in place of a run on a whole medium: files one by one, the drive's own command, another program's log. */
  files: FileSetWipe.nullable().default(null),
  command: CommandGiven.nullable().default(null),
  external: OtherProgram.nullable().default(null),
  /** Of items in the vault: those whose sealed file is still there. null until it has ended, and for every other method. */
  itemsLeft: z.array(ItemId).max(100_000).nullable().default(null),
})
export type Wipe = z.infer<typeof Wipe>

/**
 * 実施: which line of which plan, on which drive. The serial number is typed when the desk asks for it last; who has no window says it
 * here (`typedSerial`). A second person signs where the class asks for it. `resume` goes on with a wipe that an interruption ended.
 */
export const RunWipe = z.object({
  planId: PlanId, targetNo: z.number().int().positive(), drivePath: z.string().min(1).max(1000), typedSerial: z.string().max(200).nullable().default(null), readBack: ReadBack,
  witness: Witness.nullable(), second: CoSigner.nullable(), resume: WipeId.nullable(),
})
export type RunWipe = z.infer<typeof RunWipe>

export const Wiped = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('ended'), wipe: Wipe }),
  z.object({ outcome: z.literal('abandoned'), wipe: Wipe }),
  /** Whoever was asked last thought better of it: nothing was begun. */
  z.object({ outcome: z.literal('not confirmed'), wipe: z.null() }),
])
export type Wiped = z.infer<typeof Wiped>

/** 確認 by another person, who may have everything read back again from the drive. */
export const VerifyWipe = z.object({ wipeId: WipeId, drivePath: z.string().max(1000).nullable(), second: CoSigner.nullable(), witnessConfirmed: z.boolean() })
export type VerifyWipe = z.infer<typeof VerifyWipe>

/** 物理破壊の記録 (Art. 15④, F-31). */
export const RecordDestruction = z.object({
  planId: PlanId, targetNo: z.number().int().positive(), how: Destruction.shape.how, at: Instant, place: Name, performedBy: Name, outsourcer: Text, manifestNo: Text,
  photos: z.array(z.object({ path: Path, when: z.enum(['前', '後']) })).max(50), witness: Witness.nullable(), remarks: Lines,
})
export type RecordDestruction = z.infer<typeof RecordDestruction>

const ofLine = { planId: PlanId, targetNo: z.number().int().positive() }
const alone = { witness: Witness.nullable(), second: CoSigner.nullable() }

/** What would be wiped, and what stands in its way: looked at before anybody decides. Nothing is changed by it. */
export const LookAtFiles = z.object(ofLine)
export type LookAtFiles = z.infer<typeof LookAtFiles>
export const FilesSeen = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('seen'), names: z.number().int(), files: z.number().int(), bytes: z.number().int(), sha256: Sha256, limits: z.array(WipeLimit),
    findings: z.array(z.object({ path: z.string(), finding: FileFinding })).max(1000), findingsMore: z.number().int(),
  }),
  z.object({ outcome: z.literal('abandoned') }),
])
export type FilesSeen = z.infer<typeof FilesSeen>

/**
 * ファイル単位の消去 (Art. 15): lists again first. `listSha256` of what was looked at: whatever has changed since stops it. Names elsewhere
 * (hard links) and what its owner locked are left unless said otherwise; `freeSpace` fills the volumes' free space afterwards.
 */
export const WipeFiles = z.object({
  ...ofLine, listSha256: Sha256.nullable(), pattern: z.enum(['tile', 'zero']).default('tile'), readBack: z.boolean().default(true),
  hardLinks: FileWipeOrder.shape.hardLinks.default('leave'), readOnly: FileWipeOrder.shape.readOnly.default('leave'), freeSpace: z.boolean().default(false), ...alone,
})
export type WipeFiles = z.infer<typeof WipeFiles>
/** Called off while listing, nothing was begun and there is no wipe. */
export const FilesWiped = z.discriminatedUnion('outcome', [z.object({ outcome: z.literal('ended'), wipe: Wipe }), z.object({ outcome: z.literal('abandoned'), wipe: Wipe.nullable() })])
export type FilesWiped = z.infer<typeof FilesWiped>

/** 金庫の写しの消去 (Art. 15): the sealed files of the items that the line names. */
export const WipeVault = z.object({ ...ofLine, ...alone })
export type WipeVault = z.infer<typeof WipeVault>

/** 機器の消去命令 (Art. 15): which command, on which drive; `typedSerial` as for an overwriting. */
export const GiveCommand = z.object({ ...ofLine, drivePath: z.string().min(1).max(1000), typedSerial: z.string().max(200).nullable().default(null), method: DriveMethod, ...alone })
export type GiveCommand = z.infer<typeof GiveCommand>

/** ほかの消去ソフトの記録 (Art. 15): nwipe's log file or Blancco's report, when it ended and by whom. */
export const RecordExternal = z.object({ ...ofLine, log: Path, at: Instant, performedBy: Name, witness: Witness.nullable(), remarks: Lines })
export type RecordExternal = z.infer<typeof RecordExternal>

/** 種の引渡し: to whom, so that they may read the medium back themselves. */
export const SaveSeed = z.object({ wipeId: WipeId, into: Path, handedTo: Name })
