import { playPacking } from './packing.ts'
import { playReceiving } from './receiving.ts'
import { playOpening } from './opening.ts'
import type { Stage } from './stage.ts'

/** Steps 1 to 6 and 11 of the office's year: from the contract to the parcel, each with what must be refused on the way. */
export async function playScenario(stage: Stage): Promise<void> {
  const office = await playOpening(stage)
  const handover = await playReceiving(stage, office)
  await playPacking(stage, office, handover)
}
