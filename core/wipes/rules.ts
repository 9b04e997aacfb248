import type { Drive } from '../media/drive.ts'
import type { Medium } from '../media/medium.ts'
import type { Objection } from '../refusal.ts'
import { dayOf, type Instant } from '../time.ts'
import { isBelow, kindOfMedium, leastLevel, levelOf } from './matrix.ts'
import type { WipeFigures, WipeOutcome } from './overwrite.ts'
import type { DisposalPlan, PlanDisposal, PlanTarget } from './plan.ts'
import { mayHoldSpares } from './statements.ts'
import type { Destruction, Result, Wipe, Witness } from './wipe.ts'

/** People write down minutes. */
const MINUTE = 60_000

/** The five facts that Art. 15② names, and the words for the one that is missing. */
export type Fact = 'information' | 'mediaName' | 'quantity' | 'method' | 'plannedOn'

/** R-27 (Art. 15②): items, media name, quantity, method and planned date are decided before anything is erased. */
export function objectionsToFacts({ targets, plannedOn }: Pick<PlanDisposal, 'targets' | 'plannedOn'>): Objection[] {
  const of = ({ information, mediaName, quantity, method }: PlanDisposal['targets'][number]): Fact[] => [
    ...(information === '' ? ['information' as const] : []), ...(mediaName === '' ? ['mediaName' as const] : []), ...(quantity === 0 ? ['quantity' as const] : []), ...(method === null ? ['method' as const] : []),
  ]
  const missing = new Set<Fact>([...(targets.length === 0 ? ['information' as const] : []), ...targets.flatMap(of), ...(plannedOn === null ? ['plannedOn' as const] : [])])
  if (missing.size > 0) return [{ code: 'plan-facts-missing', article: '15②', rule: 'R-27', facts: { missing: [...missing].join(',') } }]
  // One wiping must not stand for three.
  return targets.flatMap(({ kind, mediaName, quantity }): Objection[] => (kind === 'medium' && quantity > 1 ? [{ code: 'one-medium-a-line', article: '15②', rule: 'R-27', facts: { medium: mediaName, quantity } }] : []))
}

/** R-28 (Art. 15②): once the city has asked for the notice, nothing is erased before it is in, nor before the day that it names. `now`: when it is done, or was. */
export function objectionsToNotice(plan: DisposalPlan, now: Instant): Objection[] {
  if (plan.state === 'withdrawn') return [{ code: 'plan-withdrawn', article: '15②', rule: 'R-27', facts: { no: plan.no } }]
  if (plan.noticeRequested && (plan.submittedAt === null || plan.submittedAt > now + MINUTE)) return [{ code: 'notice-not-submitted', article: '15②', rule: 'R-28', facts: { no: plan.no } }]
  return dayOf(now) < plan.plannedOn ? [{ code: 'before-planned-day', article: '15②', rule: 'R-28', facts: { no: plan.no, day: plan.plannedOn } }] : []
}

/** R-29 (Art. 15③): when the city asked to attend, whoever attends is named before the first byte. */
export function objectionsToWitness(plan: DisposalPlan, witness: Witness | null): Objection[] {
  return plan.witnessRequested && !witness ? [{ code: 'witness-absent', article: '15③', rule: 'R-29', facts: { organisation: plan.witnessRequested.organisation, name: plan.witnessRequested.name } }] : []
}

/** R-30 (Art. 15④): My Number media that are disposed of are destroyed; below what a class asks for only with the city's number. */
export function objectionsToMethod(target: Pick<PlanTarget, 'method' | 'end' | 'importanceClass' | 'myNumber' | 'consentRef' | 'mediaName' | 'kind'>, medium: Pick<Medium, 'type'> | null): Objection[] {
  if (target.kind !== 'medium' || !medium) return []
  const level = levelOf[target.method]
  if (target.end === '廃棄' && target.myNumber && level !== 'Destroy') return [{ code: 'must-be-destroyed', article: '15④', rule: 'R-30', facts: { medium: target.mediaName } }]
  const least = leastLevel[kindOfMedium[medium.type]][target.importanceClass]
  return isBelow(level, least) && target.consentRef === '' ? [{ code: 'method-below-class', article: '15④', rule: 'R-30', facts: { medium: target.mediaName, level, least, importanceClass: target.importanceClass } }] : []
}

