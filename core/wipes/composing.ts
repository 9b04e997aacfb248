import { worstOf, type DestructionCertificate, type DisposalNotice, type Disposed, type ErasureCertificate } from '../documents/disposal-records.ts'
import { letterhead, type LetterFacts } from '../documents/letterhead.ts'
import type { Drive } from '../media/drive.ts'
import type { Medium } from '../media/medium.ts'
import { dayOf, type Instant, isoJst } from '../time.ts'
import { methods } from '../words/terms.ts'
import type { CommandGiven, OtherProgram } from './drive-commands.ts'
import type { FileSetWipe } from './files.ts'
import type { Pattern, WipeFigures, WipeOutcome } from './overwrite.ts'
import type { DisposalPlan, Method, PlanTarget } from './plan.ts'
import { resultOfAgain } from './rules.ts'
import { categoryOf, DECLARATION, statementsOn } from './statements.ts'
import type { Wipe } from './wipe.ts'

/** A line of a plan with what stands behind its numbers: the medium of the register, the receipts that its information came under. */
export interface LineFacts { target: PlanTarget; medium: Medium | null; receipts: readonly string[] }
export interface NoticeFacts extends LetterFacts { plan: DisposalPlan; lines: readonly LineFacts[]; operator: string; verifier: string }
export interface WipeFacts extends LineFacts { wipe: Wipe; plan: DisposalPlan; operator: string; verifier: string; planned: { operator: string; verifier: string } }
export interface CertificateFacts extends LetterFacts { wipes: readonly WipeFacts[]; sealNo: string; thirdPartyNo: string }

/** F-28 消去・廃棄届出書 as a record (Art. 15②): of every line its information, medium, quantity, method and day. */
export function composeNotice({ plan, lines, operator, verifier, ...letter }: NoticeFacts): DisposalNotice {
  const { no, decidedAt, plannedOn, place, outsourcer, remarks, noticeRequested, witnessRequested } = plan
  return {
    ...letterhead(letter, '第15条第2項'), form: 'F-28', template: 'F-28/1',
    plan: { no, decidedAt: isoJst(decidedAt), plannedOn, place, operator, verifier, outsourcer, remarks },
    requested: noticeRequested && { by: noticeRequested.by, at: isoJst(noticeRequested.at), dueOn: noticeRequested.dueOn },
    attendance: witnessRequested && { organisation: witnessRequested.organisation, name: witnessRequested.name },
    lines: lines.map((line) => ({ no: line.target.no, ...subjectOf(line, null) })),
  }
}

/** F-30 as a record (Art. 15⑤): a データ消去証明書 if all of it passed, else a 消去・廃棄報告書 (R-31). */
export function composeErasure({ wipes, sealNo, thirdPartyNo, ...letter }: CertificateFacts): ErasureCertificate {
  const rows = wipes.map(rowOf)
  const result = worstOf(rows.map((row) => row.result))
  const title = result === '合格' ? 'データ消去証明書' : '消去・廃棄報告書'
  return { ...letterhead(letter, '第15条第5項'), form: 'F-30', template: 'F-30/1', title, result, rows, sealNo, thirdPartyNo, declaration: DECLARATION }
}

/** F-31 物理破壊証明書 as a record (Art. 15④). */
export function composeDestruction({ wipes, sealNo, thirdPartyNo, ...letter }: CertificateFacts): DestructionCertificate {
  return { ...letterhead(letter, '第15条第4項及び第5項'), form: 'F-31', template: 'F-31/1', title: '物理破壊証明書', result: '合格', rows: wipes.map(rowOf), sealNo, thirdPartyNo, declaration: DECLARATION }
}

