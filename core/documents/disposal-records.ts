import * as z from 'zod'
import { ImportanceClass } from '../handovers/item.ts'
import { Drive } from '../media/drive.ts'
import { Medium } from '../media/medium.ts'
import { DriveCommandResult, DriveMethod, WipeLog } from '../wipes/drive-commands.ts'
import { FileException, FileSetWipe, FreeSpaceWipe, WipeLimit } from '../wipes/files.ts'
import { BadRange, Misplaced, ReadBack, WipeEnd } from '../wipes/overwrite.ts'
import { Level, Method, PlanTarget } from '../wipes/plan.ts'
import { Destruction, Result } from '../wipes/wipe.ts'
import { day, header, iso, sha256, text, whole } from './header.ts'

const person = z.strictObject({ organisation: text(200), name: text(200) })

/** The line of the register (媒体管理簿). */
const medium = z.strictObject({ no: text(40).min(1), type: Medium.shape.type, maker: text(), model: text(), serial: text(200), owner: Medium.shape.owner, ownerNo: text(), capacityBytes: whole.nullable() })

/** What is to be erased or was: information, its class, on what and how many (Art. 15②). `receipts` are the numbers of the 預り証 it came under. */
const subject = {
  kind: PlanTarget.shape.kind, information: text(200).min(1), receipts: z.array(text(60)).max(1000), importanceClass: ImportanceClass, myNumber: z.boolean(),
  mediaName: text(200).min(1), quantity: whole.min(1), unit: text(200), afterwards: PlanTarget.shape.end,
  medium: medium.nullable(), paths: z.array(text(32_000)).max(10_000),
  method: Method, methodWords: text(200), level: Level, category: text(200), consentRef: text(),
}

/** F-28 消去・廃棄届出書 (Art. 15②): the five facts of every line, before anything is erased. */
export const DisposalNotice = z.strictObject({
  ...header,
  form: z.literal('F-28'),
  template: z.literal('F-28/1'),
  plan: z.strictObject({ no: text(60), decidedAt: iso, plannedOn: day, place: text(200), operator: text(200), verifier: text(200), outsourcer: text(), remarks: text(4000) }),
  requested: z.strictObject({ by: text(200), at: iso, dueOn: day.nullable() }).nullable(),
  attendance: person.nullable(),
  lines: z.array(z.strictObject({ no: whole.min(1), ...subject })).min(1).max(500),
})
export type DisposalNotice = z.infer<typeof DisposalNotice>

/** The drive as it was read immediately before the first byte. `serial` is '' where the machine could not read one. */
const drive = z.strictObject({
  maker: text(), model: text(), firmware: text(), serial: text(), bus: Drive.shape.bus, kind: Drive.shape.kind, bytes: whole, sectorBytes: whole.min(1), sectors: whole,
})

const written = z.strictObject({ passes: whole, value: text(200), bytes: whole, sectors: whole, errors: whole, resumes: whole, bytesPerSecond: whole.nullable(), seedSha256: sha256.nullable() })

/** `coverage` in millionths, never rounded up. `missed`: of a sample, the chance in percent (rounded up) that one stretch of 1 MiB left over is not found. */
const readBack = z.strictObject({
  how: ReadBack, coverage: whole.max(1_000_000), bytes: whole, uncached: z.boolean(), sampleSeed: text(64), missed: whole.max(100).nullable(),
  samplesBefore: whole, samplesUnchanged: whole.nullable(), bytesPerSecond: whole.nullable(),
})

/** Files and folders one by one: the list before by its hash, what became of them, and the first thousand that are still there or cannot be vouched for. */
const files = z.strictObject({
  listSha256: sha256, names: whole, files: whole, bytes: whole, leftOut: whole, value: text(200), end: FileSetWipe.shape.end, reason: text(),
  overwritten: whole, removedOnly: whole, failed: whole, notReached: whole, bytesOverwritten: whole, readFromCache: whole, limits: z.array(WipeLimit).max(50),
  exceptions: z.array(z.strictObject(FileException.shape)).max(1000), exceptionsMore: whole,
  freeSpace: z.array(z.strictObject({ fileSystem: text(100), outcome: FreeSpaceWipe.shape.outcome, bytesWritten: whole, notReached: whole, bytesDiffering: whole })).max(100),
})

