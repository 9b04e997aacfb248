import * as z from 'zod'
import { Text } from '../text.ts'
import { MediumNo } from './medium.ts'

/** A part of a drive that an operating system can mount. A drive with a file system and no partitions is its own volume. */
export const Volume = z.object({
  path: z.string(),
  mountPoints: z.array(z.string()),
  fileSystem: z.string().nullable(),
  label: z.string().nullable(),
  bytes: z.number().int().nullable(),
  freeBytes: z.number().int().nullable(),
})
export type Volume = z.infer<typeof Volume>

/** Why a drive may not be wiped now. Nothing here can be overridden from a window. `held`: RAID, LVM, an open LUKS container, a pool. */
export const DriveHindrance = z.enum(['system', 'swap', 'vault', 'mounted', 'held', 'read-only', 'no-size', 'no-serial', 'unknown'])
export type DriveHindrance = z.infer<typeof DriveHindrance>

/**
 * A drive as this machine sees it at one moment. Only what is certain is said: a serial that a bridge invents or hides is null,
 * a role that the platform does not tell is `unknown`. `insertion` changes every time something is plugged in, so that a drive
 * which took another's place is not mistaken for it.
 *
 * An image on a loop device has kind `image` and role `internal`; its serial is `image:INODE:PATH` of the file behind it, which
 * stays the same when it is attached again and changes when another file takes its name.
 */
export const Drive = z.object({
  path: z.string(),
  maker: Text,
  model: Text,
  firmware: Text,
  serial: z.string().min(1).nullable(),
  wwn: z.string().nullable(),
  bus: z.enum(['usb', 'sata', 'sas', 'nvme', 'mmc', 'optical', 'virtual', 'loop', 'unknown']),
  kind: z.enum(['HDD', 'SSD', 'flash', 'optical', 'image', 'unknown']),
  role: z.enum(['system', 'internal', 'removable', 'unknown']),
  /** What the platform says of the medium: it can be taken out. A hard disk on USB says no, and its role is `removable`. */
  removable: z.boolean(),
  readOnly: z.boolean(),
  bytes: z.number().int().nonnegative(),
  logicalSector: z.number().int().positive(),
  physicalSector: z.number().int().positive(),
  insertion: z.string().nullable(),
  volumes: z.array(Volume),
  hindrances: z.array(DriveHindrance),
})
export type Drive = z.infer<typeof Drive>

/** By what a drive is known again before the first byte: serial, size and insertion, never the path alone. */
export const DriveIdentity = Drive.pick({ path: true, serial: true, bytes: true, insertion: true, logicalSector: true })
export type DriveIdentity = z.infer<typeof DriveIdentity>

/** A drive, and the medium of the register (媒体管理簿) that has its serial number; null when there is none. */
export const FoundDrive = Drive.extend({ mediumNo: MediumNo.nullable() })
export type FoundDrive = z.infer<typeof FoundDrive>
