import type { Drive, Volume } from '../../../core/media/drive.ts'
import { type Burden, judge, type Sighting } from '../judge.ts'
import { count, exact, fieldsOf, line, lineOrNull, listOf, readJson, type Said, yes } from '../said.ts'

export interface FoundOnWindows { drives: Drive[]; holding(path: string): Drive | null }

/**
 * What the script printed in, drives out. Never throws for what the text holds; null when it is not the script's answer.
 * `keepOut`: real paths (`C:\…`; a share begins with `\\`). A kept path that lies on no partition we see (a dynamic or striped
 * volume) may lie on any disk: then none is certain.
 */
export function parseWindows(text: string, keepOut: readonly string[]): FoundOnWindows | null {
  const said = fieldsOf(readJson(text))
  // Without disks a machine does not run PowerShell: an empty list is a question that was not answered.
  const disks = listOf(said['disks']).map(fieldsOf)
  if (said['v'] !== 1 || disks.length === 0) return null
  const partitions = listOf(said['partitions']).map((each) => partitionOf(fieldsOf(each)))
  const volumes = listOf(said['volumes']).map(fieldsOf)

  const diskOf = (path: string): number | null => deepest(path, partitions)?.disk ?? null
  const burdens = new Map<number, Set<Burden>>()
  const lay = (disk: number | null, burden: Burden): void => { if (disk !== null) burdens.set(disk, (burdens.get(disk) ?? new Set()).add(burden)) }
  const swaps = listOf(said['pageFiles']).flatMap((path) => exact(path) ?? [])
  const systemDrive = exact(said['systemDrive'])
  for (const path of swaps) lay(diskOf(path), 'swap')
  for (const path of keepOut) lay(diskOf(path), 'vault')
  if (systemDrive) lay(diskOf(`${systemDrive}\\`), 'system')
  for (const each of partitions) if (each.system) lay(each.disk, 'system')

  // What lies on no share must lie on a disk that we can name.
  const lost = [...swaps, ...keepOut, ...(systemDrive ? [`${systemDrive}\\`] : ['?'])].some((path) => !isShare(path) && diskOf(path) === null)
  const sightings = disks.flatMap((disk) => sightingOf(disk, said, partitions, volumes, burdens, lost))
  const numbers = disks.filter((disk) => count(disk['Number']) !== null).map((disk) => count(disk['Number']))
  const drives = judge(sightings)
  return { drives, holding: (path) => { const at = numbers.indexOf(isShare(path) ? null : diskOf(path)); return at === -1 ? null : (drives[at] ?? null) } }
}

