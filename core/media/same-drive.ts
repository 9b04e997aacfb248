import type { Drive, DriveIdentity } from './drive.ts'

/** In what a drive is no longer the one that was chosen. `no-serial`: it was never known by what it is, so nobody can say. */
export type DriveDifference = 'gone' | 'no-serial' | 'other-serial' | 'other-size' | 'other-sector' | 'other-insertion'

/**
 * Whether `now` is the drive that was chosen, asked right before the first byte. Its path may have changed (devices are
 * renumbered); serial, size, sector and insertion may not, and a platform that does not tell one of them told so both times.
 */
export function sameDrive(chosen: DriveIdentity, now: DriveIdentity | null): 'same' | DriveDifference {
  if (!now) return 'gone'
  if (chosen.serial === null) return 'no-serial'
  if (now.serial !== chosen.serial) return 'other-serial'
  if (now.bytes !== chosen.bytes) return 'other-size'
  if (now.logicalSector !== chosen.logicalSector) return 'other-sector'
  return now.insertion === chosen.insertion ? 'same' : 'other-insertion'
}

/** The drive with this serial number, wherever it is plugged in now; null when there is none, or more than one. */
export function findAgain(chosen: DriveIdentity, drives: readonly Drive[]): Drive | null {
  const found = chosen.serial === null ? [] : drives.filter(({ serial }) => serial === chosen.serial)
  return found.length === 1 ? (found[0] ?? null) : null
}
