import type { MachineIdentity } from '../../core/devices/device.ts'
import type { Workstation } from '../../core/world.ts'
import { type Ask, askTools } from '../drives/ask.ts'
import { identityOf } from './identity.ts'

/** This machine, behind the world's door. Who it is does not change while it runs, so that is asked once. */
export function realWorkstation({ ask = askTools(), platform = process.platform }: { ask?: Ask; platform?: NodeJS.Platform } = {}): Workstation {
  let known: Promise<MachineIdentity> | null = null
  return {
    identity: () => (known ??= identityOf(ask, platform)),
    look: async () => ({ os: null, lastUpdateOn: null, antivirus: null, applications: null, notSaid: [] }),
  }
}
