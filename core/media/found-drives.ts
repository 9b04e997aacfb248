import { look } from '../ledger/record.ts'
import { sameSerial } from '../wipes/rules.ts'
import type { World } from '../world.ts'
import type { FoundDrive } from './drive.ts'

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
