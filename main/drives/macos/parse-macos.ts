import type { Drive, Volume } from '../../../core/media/drive.ts'
import { type Burden, judge, type Sighting } from '../judge.ts'
import { count, exact, fieldsOf, line, lineOrNull, listOf, type Said, yes } from '../said.ts'
import type { MacFacts } from './facts.ts'
import { readPlist } from './plist.ts'
import { readRegistry } from './registry.ts'

export interface FoundOnMac { drives: Drive[]; holding(device: string | null | undefined): Drive | null }

/**
 * What diskutil and ioreg printed in, drives out: the physical disks and mounted images; APFS containers are synthesized, and
 * what is mounted from them is laid on the disks that store them. Never throws for what the text holds; null when
 * `diskutil list` is no property list. `keepOut`: the devices that `df` names for the kept paths, null for a share, undefined
 * where it said nothing: then they may lie on any disk, and none is certain.
 */
export function parseMac(facts: MacFacts, keepOut: readonly (string | null | undefined)[]): FoundOnMac | null {
  const list = fieldsOf(readPlist(facts.list))
  if (!Array.isArray(list['AllDisksAndPartitions'])) return null
  const disks = listOf(list['AllDisksAndPartitions']).map((each) => diskOf(fieldsOf(each))).filter(({ name }) => /^disk\d+$/.test(name))
  const registry = readRegistry(facts.storage, facts.usb)

  const burdens = new Map<string, Set<Burden>>()
  const lay = (name: string, burden: Burden): void => {
    for (const each of downFrom(name, disks)) burdens.set(each, (burdens.get(each) ?? new Set()).add(burden))
  }
  for (const { name, volumes } of disks) for (const volume of volumes) for (const point of volume.mountPoints) {
    lay(name, 'mounted')
    if (isSystemPoint(point)) lay(name, 'system')
  }
  for (const { name, content } of disks) if (content.some((each) => STRANGE.has(each))) lay(name, 'held')
  for (const device of keepOut) { const name = wholeOf(device); if (name) lay(name, 'vault') }

  const isTraced = !keepOut.includes(undefined) && disks.some(({ volumes }) => volumes.some(({ mountPoints }) => mountPoints.includes('/')))
  const seen = disks.flatMap((disk) => {
    const sighting = sightingOf(disk, facts, disks, registry, burdens, isTraced)
    return sighting ? [{ name: disk.name, sighting }] : []
  })
  const drives = judge(seen.map(({ sighting }) => sighting))
  return {
    drives,
    holding: (device) => {
      const under = downFrom(wholeOf(device) ?? '', disks)
      return drives.find((_, i) => under.has(seen[i]?.name ?? '')) ?? null
    },
  }
}

function sightingOf(disk: Disk, facts: MacFacts, disks: readonly Disk[], registry: ReturnType<typeof readRegistry>, burdens: Map<string, Set<Burden>>, isTraced: boolean): Sighting | null {
  const info = Object.hasOwn(facts.info, disk.name) ? fieldsOf(readPlist(facts.info[disk.name] ?? '')) : fieldsOf(null)
  const protocol = line(info['BusProtocol'])
  // Synthesized: made of others, and wiped with them. Apple's own storage says "Unknown" of itself, and is real.
  if (disk.stores.length > 0 || (line(info['VirtualOrPhysical']) === 'Virtual' && protocol !== 'Disk Image')) return null
  const image = protocol === 'Disk Image'
  const bus = BUSES.get(protocol.toLowerCase()) ?? 'unknown'
  const removable = yes(info['RemovableMedia']) ?? yes(info['Removable']) ?? false
  const internal = yes(info['Internal'])
  const known = registry.get(disk.name)
  const strange = [disk, ...upFrom(disk, disks)].some(({ content }) => content.some((each) => STRANGE.has(each)))
  return {
    path: `/dev/${disk.name}`, maker: known?.maker ?? '', model: line(info['MediaName']) || known?.model || line(info['IORegistryEntryName']), firmware: known?.firmware ?? '', wwn: null,
    bus: image ? 'virtual' : bus, kind: image ? 'image' : kindOf(bus, removable, yes(info['SolidState'])), removable,
    readOnly: (yes(info['WritableMedia']) ?? yes(info['Writable']) ?? false) === false, insertion: known?.entry ?? null,
    volumes: [disk, ...upFrom(disk, disks)].flatMap(({ volumes }) => volumes),
    // The file behind an image, and so its identity, is not asked for: an image is wiped by its path.
    rawSerial: known?.serial ?? null, bytes: count(info['TotalSize']) ?? count(info['Size']) ?? disk.bytes,
    logicalSector: count(info['DeviceBlockSize']), physicalSector: known?.physicalSector ?? null,
    nature: image || strange || !isTraced || internal === null ? 'unknown' : natureOf(bus, internal, removable), carries: burdens.get(disk.name) ?? new Set(),
  }
}

