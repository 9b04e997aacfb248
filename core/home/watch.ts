import { carryOutsOut, overdueCarryOuts, watchCarryOuts } from '../carryouts/watching.ts'
import { firstReportsDue, lateFirstReports } from '../incidents/watching.ts'
import type { EntryBody } from '../ledger/entry.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { lateParcels, parcelsOut, watchParcels } from '../mailings/watching.ts'
import { lateStatusReports } from '../reports/due.ts'
import type { Instant } from '../time.ts'
import type { World } from '../world.ts'

/** What is late, or will be: of which kind, under which number, and the page on which it is settled. No name of anybody, for it is shown over other windows. */
export interface Late { kind: 'carry-out-overdue' | 'carry-out-incident' | 'parcel-not-arrived' | 'parcel-incident' | 'status-asked' | 'first-report-late'; id: string; no: string; dueAt: Instant; page: string }

/** What the machine has to write down now, one thing at a time; nothing where it is written already. */
export type Watcher = (world: World, reading: Reading, now: Instant) => Iterable<readonly EntryBody[]>
/** What is late by now, written down or not; or what will be unless something is done. */
export type LateOnes = (reading: Reading, now: Instant) => Late[]

/** Every room with due times of its own watches them here. */
const rooms: readonly { watch: Watcher; late: LateOnes; coming: LateOnes }[] = [
  { watch: watchCarryOuts, late: overdueCarryOuts, coming: carryOutsOut },
  { watch: () => [], late: lateStatusReports, coming: () => [] },
  { watch: () => [], late: lateFirstReports, coming: firstReportsDue },
  { watch: watchParcels, late: lateParcels, coming: parcelsOut },
]

/**
 * Looks at every due time, writes down what has passed since the last look, as noticed by the machine, and answers all that is
 * late. A machine that slept catches up; a second look writes nothing; a locked desk notices nothing.
 */
export async function watchDueTimes(world: World): Promise<Late[]> {
  if (!world.vault.session()) return []
  // One thing an append: each gets the number that follows, and what another desk wrote meanwhile is not written again.
  let wrote = true
  while (wrote) {
    wrote = await record(world, (reading) => {
      const entries = firstDue(world, reading)
      return { entries, byMachine: true, answer: () => entries.length > 0 }
    })
  }
  return look(world, (reading) => rooms.flatMap(({ late }) => late(reading, latest(world, reading))))
}

/** What is not late yet, with the hour at which it will be. */
export const comingDue = (world: World): Promise<Late[]> => look(world, (reading) => rooms.flatMap(({ coming }) => coming(reading, latest(world, reading))))

function firstDue(world: World, reading: Reading): readonly EntryBody[] {
  for (const { watch } of rooms) for (const entries of watch(world, reading, latest(world, reading))) if (entries.length > 0) return entries
  return []
}

/** The later of this clock and of the last entry: a clock that was set back does not give back time. */
export const latest = (world: World, reading: Reading): Instant => Math.max(world.now(), reading.get('clock', 'clock')?.at ?? 0) as Instant
