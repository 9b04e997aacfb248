import * as z from 'zod'

/** Commands to the drive itself, by what the drive does. */
export const DriveMethod = z.enum([
  'ata-security-erase', 'ata-security-erase-enhanced', 'ata-sanitize-block', 'ata-sanitize-crypto', 'ata-sanitize-overwrite',
  'nvme-sanitize-block', 'nvme-sanitize-crypto', 'nvme-sanitize-overwrite', 'nvme-format-erase', 'nvme-format-crypto',
  'scsi-sanitize-block', 'scsi-sanitize-crypto', 'scsi-sanitize-overwrite', 'discard-secure',
])
export type DriveMethod = z.infer<typeof DriveMethod>

/** Why a drive will not do it now. `other-namespaces`: the command would take more than this drive. `password-set`: somebody locked it before. */
export const WhyNot = z.enum(['not-this-platform', 'not-supported', 'no-program', 'no-answer', 'frozen', 'locked', 'password-set', 'other-namespaces', 'sanitizing'])
export type WhyNot = z.infer<typeof WhyNot>

/**
 * `category` as NIST SP 800-88 and IEEE 2883 count it for this kind of drive, never higher; `seconds` as the drive estimates, null where it does not.
 * `reliesOnEncryption`: only the key is destroyed, which is worth what the encryption from first use on was worth.
 */
export const DriveAbility = z.object({ method: DriveMethod, category: z.enum(['Clear', 'Purge']), seconds: z.number().nullable(), reliesOnEncryption: z.boolean(), whyNot: WhyNot.nullable() })
export type DriveAbility = z.infer<typeof DriveAbility>

/** Sectors that a drive keeps from its computer. `unknown` is what a bridge says. */
export const HiddenAreas = z.object({ hpa: z.enum(['none', 'present', 'unknown']), dco: z.enum(['none', 'present', 'unknown']), visibleSectors: z.number().nullable(), nativeSectors: z.number().nullable() })
export type HiddenAreas = z.infer<typeof HiddenAreas>

/** What a drive can be told to do to itself; empty with a reason where nothing is known. */
export const DriveAbilities = z.object({ abilities: z.array(DriveAbility), reason: z.enum(['not-this-platform', 'not-this-drive']).nullable(), hidden: HiddenAreas })
export type DriveAbilities = z.infer<typeof DriveAbilities>

/** What was asked of a program and what it said, shortened, for the record. */
export const Said = z.object({ program: z.string(), args: z.array(z.string()), code: z.number().nullable(), out: z.string(), err: z.string() })
export type Said = z.infer<typeof Said>

/**
 * `done` only where the drive itself said that it completed. `unknown`: the command was given and cannot be called back, and nobody saw its end.
 * `abandoned`: cancelled before it was given. `passwordLeft`: set for the erase, and still set.
 */
export const DriveCommandResult = z.object({
  outcome: z.enum(['done', 'failed', 'unsupported', 'frozen', 'refused', 'abandoned', 'unknown']), whyNot: z.union([WhyNot, z.enum(['not-this-drive', 'hindered', 'changed'])]).nullable(),
  method: DriveMethod, category: z.enum(['Clear', 'Purge']).nullable(), said: z.array(Said), passwordLeft: z.string().nullable(),
  samples: z.object({ places: z.number().int(), unchanged: z.number().int() }).nullable(),
})
export type DriveCommandResult = z.infer<typeof DriveCommandResult>

export const DriveCommandProgress = z.object({ fraction: z.number().nullable() })
export type DriveCommandProgress = z.infer<typeof DriveCommandProgress>

/** What another program's log says of one drive; null where it does not say. Times as they stand there: it names no time zone. */
export const WipeLog = z.object({
  tool: z.enum(['nwipe', 'Blancco']), version: z.string().nullable(), serial: z.string().nullable(), model: z.string().nullable(), device: z.string().nullable(), method: z.string().nullable(),
  started: z.string().nullable(), ended: z.string().nullable(), result: z.enum(['erased', 'erased-with-exceptions', 'failed', 'aborted']), errors: z.array(z.string()),
})
export type WipeLog = z.infer<typeof WipeLog>

/** A command that was given to a drive, and what came of it; null until it has ended. `promised`: what it counts for, if the drive says that it completed. */
export const CommandGiven = z.object({ method: DriveMethod, promised: z.enum(['Clear', 'Purge']), reliesOnEncryption: z.boolean(), result: DriveCommandResult.nullable() })
export type CommandGiven = z.infer<typeof CommandGiven>

/** Another program's run, by its own log; the log itself lies in the vault. */
export const OtherProgram = z.object({ log: WipeLog, file: z.string(), sha256: z.string(), bytes: z.number().int(), blob: z.string(), performedBy: z.string() })
export type OtherProgram = z.infer<typeof OtherProgram>