interface Disk { name: string; stores: string[]; content: string[]; volumes: Volume[]; bytes: number | null }

function diskOf(said: Said): Disk {
  const parts = [...listOf(said['Partitions']), ...listOf(said['APFSVolumes'])].map(fieldsOf)
  return {
    name: exact(said['DeviceIdentifier']) ?? '', bytes: count(said['Size']),
    stores: listOf(said['APFSPhysicalStores']).flatMap((store) => exact(fieldsOf(store)['DeviceIdentifier']) ?? exact(fieldsOf(store)['APFSPhysicalStore']) ?? exact(store) ?? []),
    content: [said, ...parts].map((each) => line(each['Content'])),
    volumes: [...(exact(said['MountPoint']) === null ? [] : [said]), ...parts].map(volumeOf),
  }
}

/** The sealed system volume is mounted as a snapshot of itself: `/` then stands with the snapshot. */
function volumeOf(said: Said): Volume {
  const snapshots = listOf(said['MountedSnapshots']).flatMap((each) => exact(fieldsOf(each)['SnapshotMountPoint']) ?? [])
  return {
    path: `/dev/${exact(said['DeviceIdentifier']) ?? ''}`, mountPoints: [...new Set([...listOf(said['MountPoint']).flatMap((point) => exact(point) ?? []), ...snapshots])],
    fileSystem: lineOrNull(said['Content']), label: lineOrNull(said['VolumeName']), bytes: count(said['Size']), freeBytes: null,
  }
}

/** This disk and those that store it. */
function downFrom(name: string, disks: readonly Disk[]): Set<string> {
  const seen = new Set([name])
  for (const each of seen) for (const store of disks.find((disk) => disk.name === each)?.stores ?? []) { const under = wholeOf(store); if (under) seen.add(under) }
  return seen
}

const upFrom = (disk: Disk, disks: readonly Disk[]): Disk[] => disks.filter((other) => other !== disk && downFrom(other.name, disks).has(disk.name))

/** `disk3` of `/dev/disk3s1s1`. */
const wholeOf = (device: string | null | undefined): string | null => /^(?:\/dev\/)?r?(disk\d+)(?:s\d+)*$/.exec(device ?? '')?.[1] ?? null

const isSystemPoint = (point: string) => point === '/' || /^\/(System|private|usr|Users|Library|Applications|nix)(\/|$)/.test(point)

/** Parts of something larger of which diskutil says no more here: AppleRAID, CoreStorage. */
const STRANGE = new Set(['Apple_RAID', 'Apple_RAID_Offline', 'Apple_CoreStorage'])

/** `BusProtocol` of diskutil. Thunderbolt, FireWire, Fibre Channel and iSCSI are unknown. */
const BUSES: ReadonlyMap<string, Drive['bus']> = new Map([
  ['usb', 'usb'], ['sata', 'sata'], ['ata', 'sata'], ['sas', 'sas'], ['pci-express', 'nvme'], ['pci', 'nvme'], ['apple fabric', 'nvme'], ['secure digital', 'mmc'], ['atapi', 'optical'],
])

function natureOf(bus: Drive['bus'], internal: boolean, removable: boolean): Sighting['nature'] {
  if (bus === 'usb') return internal && !removable ? 'unknown' : 'removable'
  if (bus === 'mmc') return removable ? 'removable' : 'unknown'
  if (bus !== 'sata' && bus !== 'sas' && bus !== 'nvme') return 'unknown'
  return removable ? 'removable' : internal ? 'internal' : 'unknown'
}

/** A rotating disk says nothing of `SolidState`; neither does a bridge that does not know. */
function kindOf(bus: Drive['bus'], removable: boolean, solid: boolean | null): Drive['kind'] {
  if (bus === 'optical') return 'optical'
  if (bus === 'mmc' || (bus === 'usb' && removable)) return 'flash'
  if (bus === 'nvme' || solid === true) return 'SSD'
  return (bus === 'sata' || bus === 'sas') && solid === false ? 'HDD' : 'unknown'
}
