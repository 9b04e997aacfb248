import type { WorkstationFacts } from '../core/devices/check.ts'
import type { MachineIdentity } from '../core/devices/device.ts'
import type { Day } from '../core/time.ts'
import type { Workstation } from '../core/world.ts'

/** The machine at which a test's desk stands; changing it is sitting down elsewhere. */
export interface Seat { machine: MachineIdentity; facts: WorkstationFacts }

export const pc021 = { id: 'machine-pc-021', name: 'PC-021' }
/** A machine in order on the seventh of December 2026. */
export const inOrder: WorkstationFacts = {
  os: { name: 'Windows 11 Pro', build: '26200.7171' }, lastUpdateOn: '2026-11-28' as Day,
  antivirus: { product: 'Microsoft Defender', engine: '1.1.25100.9', patternOn: '2026-12-06' as Day, active: true },
  applications: [{ name: '7-Zip 25.01 (x64)', version: '25.01' }, { name: 'Microsoft Edge', version: '143.0' }], notSaid: [],
}

export const paperSeat = (): Seat => ({ machine: pc021, facts: inOrder })

export const paperWorkstation = (seat: Seat): Workstation => ({ identity: async () => seat.machine, look: async () => seat.facts })
