import { count, exact, fieldsOf, line, listOf, type Said } from '../said.ts'
import { readPlist } from './plist.ts'

/** What the I/O Registry says of a whole disk, from the device above it. */
export interface Registered { serial: string | null; maker: string; model: string; firmware: string; physicalSector: number | null; entry: string | null }

/**
 * Walks the trees of ioreg down to the media: every whole `BSD Name`, with the serial number of the nearest device above it
 * ("Device Characteristics" of a block storage device, else "USB Serial Number" of a USB device). Empty for text that is no tree.
 */
export function readRegistry(storage: string, usb: string): Map<string, Registered> {
  const found = new Map<string, Registered>()
  for (const root of listOf(readPlist(usb) ?? [])) walk(fieldsOf(root), NOBODY, found)
  // Later, so that the drive's own word replaces its bridge's where it has one.
  for (const root of listOf(readPlist(storage) ?? [])) walk(fieldsOf(root), NOBODY, found)
  return found
}

const NOBODY: Registered = { serial: null, maker: '', model: '', firmware: '', physicalSector: null, entry: null }

function walk(entry: Said, above: Registered, found: Map<string, Registered>): void {
  const device = fieldsOf(entry['Device Characteristics'])
  const own: Registered = {
    serial: (line(device['Serial Number']) || line(entry['USB Serial Number']) || line(entry['kUSBSerialNumberString'])) || above.serial,
    maker: line(device['Vendor Name']) || line(entry['USB Vendor Name']) || above.maker, model: line(device['Product Name']) || line(entry['USB Product Name']) || above.model,
    firmware: line(device['Product Revision Level']) || above.firmware, physicalSector: count(device['Physical Block Size']) ?? above.physicalSector, entry: null,
  }
  const name = exact(entry['BSD Name'])
  if (name !== null && /^disk\d+$/.test(name)) {
    const before = found.get(name) ?? NOBODY
    found.set(name, {
      serial: own.serial ?? before.serial, maker: own.maker || before.maker, model: own.model || before.model, firmware: own.firmware || before.firmware,
      physicalSector: own.physicalSector ?? before.physicalSector, entry: line(entry['IORegistryEntryID']) || before.entry,
    })
    return
  }
  for (const child of listOf(entry['IORegistryEntryChildren'])) walk(fieldsOf(child), own, found)
}
