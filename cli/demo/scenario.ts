import { playCarrying } from './carrying.ts'
import { playDisposing } from './disposing.ts'
import { playLedger, playPacking } from './packing.ts'
import { playReceiving } from './receiving.ts'
import { playOpening } from './opening.ts'
import { playSettling } from './settling.ts'
import type { Stage } from './stage.ts'

/** Steps 1 to 6, 10, 11 and 14 to 17 of the office's year: from the contract to the parcel, the last certificate and the end of the work, each with what must be refused on the way. */
export async function playScenario(stage: Stage): Promise<void> {
  const office = await playOpening(stage)
  const handover = await playReceiving(stage, office)
  await playCarrying(stage, office, handover)
  await playPacking(stage, office, handover)
  await playDisposing(stage, office)
  await playSettling(stage, office)
  await playLedger(stage)
}