/**
 * R-30 (Art. 15④): what was planned as a destruction was one. Degaussing leaves everything on flash, on discs and on paper, and on what it
 * reaches it counts as Purge: where the class or the My Number asks for destruction it is none.
 */
export function objectionsToDestruction(plan: DisposalPlan, target: PlanTarget, medium: Medium | null, { how, at }: Pick<Destruction, 'how' | 'at'>): Objection[] {
  if (at + MINUTE < plan.decidedAt) return [{ code: 'destroyed-before-plan', article: '15②', rule: 'R-27', facts: { no: plan.no } }]
  if (how !== '磁気消去') return []
  if (!medium || medium.type === '光ディスク' || mayHoldSpares(medium, null)) return [{ code: 'destruction-without-effect', article: '15④', rule: 'R-30', facts: { no: medium?.no ?? '', type: medium?.type ?? target.mediaName } }]
  if (target.end === '廃棄' && target.myNumber) return [{ code: 'must-be-destroyed', article: '15④', rule: 'R-30', facts: { medium: target.mediaName } }]
  const least = leastLevel[kindOfMedium[medium.type]][target.importanceClass]
  return isBelow('Purge', least) && target.consentRef === '' ? [{ code: 'method-below-class', article: '15④', rule: 'R-30', facts: { medium: target.mediaName, level: 'Purge', least, importanceClass: target.importanceClass } }] : []
}

/** the drive at hand is the one that a record already speaks of, to the letter: a run is gone on with, and read back again, on that one only. */
export function objectionsToOtherDrive(before: Drive | null, now: Drive | null, no: string): Objection[] {
  const same = before !== null && now !== null && now.serial !== null && now.serial === before.serial && now.bytes === before.bytes && now.logicalSector === before.logicalSector
  return same || now === null ? [] : [{ code: 'drive-of-other-serial', article: '11(5)', rule: 'R-17', facts: { no, serial: before?.serial ?? '', found: now.serial ?? '' } }]
}

/** R-17 and Art. 15: the drive at hand is the medium of the plan: registered serial and capacity, and nothing that forbids touching it. */
export function objectionsToDrive(drive: Drive | null, medium: Medium): Objection[] {
  if (!drive) return [{ code: 'drive-absent', article: '11(5)', rule: 'R-17', facts: { no: medium.no, serial: medium.serial } }]
  const [hindrance] = drive.hindrances
  if (hindrance) return [{ code: 'drive-not-wipeable', article: '15①', rule: null, facts: { path: drive.path, hindrance } }]
  if (drive.role !== 'removable' && drive.role !== 'internal') return [{ code: 'drive-not-wipeable', article: '15①', rule: null, facts: { path: drive.path, hindrance: 'unknown' } }]
  if (drive.serial === null || !sameSerial(drive.serial, medium.serial)) return [{ code: 'drive-of-other-serial', article: '11(5)', rule: 'R-17', facts: { no: medium.no, serial: medium.serial, found: drive.serial ?? '' } }]
  if (!sameCapacity(medium, drive)) return [{ code: 'drive-of-other-size', article: '11(5)', rule: 'R-17', facts: { no: medium.no, registered: medium.capacityBytes ?? 0, found: drive.bytes } }]
  return []
}

/** Whoever destroys has read the label: what they typed is the serial number. Nothing typed yet is no objection, but a question. */
export const objectionsToTyped = (typed: string | null, { no, serial }: Medium): Objection[] =>
  typed === null || sameSerial(typed, serial) ? [] : [{ code: 'typed-serial-differs', article: '15①', rule: null, facts: { no } }]

