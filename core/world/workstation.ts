import type { WorkstationFacts } from '../devices/check.ts'
import type { MachineIdentity } from '../devices/device.ts'

/** The machine at which the desk stands (Art. 11(10)イ–キ). */
export interface Workstation {
  /** The same on every start, and of no other machine; asked before every handling, so it answers at once. */
  identity(): Promise<MachineIdentity>
  /** What the platform says of itself. Reads and changes nothing; what it cannot tell is null, with the reason. */
  look(): Promise<WorkstationFacts>
}
