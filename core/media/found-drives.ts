import { look } from '../ledger/record.ts'
import { sameSerial } from '../wipes/rules.ts'
import type { World } from '../world.ts'
import type { Drive, FoundDrive } from './drive.ts'
import type { Medium, RegisterMedium } from './medium.ts'

/** What is plugged in now, each joined with the register (媒体管理簿) by its serial number. A drive without one is nobody's medium. */
export async function foundDrives(world: World): Promise<FoundDrive[]> {
  const drives = await world.drives.list()
  return look(world, (reading) => {
    const media = reading.list('medium')
    return drives.map((drive) => {
      const { serial } = drive
      return { ...drive, mediumNo: (serial === null ? undefined : media.find((medium) => sameSerial(medium.serial, serial)))?.no ?? null }
    })
  })
}

/** What the register wants to know and the drive can tell, to be looked over by whoever registers it; null for a drive without a serial number. */
export function mediumOf({ bus, kind, maker, model, serial, bytes }: Drive): Pick<RegisterMedium, 'type' | 'maker' | 'model' | 'serial' | 'capacityBytes'> | null {
  return serial === null ? null : { type: typeOf(bus, kind), maker, model, serial, capacityBytes: bytes > 0 ? bytes : null }
}

function typeOf(bus: Drive['bus'], kind: Drive['kind']): Medium['type'] {
  if (bus === 'mmc') return 'SDカード'
  if (kind === 'optical') return '光ディスク'
  if (bus !== 'usb') return 'その他'
  return kind === 'flash' ? 'USBメモリ' : kind === 'HDD' ? '外付けHDD' : kind === 'SSD' ? '外付けSSD' : 'その他'
}
