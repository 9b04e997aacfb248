import type { Drive, DriveHindrance, Volume } from '../../core/media/drive.ts'
import { obtainableSerial, withoutDoubles } from './serial.ts'

/** What a platform's parser found of one drive, before anything is concluded from it. */
export interface Sighting extends Pick<Drive, 'path' | 'maker' | 'model' | 'firmware' | 'wwn' | 'bus' | 'kind' | 'removable' | 'readOnly' | 'insertion' | 'volumes'> {
  /** As the device or its bridge says it; an image's own identity already stands here. */
  rawSerial: unknown
  bytes: number | null
  logicalSector: number | null
  physicalSector: number | null
  /** What it would be if nothing of this system lay on it. */
  nature: 'internal' | 'removable' | 'unknown'
  /** What lies on it, found by walking from every mount, swap and kept path down to the drives. */
  carries: ReadonlySet<Burden>
}
export type Burden = 'system' | 'swap' | 'vault' | 'mounted' | 'held'

/** The one place where roles and hindrances are decided, the same for every platform. Silence is not consent. */
export function judge(sightings: readonly Sighting[]): Drive[] {
  const drives = sightings.map((sighting) => {
    const { rawSerial, nature, carries, logicalSector, physicalSector, bytes, ...rest } = sighting
    const role = carries.has('system') || carries.has('swap') ? 'system' as const : nature
    const sector = isSector(logicalSector) ? logicalSector : 512
    // A size that is no number of sectors was read wrong, or of something that is no drive.
    const said = isSector(logicalSector) && bytes !== null && bytes % sector === 0
    return {
      ...rest,
      role,
      serial: rest.kind === 'image' ? imageSerial(rawSerial) : obtainableSerial(rawSerial, rest),
      bytes: bytes ?? 0,
      logicalSector: sector,
      physicalSector: isSector(physicalSector) ? Math.max(physicalSector, sector) : sector,
      carries,
      certain: role !== 'unknown' && said,
    }
  })
  return withoutDoubles(drives).map(({ carries, certain, ...drive }) => ({ ...drive, hindrances: hindrancesOf(drive, carries, certain) }))
}

function hindrancesOf(drive: Omit<Drive, 'hindrances'>, carries: ReadonlySet<Burden>, certain: boolean): DriveHindrance[] {
  const stands: Record<DriveHindrance, boolean> = {
    'system': drive.role === 'system',
    'swap': carries.has('swap'),
    'vault': carries.has('vault'),
    'mounted': carries.has('mounted') || drive.volumes.some(isMounted),
    'held': carries.has('held'),
    'read-only': drive.readOnly,
    'no-size': drive.bytes === 0,
    'no-serial': drive.serial === null,
    'unknown': !certain,
  }
  return (Object.keys(stands) as DriveHindrance[]).filter((hindrance) => stands[hindrance])
}

const isMounted = ({ mountPoints }: Volume) => mountPoints.length > 0
// The register keeps serial numbers of up to 200 characters; a path that is cut off is no identity.
const imageSerial = (raw: unknown) => (typeof raw === 'string' && raw.startsWith('image:') && raw.length <= 200 ? raw : null)

/** Sectors that drives have: powers of two from 512 bytes (2048: optical) to 64 KiB. */
const isSector = (bytes: number | null): bytes is number => bytes !== null && bytes >= 512 && bytes <= 65_536 && (bytes & (bytes - 1)) === 0
