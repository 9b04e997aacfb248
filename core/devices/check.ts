import * as z from 'zod'
import { Exception, ExceptionOrder } from '../people/exception.ts'
import { PersonId } from '../people/person.ts'
import { Lines, Name, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'
import { Device, DeviceId, MachineIdentity } from './device.ts'
import { LeakKind } from './leak-prone.ts'

export const OperatingSystem = z.object({ name: Name, build: Text })
/** `active`: whether it watches now; null where that cannot be told. */
export const Antivirus = z.object({ product: Name, engine: Text, patternOn: Day.nullable(), active: z.boolean().nullable() })
export type Antivirus = z.infer<typeof Antivirus>
/** An installed application, and where its name was found. */
export const Application = z.object({ name: z.string().min(1).max(300), version: z.string().max(200) })
export type Application = z.infer<typeof Application>

/** Why the platform did not say something. */
export const NotSaid = z.object({ what: z.enum(['os', 'updates', 'antivirus', 'applications']), why: z.string().max(500) })

/** What this machine says of itself; null for what it did not say, with the reason in `notSaid`. */
export const WorkstationFacts = z.object({
  os: OperatingSystem.nullable(),
  lastUpdateOn: Day.nullable(),
  antivirus: Antivirus.nullable(),
  applications: z.array(Application).max(20_000).nullable(),
  notSaid: z.array(NotSaid).max(20),
})
export type WorkstationFacts = z.infer<typeof WorkstationFacts>

/** This machine, the device that it is in the register, and what it says of itself. */
export const LookedAt = z.object({ machine: MachineIdentity, device: Device.nullable(), facts: WorkstationFacts })
export type LookedAt = z.infer<typeof LookedAt>

/** Who knows it: the platform, a person who looked, or nobody. */
export const Source = z.enum(['read', 'attested', 'unknown'])
export type Source = z.infer<typeof Source>

/** An application of the list that was found on the device. */
export const Found = z.object({ name: z.string(), listedAs: z.string(), kind: LeakKind })
export type Found = z.infer<typeof Found>

export const FindingCode = z.enum([
  'private-device', 'no-antivirus', 'antivirus-off', 'pattern-unknown', 'pattern-old', 'pattern-too-old', 'os-unknown', 'updates-unknown', 'updates-old', 'applications-unseen', 'leak-prone-found', 'leak-prone-excepted', 'no-measures',
])
export type FindingCode = z.infer<typeof FindingCode>
/** What a check came upon. `fails`: not passed until it is put right; otherwise it is told, and the work goes on. */
export const Finding = z.object({ code: FindingCode, fails: z.boolean(), about: z.string() })
export type Finding = z.infer<typeof Finding>

/** 情報システム点検 (Art. 11(10)イ–キ, F-22): one device on one day. */
export const DeviceCheck = z.object({
  id: z.string().min(1).max(64),
  /** `C-0001`, of the whole office. */
  no: z.string(),
  deviceId: DeviceId,
  at: Instant,
  by: PersonId,
  /** Made at the device itself, so that it could say what it knows. */
  atTheDevice: z.boolean(),
  os: z.object({ value: OperatingSystem.nullable(), source: Source }),
  lastUpdateOn: z.object({ value: Day.nullable(), source: Source }),
  antivirus: z.object({ value: Antivirus.nullable(), source: Source }),
  /** How many applications were looked at, and those of the list among them. */
  applications: z.object({ count: z.number().int().nullable(), found: z.array(Found), source: Source }),
  internetConnected: z.boolean(),
  /** Measures against targeted attacks (Art. 11(10)イ). */
  measures: z.array(Name).max(30),
  /** Neither private nor unapproved (Art. 11(10)オ); nobody but a person can say so. */
  notPrivate: z.boolean(),
  findings: z.array(Finding),
  result: z.enum(['適合', '不適合']),
  corrective: Lines,
  exception: Exception.nullable(),
})
export type DeviceCheck = z.infer<typeof DeviceCheck>

/** What a person saw; asked for only where the machine does not say. `applications`: names of the list that were found; null: nobody looked. */
export const Attested = z.object({
  os: OperatingSystem.nullable(), lastUpdateOn: Day.nullable(), antivirus: Antivirus.nullable(), applications: z.array(Name).max(200).nullable(),
})
export type Attested = z.infer<typeof Attested>
export const CheckDevice = z.object({
  deviceId: DeviceId, attested: Attested, measures: z.array(Name).max(30), notPrivate: z.boolean(), corrective: Lines, exception: ExceptionOrder.nullable(),
})
export type CheckDevice = z.infer<typeof CheckDevice>
