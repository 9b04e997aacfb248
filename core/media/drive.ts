import * as z from 'zod'
import { Text } from '../text.ts'

/** A part of a drive that an operating system can mount. */
export const Volume = z.object({
  path: z.string(),
  mountPoints: z.array(z.string()),
  fileSystem: z.string().nullable(),
  label: z.string().nullable(),
  bytes: z.number().int().nullable(),
  freeBytes: z.number().int().nullable(),
})
export type Volume = z.infer<typeof Volume>

/** Why a drive may not be wiped now. Nothing here can be overridden from a window. */
export const DriveHindrance = z.enum(['system', 'swap', 'vault', 'mounted', 'held', 'read-only', 'no-size', 'no-serial', 'unknown'])
export type DriveHindrance = z.infer<typeof DriveHindrance>

/**
 * A drive as this machine sees it at one moment. Only what is certain is said: a serial that a bridge invents or hides is null,
 * a role that the platform does not tell is `unknown`. `insertion` changes every time something is plugged in, so that a drive
 * which took another's place is not mistaken for it.
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
