import * as z from 'zod'
import type { OperationName } from '../contract.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { type Objection, refusal, worldly } from '../refusal.ts'
import { Name } from '../text.ts'
import type { World } from '../world.ts'
import type { Restored } from './backup.ts'
import { backupsOf } from './backups-of.ts'
import { seriesGiven } from './numbers-given.ts'

/** 復元後の番号: `numbers` were given before, as far as papers, labels and the city's register tell; none of them is given again. `ground`: what was looked at. */
export const ContinueNumbers = z.object({ id: z.string().min(1).max(64), numbers: z.array(Name).max(500), ground: Name })
export type ContinueNumbers = z.infer<typeof ContinueNumbers>

/** What was said of the numbers of a restored ledger, when so many entries were known to be lost. */
export interface NumbersSaid { restoringId: string; admitted: number }

/**
 * After a restoring that lost entries: which numbers were given out on what was lost. Each series goes on behind the highest of them; an empty list says that
 * none were. Refuses numbers of no series of this office, all of them at once: a slip of the pen would keep nothing from being given twice.
 */
export async function continueNumbers(world: World, { id, numbers, ground }: z.output<typeof ContinueNumbers>): Promise<void> {
  await record(world, (reading) => {
    const { restored } = backupsOf(reading)
    if (restored?.id !== id) throw refusal('restoring-unknown', null, null, {})
    const unknown = numbers.filter((no) => seriesGiven(reading, no).length === 0)
    if (unknown.length > 0) throw refusal('numbers-of-no-series', '17①', null, { numbers: unknown.slice(0, 10).join('、') })
    return { entries: [{ type: 'numbers-continued', data: { restoringId: id, numbers, from: 'word', ground, admitted: admittedLoss(restored) } }], answer: () => undefined }
  })
}

/**
 * What a signed paper of the city tells of a restored ledger: that it holds a document of ours which this ledger does not know, so that its number is given.
 * Null where no such series is known, or nothing was restored: then the paper is simply not about ours.
 */
export function numberHeldByCity(reading: Reading, docNo: string, paper: string): EntryBody | null {
  const { restored } = backupsOf(reading)
  if (!restored || seriesGiven(reading, docNo).length === 0) return null
  return { type: 'numbers-continued', data: { restoringId: restored.id, numbers: [docNo], from: 'city-paper', ground: paper, admitted: admittedLoss(restored) } }
}

/** Whether every series that the number belongs to is past it already. */
export const isGiven = (reading: Reading, no: string): boolean => seriesGiven(reading, no).every(({ series, last }) => (reading.get('series', series)?.last ?? 0) >= last)

/** As many entries as are known to be lost: by what was found when it was restored, or by what the city told since. */
export const admittedLoss = ({ missing, told }: Pick<Restored, 'missing' | 'told'>): number => Math.max(missing, told?.lost ?? 0)

/** A restored ledger that lost something, of whose numbers nobody has spoken since as much was known to be lost. */
export function owesNumbers(reading: Pick<Reading, 'get'>): Restored | null {
  const { restored, numbersSaid = null } = backupsOf(reading)
  if (!restored || (admittedLoss(restored) === 0 && !restored.forked)) return null
  return numbersSaid?.restoringId === restored.id && numbersSaid.admitted >= admittedLoss(restored) ? null : restored
}

/**
 * Every operation that gives a number which leaves the house: on a paper, a label, a parcel or in a letter. What only the office itself reads (a training, a
 * stock-take, a working copy) and what cannot wait (an incident) is not kept back.
 */
export const givesNumbers: ReadonlySet<OperationName> = new Set<OperationName>([
  'receipts.issue', 'forms.issue', 'disposals.issueNotice', 'disposals.certify', 'settlement.returnItems', 'settlement.deliverItems', 'consultations.draft',
  'media.register', 'packages.seal', 'mailings.draft', 'mails.draft', 'faxes.request', 'carryOuts.apply', 'provisions.apply', 'subcontracts.draft',
])

/** Art. 17①: two papers under one number are none. No number is given until somebody has said which were given before. */
export function objectionsToNumbering(name: OperationName, reading: Reading): Objection[] {
  if (!givesNumbers.has(name)) return []
  const restored = owesNumbers(reading)
  return restored ? [worldly('numbers-unsaid', { entries: restored.from.entries, madeAt: restored.from.madeAt })] : []
}