/** The drive's own command, and what the drive said. No password stands here, only that one was left. */
const command = z.strictObject({
  method: DriveMethod, outcome: DriveCommandResult.shape.outcome.nullable(), reliesOnEncryption: z.boolean(), samplePlaces: whole, samplesUnchanged: whole.nullable(), passwordLeft: z.boolean(),
})

/** Another program's run, by its log. */
const external = z.strictObject({
  tool: WipeLog.shape.tool, version: text(100), method: text(), serial: text(), model: text(), started: text(100), ended: text(100), result: WipeLog.shape.result, errors: z.array(text()).max(100), file: text(), sha256, bytes: whole, performedBy: text(200),
})

/** One medium, set of files or stack of paper, and what became of it (Art. 15⑤). */
export const Disposed = z.strictObject({
  no: whole.min(1),
  ...subject,
  plan: z.strictObject({ no: text(60), line: whole.min(1), plannedOn: day, operator: text(200), verifier: text(200) }),
  /** '' and null where no notice was asked for or handed in. */
  notice: z.strictObject({ docNo: text(60), submittedOn: day.nullable(), cityRef: text(200) }),
  drive: drive.nullable(),
  scope: text(400),
  software: text(100),
  begunAt: iso,
  endedAt: iso.nullable(),
  seconds: whole.nullable(),
  ended: WipeEnd.nullable(),
  reason: text(),
  reachedLba: whole.nullable(),
  written: written.nullable(),
  readBack: readBack.nullable(),
  /** The second reading, by the person who verified. */
  again: z.strictObject({ result: Result, coverage: whole.max(1_000_000), bytes: whole, uncached: z.boolean(), badSectors: whole }).nullable(),
  files: files.nullable(),
  command: command.nullable(),
  external: external.nullable(),
  badSectors: whole,
  badRanges: z.array(z.strictObject(BadRange.shape)).max(10_000),
  badRangesLeftOut: whole,
  misplaced: z.array(z.strictObject(Misplaced.shape)).max(1000),
  bytesInTruth: whole.nullable(),
  destruction: z.strictObject({
    how: Destruction.shape.how, at: iso, place: text(200), performedBy: text(200), outsourcer: text(), manifestNo: text(),
    photos: z.array(z.strictObject({ name: text(), sha256, when: z.enum(['前', '後']) })).max(50),
  }).nullable(),
  place: text(200),
  operator: text(200),
  verifier: text(200),
  verifiedAt: iso,
  witness: z.strictObject({ ...person.shape, confirmed: z.boolean() }).nullable(),
  result: Result,
  /** What was found and what this method cannot promise, in sentences: the paper prints them as they are. */
  statements: z.array(text()).max(40),
  remarks: text(4000),
})
export type Disposed = z.infer<typeof Disposed>

const certificate = { rows: z.array(Disposed).min(1).max(200), sealNo: text(200), thirdPartyNo: text(200), declaration: text() }

/** F-30 データ消去証明書 when everything in it passed; otherwise the same form is a 消去・廃棄報告書 and says so first. */
export const ErasureCertificate = z.strictObject({ ...header, form: z.literal('F-30'), template: z.literal('F-30/1'), title: z.enum(['データ消去証明書', '消去・廃棄報告書']), result: Result, ...certificate })
export type ErasureCertificate = z.infer<typeof ErasureCertificate>

/** F-31 物理破壊証明書 (Art. 15④). */
export const DestructionCertificate = z.strictObject({ ...header, form: z.literal('F-31'), template: z.literal('F-31/1'), title: z.literal('物理破壊証明書'), result: z.literal('合格'), ...certificate })
export type DestructionCertificate = z.infer<typeof DestructionCertificate>

/** The result of all is that of the worst. */
export function worstOf(results: readonly Result[]): Result {
  return (['不合格', '中止', '例外'] as const).find((result) => results.includes(result)) ?? '合格'
}