function sightingOf(disk: Said, said: Said, partitions: readonly Partition[], volumes: readonly Said[], burdens: Map<number, Set<Burden>>, lost: boolean): Sighting[] {
  const number = count(disk['Number'])
  if (number === null) return []
  const own = partitions.filter((each) => each.disk === number)
  const drive = listOf(said['drives']).map(fieldsOf).find((each) => count(each['Index']) === number) ?? fieldsOf(null)
  const physical = listOf(said['physical']).map(fieldsOf).find((each) => count(Number(exact(each['DeviceId']) ?? NaN)) === number) ?? fieldsOf(null)
  const bus = busOf(disk['BusType'])
  const vols = own.map((each) => volumeOf(each, number, volumes))
  const removable = listOf(drive['Capabilities']).includes(SUPPORTS_REMOVABLE_MEDIA) || own.some((each) => volumeFor(each, volumes)?.['DriveType'] === DRIVE_REMOVABLE)
  const pooled = own.some(({ type }) => POOLED.has(type)) || listOf(physical['CannotPoolReason']).includes(IN_A_POOL)
  const carries = new Set(burdens.get(number) ?? [])
  if (yes(disk['IsBoot']) || yes(disk['IsSystem']) || yes(disk['BootFromDisk'])) carries.add('system')
  if (pooled || yes(disk['IsClustered'])) carries.add('held')
  const eui = euiOf(disk['SerialNumber'])
  // An answer that leaves these out is half an answer.
  const asked = yes(disk['IsBoot']) !== null && yes(disk['IsSystem']) !== null
  const nature = !asked || lost || pooled ? 'unknown' : natureOf(bus, removable)
  return [{
    path: `\\\\.\\PhysicalDrive${number}`, maker: line(disk['Manufacturer']).replace(/^\((.*)\)$/, ''), model: line(disk['Model']) || line(disk['FriendlyName']), firmware: line(disk['FirmwareVersion']),
    wwn: NAMED_WORLDWIDE.has(count(disk['UniqueIdFormat'])) ? lineOrNull(disk['UniqueId']) : eui, bus, kind: kindOf(bus, removable, count(physical['MediaType'])), removable,
    readOnly: yes(disk['IsReadOnly']) !== false, insertion: lineOrNull(drive['Arrival']), volumes: vols,
    // Windows' own NVMe driver answers with the EUI-64; the number that is printed on the label is the adapter's.
    rawSerial: (bus === 'nvme' ? lineOrNull(disk['AdapterSerialNumber']) : null) ?? (eui === null ? disk['SerialNumber'] : null),
    bytes: count(disk['Size']), logicalSector: count(disk['LogicalSectorSize']), physicalSector: count(disk['PhysicalSectorSize']), nature, carries,
  }]
}

interface Partition { disk: number; number: number; points: string[]; guidPaths: string[]; type: string; system: boolean; bytes: number | null }

function partitionOf(said: Said): Partition {
  const letter = line(said['DriveLetter'])
  const paths = listOf(said['AccessPaths']).flatMap((path) => exact(path) ?? [])
  const points = paths.filter((path) => !path.startsWith('\\\\?\\Volume'))
  if (/^[A-Za-z]$/.test(letter) && !points.some((path) => path.toUpperCase().startsWith(`${letter.toUpperCase()}:`) && path.length <= 3)) points.push(`${letter}:\\`)
  return {
    disk: count(said['DiskNumber']) ?? -1, number: count(said['PartitionNumber']) ?? 0, points, guidPaths: paths.filter((path) => path.startsWith('\\\\?\\Volume')),
    type: (exact(said['GptType']) ?? (count(said['MbrType']) === MBR_DYNAMIC ? 'mbr-dynamic' : '')).toLowerCase(),
    system: yes(said['IsBoot']) === true || yes(said['IsSystem']) === true, bytes: count(said['Size']),
  }
}

function volumeFor({ points, guidPaths }: Partition, volumes: readonly Said[]): Said | undefined {
  return volumes.find((each) => guidPaths.includes(exact(each['Path']) ?? '')) ?? volumes.find((each) => points.some((point) => point.toUpperCase() === `${line(each['DriveLetter']).toUpperCase()}:\\`))
}

/** A locked BitLocker volume has a letter and no file system that anybody can name. */
function volumeOf(partition: Partition, disk: number, volumes: readonly Said[]): Volume {
  const volume = volumeFor(partition, volumes) ?? fieldsOf(null)
  return {
    path: partition.guidPaths[0] ?? `\\\\.\\PhysicalDrive${disk}:${partition.number}`, mountPoints: partition.points, fileSystem: lineOrNull(volume['FileSystem']),
    label: lineOrNull(volume['FileSystemLabel']), bytes: partition.bytes, freeBytes: count(volume['SizeRemaining']),
  }
}

/** The partition whose mount point is deepest above a path; case does not matter on Windows. */
function deepest(path: string, partitions: readonly Partition[]): Partition | null {
  const real = withSlash(path)
  const above = partitions.flatMap((each) => each.points.filter((point) => real.startsWith(withSlash(point))).map((point) => ({ each, depth: point.length })))
  return above.reduce<{ each: Partition; depth: number } | null>((best, next) => (best && best.depth >= next.depth ? best : next), null)?.each ?? null
}

