import type { Drive } from '../../core/media/drive.ts'
import type { World } from '../../core/world.ts'

/** The play has no stick to plug in: this folder is our MED-2026-0003, and tells the serial number that the register knows. */
export function pluggedIn(world: World, folder: string): World {
  const stick: Drive = {
    path: '/dev/play', maker: '架空電機', model: 'KD-16', firmware: '1.00', serial: 'AZ0003K7Q1', wwn: null, bus: 'usb', kind: 'flash', role: 'removable', removable: true, readOnly: false,
    bytes: 16_000_000_000, logicalSector: 512, physicalSector: 512, insertion: '1', hindrances: [],
    volumes: [{ path: '/dev/play1', mountPoints: [folder], fileSystem: 'exfat', label: null, bytes: 16e9, freeBytes: 16e9 }],
  }
  return { ...world, drives: { ...world.drives, holding: async (path) => (path === folder ? stick : world.drives.holding(path)) } }
}
