import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { DeviceId, MachineIdentity } from '../devices/device.ts'
import { PersonId } from '../people/person.ts'
import { PlaceId } from '../places/place.ts'
import { Instant } from '../time.ts'

/** Where someone with a device that is carried about said to be working: one place of each contract, until they leave. */
export const WorkAt = z.object({ personId: PersonId, deviceId: DeviceId, placeIds: z.array(PlaceId).min(1).max(200), at: Instant })
export type WorkAt = z.infer<typeof WorkAt>

export const SayPlace = z.object({ placeIds: WorkAt.shape.placeIds })

/** This machine, the device that it is, and where it stands for each contract. */
export const Here = z.object({
  machine: MachineIdentity,
  deviceId: DeviceId.nullable(),
  places: z.array(z.object({ contractId: ContractId, placeId: PlaceId })),
})
export type Here = z.infer<typeof Here>