function rowOf(facts: WipeFacts, index: number): Disposed {
  const { wipe, plan, target, operator, verifier, planned } = facts
  const { begunAt, endedAt, run, destruction } = wipe
  const figures = run?.figures ?? null
  const row = {
    no: index + 1, ...subjectOf(facts, wipe),
    plan: { no: plan.no, line: target.no, plannedOn: plan.plannedOn, operator: planned.operator, verifier: planned.verifier },
    notice: { docNo: plan.docNo ?? '', submittedOn: plan.submittedAt === null ? null : dayOf(plan.submittedAt), cityRef: plan.confirmed?.cityRef ?? '' },
    drive: driveOf(wipe.drive), scope: scopeOf(target, wipe.drive), software: destruction ? '' : wipe.external ? `${wipe.external.log.tool} ${wipe.external.log.version ?? ''}`.trim().slice(0, 100) : wipe.software ?? '',
    begunAt: isoJst(begunAt), endedAt: endedAt === null ? null : isoJst(endedAt), seconds: destruction || endedAt === null ? null : secondsBetween(begunAt, endedAt),
    ended: run?.end ?? null, reason: run?.reason?.slice(0, 1000) ?? '', reachedLba: run?.reachedLba ?? null,
    files: wipe.files && filesOf(wipe, wipe.files), command: wipe.command && commandOf(wipe.command), external: wipe.external && externalOf(wipe.external),
    written: destruction ? null : writtenBy(wipe, figures), readBack: readBackBy(figures), again: wipe.verified?.again ? againOf(wipe, wipe.verified.again) : null,
    badSectors: figures?.badSectors ?? 0, badRanges: figures?.badRanges ?? wipe.checkpoint?.badRanges ?? [], badRangesLeftOut: figures?.badRangesLeftOut ?? 0,
    misplaced: figures?.misplaced ?? [], bytesInTruth: figures?.bytesInTruth ?? null,
    destruction: destruction && {
      ...destruction, at: isoJst(destruction.at), photos: destruction.photos.map(({ name, sha256, when }) => ({ name: name.slice(0, 1000), sha256, when })),
    },
    place: destruction?.place ?? plan.place, operator, verifier, verifiedAt: isoJst(wipe.verified?.at ?? begunAt),
    witness: wipe.witness && { organisation: wipe.witness.organisation, name: wipe.witness.name, confirmed: wipe.verified?.witnessConfirmed ?? false },
    result: wipe.result ?? '中止' as const, remarks: wipe.remarks,
  }
  return { ...row, statements: [...statementsOn(row), ...cachedFreeSpace(wipe.files)] }
}

/** The record has no field for it, and what is printed has to say it. */
function cachedFreeSpace(files: FileSetWipe | null): string[] {
  return files?.freeSpace.some(({ outcome, readBack, bytesWritten }) => outcome === 'filled' && readBack !== 'uncached' && bytesWritten > 0) ? ['空き領域に書き込んだ内容は、媒体から読み戻して確かめることができませんでした。'] : []
}

function subjectOf({ target, medium, receipts }: LineFacts, wipe: Wipe | null) {
  const { kind, information, importanceClass, myNumber, mediaName, quantity, unit, end, paths, method, consentRef } = target
  return {
    kind, information, receipts: [...receipts], importanceClass, myNumber, mediaName, quantity, unit, afterwards: end, paths, method, methodWords: wordsFor(method, wipe),
    ...categoryOf(target, medium, wipe), consentRef,
    medium: medium && { no: medium.no, type: medium.type, maker: medium.maker, model: medium.model, serial: medium.serial, owner: medium.owner, ownerNo: medium.ownerNo, capacityBytes: medium.capacityBytes },
  }
}

/** As it was planned; and once it is done, which destruction, which command, which program. */
function wordsFor(method: Method, wipe: Wipe | null): string {
  if (wipe?.destruction) return wipe.destruction.how
  if (wipe?.command) return `${methods[method][0]}（${wipe.command.method}）`
  if (wipe?.external) return `${methods[method][0]}（${wipe.external.log.tool}${wipe.external.log.method === null ? '' : `：${wipe.external.log.method}`}）`.slice(0, 200)
  return methods[method][0]
}

function driveOf(drive: Drive | null): Disposed['drive'] {
  if (!drive) return null
  const { maker, model, firmware, serial, bus, kind, bytes, logicalSector } = drive
  return { maker, model, firmware, serial: serial ?? '', bus, kind, bytes, sectorBytes: logicalSector, sectors: Math.floor(bytes / logicalSector) }
}

function scopeOf({ kind, paths, itemIds, method }: PlanTarget, drive: Drive | null): string {
  if (method === 'physical') return kind === 'paper' ? '文書の全部' : '媒体の全体'
  if (kind === 'vault') return `保管庫に封をして保管する預り情報の写し（${itemIds.length}件）`
  if (kind === 'files') return `指定したファイル及びフォルダ（${paths.length}件）`
  return drive ? `媒体の全領域（LBA 0～${Math.max(0, Math.floor(drive.bytes / drive.logicalSector) - 1)}）` : '媒体の全領域'
}

