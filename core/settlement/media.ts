import type { Reading } from '../ledger/shelf.ts'
import type { Medium, MediumNo } from '../media/medium.ts'
import type { Wipe } from '../wipes/wipe.ts'

/** A medium that information of a contract came or went on, and why it is not settled; null: it is. */
export interface MediumUsed { medium: Medium; why: 'of-city' | 'away' | 'to-be-wiped' | 'not-wiped' | null }

/**
 * The media of a contract (Art. 11(5), 15①): those that something came on, was written to, travelled on, or that a plan names. The
 * city's own are settled when they are back with it or destroyed; ours when they are here and were wiped after the last writing.
 * What is lost is no open task but an incident (Art. 18①), and stands in the list as lost.
 */
export function mediaOfContract(reading: Reading, contractId: string): MediumUsed[] {
  const used = lastUses(reading, contractId)
  const wipes = reading.list('wipe').filter(({ result, verified }) => result === '合格' && verified !== null)
  return [...used].flatMap(([no, at]) => {
    const medium = reading.get('medium', no)
    return medium ? [{ medium, why: whyOpen(medium, at, wipes) }] : []
  }).sort((a, b) => a.medium.no.localeCompare(b.medium.no))
}

/** When information last came onto each medium; 0 for one that is only named. */
function lastUses(reading: Reading, contractId: string): Map<MediumNo, number> {
  const uses = new Map<MediumNo, number>()
  const note = (no: MediumNo | null, at: number): void => { if (no !== null) uses.set(no, Math.max(uses.get(no) ?? 0, at)) }
  for (const { medium, actual } of reading.list('handover', contractId)) if (actual) note(medium, actual.at)
  for (const { medium, state, endedAt, begunAt } of reading.list('writing', contractId)) if (state !== 'abandoned') note(medium, endedAt ?? begunAt)
  for (const { medium, state, packedAt } of reading.list('mailing', contractId)) if (state !== 'withdrawn') note(medium, packedAt)
  for (const { state, targets } of reading.list('plan', contractId)) if (state !== 'withdrawn') for (const { medium } of targets) note(medium, 0)
  return uses
}

function whyOpen({ no, owner, state }: Medium, usedAt: number, wipes: readonly Wipe[]): MediumUsed['why'] {
  if (state === '返却済' || state === '廃棄済' || state === '紛失') return null
  if (owner === '甲') return 'of-city'
  if (state === '送付中' || state === '持出中') return 'away'
  if (state === '消去予定' || state === '廃棄予定') return 'to-be-wiped'
  const wipedAt = Math.max(0, ...wipes.flatMap((wipe) => (wipe.medium === no ? [wipe.begunAt] : [])))
  return usedAt === 0 || wipedAt >= usedAt ? null : 'not-wiped'
}