const withSlash = (path: string) => `${path.toUpperCase().replace(/^\\\\\?\\(?=[A-Z]:)/, '').replaceAll('/', '\\').replace(/\\+$/, '')}\\`

/** `\\server\share`, `\\?\UNC\server\share`: not on this machine. */
export const isShare = (path: string): boolean => /^\\\\\?\\UNC\\/i.test(path) || /^\\\\[^?.\\]/.test(path)

// MSFT_Disk.UniqueIdFormat EUI-64 and NAA, MSFT_PhysicalDisk.CannotPoolReason "In a Pool", Win32_DiskDrive.Capabilities "Supports Removable Media", MSFT_Volume.DriveType "Removable".
const NAMED_WORLDWIDE = new Set<number | null>([2, 3])
const IN_A_POOL = 2
const SUPPORTS_REMOVABLE_MEDIA = 7
const DRIVE_REMOVABLE = 2
const MBR_DYNAMIC = 0x42
/** GPT types of disks that are parts of something larger: dynamic (LDM metadata, LDM data), Storage Spaces; and 0x42 in an MBR. */
const POOLED = new Set(['{5808c8aa-7e8f-42e0-85d2-e1e90434cfb3}', '{af9b60a0-1431-4f62-bc68-3311714a69ad}', '{e75caf8f-f680-4cee-afa3-b001e56efc2d}', 'mbr-dynamic'])

/** `0025_3851_0000_0001.`: an identifier of the namespace, in Windows' writing; null for anything else. */
function euiOf(serial: unknown): string | null {
  const text = line(serial)
  return /^([0-9A-F]{4}_){3,7}[0-9A-F]{4}\.$/i.test(text) ? `eui.${text.replace(/[_.]/g, '').toLowerCase()}` : null
}

/** STORAGE_BUS_TYPE (winioctl.h), as a number or in the Storage module's words. iSCSI, Fibre Channel, RAID and Storage Spaces are unknown. */
function busOf(said: unknown): Drive['bus'] {
  return BUSES.get(line(said).toUpperCase()) ?? 'unknown'
}
const BUSES: ReadonlyMap<string, Drive['bus']> = new Map([
  ['7', 'usb'], ['USB', 'usb'], ['10', 'sas'], ['SAS', 'sas'], ['3', 'sata'], ['ATA', 'sata'], ['11', 'sata'], ['SATA', 'sata'], ['12', 'mmc'], ['SD', 'mmc'], ['13', 'mmc'], ['MMC', 'mmc'],
  ['14', 'virtual'], ['VIRTUAL', 'virtual'], ['15', 'virtual'], ['FILE BACKED VIRTUAL', 'virtual'], ['17', 'nvme'], ['NVME', 'nvme'], ['2', 'optical'], ['ATAPI', 'optical'],
])

/** Soldered eMMC and SD cards come on the same bus: only removable media are certain. A mounted image (VHD) is file-backed. */
function natureOf(bus: Drive['bus'], removable: boolean): Sighting['nature'] {
  if (bus === 'usb') return 'removable'
  if (bus === 'mmc') return removable ? 'removable' : 'unknown'
  return bus === 'sata' || bus === 'sas' || bus === 'nvme' ? (removable ? 'removable' : 'internal') : 'unknown'
}

/** MSFT_PhysicalDisk.MediaType: 3 HDD, 4 SSD; bridges say 0. */
function kindOf(bus: Drive['bus'], removable: boolean, mediaType: number | null): Drive['kind'] {
  if (bus === 'optical') return 'optical'
  if (bus === 'mmc' || (bus === 'usb' && removable)) return 'flash'
  if (bus === 'nvme') return 'SSD'
  return mediaType === 3 ? 'HDD' : mediaType === 4 ? 'SSD' : 'unknown'
}
