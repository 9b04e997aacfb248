import * as z from 'zod'
import { PlaceId } from '../places/place.ts'
import { Name, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

export const DeviceId = z.string().min(1).max(64).brand<'DeviceId'>()
export type DeviceId = z.infer<typeof DeviceId>

/** Who a machine is: a hash that no other machine has, and the name that people know it by. */
export const MachineIdentity = z.object({ id: z.string().min(1).max(200), name: z.string().max(200) })
export type MachineIdentity = z.infer<typeof MachineIdentity>

/** 使用機器 (Art. 11(10)オ): what may be used in the work. Nothing private, nothing unregistered. */
export const Device = z.object({
  id: DeviceId,
  name: Name,
  assetNo: Text,
  /** The company that owns or leases it. */
  owner: Name,
  internetConnected: z.boolean(),
  /** Carried from place to place: whoever works with it says where. */
  portable: z.boolean(),
  /** The work locations at which it stands, of each contract it serves. */
  placeIds: z.array(PlaceId).max(200),
  /** The machine's own identity; null until someone says at that machine: this is it. */
  machine: MachineIdentity.nullable(),
  retired: z.object({ on: Day, reason: Text }).nullable(),
  registeredAt: Instant,
})
export type Device = z.infer<typeof Device>

/** `thisMachine`: the desk's own machine is the one that is being registered. */
export const RegisterDevice = Device.pick({ name: true, assetNo: true, owner: true, internetConnected: true, portable: true, placeIds: true }).extend({ thisMachine: z.boolean() })
export const MoveDevice = z.object({ deviceId: DeviceId, portable: z.boolean(), placeIds: Device.shape.placeIds })
/** Said at the machine itself: this is the device of the register. */
export const RecogniseDevice = z.object({ deviceId: DeviceId })
export const RetireDevice = z.object({ deviceId: DeviceId, on: Day, reason: Name })