/** Labels round, and makers keep a part for themselves: a tenth is the same medium. What nobody wrote down is not compared. */
const sameCapacity = ({ capacityBytes }: Pick<Medium, 'capacityBytes'>, { bytes }: Pick<Drive, 'bytes'>): boolean =>
  capacityBytes === null || Math.abs(capacityBytes - bytes) <= capacityBytes / 10

/** R-32 (Art. 15⑤): whoever did it does not confirm it. */
export function objectionsToVerifier(operator: string, verifier: string, name: string): Objection[] {
  return operator === verifier ? [{ code: 'same-person', article: '15⑤', rule: 'R-32', facts: { person: name, act: 'verify-wipe' } }] : []
}

/**
 * R-31 (Art. 15⑤): the figures decide, nobody else. Only what was read back past the cache, as far as it was meant to be and without one
 * sector out of place, passes.
 */
export function resultOf({ end, figures }: Pick<WipeOutcome, 'end' | 'figures'>): Result {
  if (end === 'abandoned') return '中止'
  if (end !== 'finished' || !figures) return '不合格'
  const differs = figures.badRanges.some(({ what }) => what === 'differs') || figures.misplaced.length > 0 || (figures.samplesUnchanged ?? 0) > 0
  if (differs) return '不合格'
  const whole = figures.badSectors === 0 && figures.badRanges.length === 0 && figures.badRangesLeftOut === 0 && wasReadBack(figures) && figures.uncached
  return whole ? '合格' : '例外'
}

/** A sample after NIST SP 800-88 Rev. 1, 4.7 is a tenth at least, and of places that can be drawn again. */
function wasReadBack({ readBack, bytes, bytesRead, sampleSeed }: WipeFigures): boolean {
  if (bytes <= 0 || readBack === 'none') return false
  return readBack === 'full' ? bytesRead >= bytes : sampleSeed !== null && bytesRead >= bytes / 10
}

/**
 * The same of one wipe: figures of another size, another pattern or another seed are figures of something else, and what does not amount to
 * every byte written is no overwriting.
 */
export function resultOfRun({ drive, pattern }: Pick<Wipe, 'drive' | 'pattern'>, run: WipeOutcome): Result {
  const { figures } = run
  if (resultOf(run) !== '合格' || !figures) return resultOf(run)
  const passes = pattern === 'complement' ? 2 : 1
  return isOf({ drive, pattern }, figures) && figures.passes === passes && figures.bytesWritten >= figures.bytes * passes ? '合格' : '不合格'
}

/** And of a reading back of it, by whomever and whenever. */
export function resultOfAgain(wipe: Pick<Wipe, 'drive' | 'pattern' | 'run'>, again: WipeOutcome): Result {
  const result = resultOf(again)
  return result !== '合格' || (again.figures && isOf(wipe, again.figures) && again.figures.seedSha256 === (wipe.run?.figures?.seedSha256 ?? null)) ? result : '不合格'
}

const isOf = ({ drive, pattern }: Pick<Wipe, 'drive' | 'pattern'>, figures: WipeFigures): boolean => drive !== null && figures.bytes === drive.bytes && figures.sectorBytes === drive.logicalSector && figures.pattern === pattern

/** an erasure certificate says 合格 or is none. */
export function objectionsToCertificate({ result, verified }: Pick<Wipe, 'result' | 'verified'>): Objection[] {
  if (!verified) return [{ code: 'wipe-not-verified', article: '15⑤', rule: 'R-32', facts: {} }]
  return result === '合格' ? [] : [{ code: 'wipe-did-not-pass', article: '15⑤', rule: 'R-31', facts: { result: result ?? '中止' } }]
}

/** Serial numbers are read off labels: width, case and spaces do not matter, every other character does. An image's is a path, in which they do. */
export const sameSerial = (a: string, b: string): boolean => folded(a) === folded(b) && (!folded(a).startsWith('IMAGE:') || a.trim() === b.trim())
const folded = (serial: string): string => serial.normalize('NFKC').replace(/\s/g, '').toUpperCase()