function filesOf({ pattern }: Wipe, { list, end, reason, overwritten, removedOnly, failed, notReached, bytesOverwritten, readFromCache, limits, exceptions, exceptionsMore, freeSpace }: FileSetWipe): Disposed['files'] {
  return {
    listSha256: list.sha256, names: list.names, files: list.files, bytes: list.bytes, leftOut: list.leftOut.length + list.leftOutMore, value: pattern === null ? '' : VALUES[pattern], end, reason: reason?.slice(0, 1000) ?? '',
    overwritten, removedOnly, failed, notReached, bytesOverwritten, readFromCache, limits: [...new Set([...limits, ...freeSpace.flatMap((space) => space.limits)])],
    exceptions: exceptions.map(({ path, outcome, trouble, system }) => ({ path, outcome, trouble, system })), exceptionsMore,
    freeSpace: freeSpace.map(({ fileSystem, outcome, bytesWritten, notReached: left, bytesDiffering }) => ({ fileSystem: fileSystem.slice(0, 100), outcome, bytesWritten, notReached: left, bytesDiffering })),
  }
}

function commandOf({ method, reliesOnEncryption, result }: CommandGiven): Disposed['command'] {
  return { method, outcome: result?.outcome ?? null, reliesOnEncryption, samplePlaces: result?.samples?.places ?? 0, samplesUnchanged: result?.samples?.unchanged ?? null, passwordLeft: (result?.passwordLeft ?? null) !== null }
}

function externalOf({ log, file, sha256, bytes, performedBy }: OtherProgram): Disposed['external'] {
  const said = (value: string | null, most = 1000): string => value?.slice(0, most) ?? ''
  return {
    tool: log.tool, version: said(log.version, 100), method: said(log.method), serial: said(log.serial), model: said(log.model), started: said(log.started, 100), ended: said(log.ended, 100), result: log.result,
    errors: log.errors.slice(0, 100).map((error) => said(error)), file: said(file), sha256, bytes, performedBy,
  }
}

/** What was written, by the engine's own account; where it broke off without one, by its last checkpoint. */
function writtenBy({ pattern, checkpoint, drive }: Wipe, figures: WipeFigures | null): Disposed['written'] {
  const said = figures ?? checkpoint
  if (!said || pattern === null || drive === null) return null
  const sectorBytes = figures?.sectorBytes ?? drive.logicalSector
  return {
    passes: figures?.passes ?? (checkpoint?.pass ?? 1), value: VALUES[pattern], bytes: said.bytesWritten, sectors: Math.floor(said.bytesWritten / sectorBytes), errors: said.writeErrors, resumes: said.resumes,
    bytesPerSecond: wholeOrNull(figures?.bytesPerSecondWriting), seedSha256: figures?.seedSha256 ?? null,
  }
}

const VALUES: Readonly<Record<Pattern, string>> = { zero: '0x00', ones: '0xFF', complement: '0x55 及び 0xAA（補数）', tile: '位置番号付きの疑似乱数（セクタごとに異なる値）' }

function readBackBy(figures: WipeFigures | null): Disposed['readBack'] {
  if (!figures) return null
  const { readBack, bytesRead, uncached, sampleSeed, samplesBefore, samplesUnchanged, bytesPerSecondReading } = figures
  return {
    how: readBack, coverage: millionths(figures), bytes: bytesRead, uncached, sampleSeed: sampleSeed ?? '', missed: readBack === 'sample' ? missed(figures) : null,
    samplesBefore, samplesUnchanged, bytesPerSecond: wholeOrNull(bytesPerSecondReading),
  }
}

function againOf(wipe: Wipe, again: WipeOutcome): Disposed['again'] {
  const { figures } = again
  return { result: resultOfAgain(wipe, again), coverage: figures ? millionths(figures) : 0, bytes: figures?.bytesRead ?? 0, uncached: figures?.uncached ?? false, badSectors: figures?.badSectors ?? 0 }
}

/** Never rounded up: what is not the whole is not called the whole. */
const millionths = ({ coverage }: WipeFigures): number => Math.max(0, Math.min(1_000_000, Math.floor(coverage * 1_000_000)))

/**
 * The chance, in percent, that a sample after NIST SP 800-88 Rev. 1, 4.7 misses one stretch of 1 MiB: in a subsection of L bytes
 * (a thousandth of the medium) each of two places of L/20 bytes meets it with probability (1 MiB + L/20) / (L − L/20).
 */
export function missed({ bytes, coverage }: Pick<WipeFigures, 'bytes' | 'coverage'>): number {
  const [subsection, place, left] = [bytes / 1000, bytes / 20_000, 1_048_576]
  if (coverage >= 1) return 0
  const chance = (1 - Math.min(1, (left + place) / (subsection - place))) ** 2
  return chance === 0 ? 0 : Math.max(1, Math.round(chance * 100))
}

const secondsBetween = (from: Instant, to: Instant): number => Math.max(0, Math.round((to - from) / 1000))
const wholeOrNull = (value: number | null | undefined): number | null => (value === null || value === undefined ? null : Math.max(0, Math.round(value)))
