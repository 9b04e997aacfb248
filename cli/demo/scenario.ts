import { playCarrying } from './carrying.ts'
import { playDisposing } from './disposing.ts'
import { playLedger, playPacking } from './packing.ts'
import { playReceiving } from './receiving.ts'
import { playOpening } from './opening.ts'
import type { Stage } from './stage.ts'

/** Steps 1 to 6, 10, 11 and 14 to 16 of the office's year: from the contract to the parcel and the last certificate, each with what must be refused on the way. */
export async function playScenario(stage: Stage): Promise<void> {
  const office = await playOpening(stage)
  const handover = await playReceiving(stage, office)
  await playCarrying(stage, office, handover)
  await playPacking(stage, office, handover)
  await playDisposing(stage, office)
  await playLedger(stage)
}
