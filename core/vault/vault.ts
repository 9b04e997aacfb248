import * as z from 'zod'
import { PersonId, Role } from '../people/person.ts'
import { Name, Secret, Text } from '../text.ts'
import { Instant } from '../time.ts'

/** Art. 11(10)ア: an ID of one's own. */
export const LoginId = z.string().regex(/^[a-z][a-z0-9._-]{2,31}$/)

export const OrganisationKind = z.enum(['contractor', 'city'])
export type OrganisationKind = z.infer<typeof OrganisationKind>

export const Organisation = z.object({
  kind: OrganisationKind,
  name: Name,
  address: Text,
  representative: Text,
  tel: Text,
  email: Text,
  /** What our documents' numbers begin with: `ひ` in `ひ-R8-001`. */
  docPrefix: z.string().min(1).max(10),
})
export type Organisation = z.infer<typeof Organisation>

export const PublicKeys = z.object({ rootPem: z.string(), fingerprint: z.string(), checkpointKeyPem: z.string(), checkpointKeyId: z.string(), checkWords: z.array(z.string()), encryptionPem: z.string().nullable().default(null) })
export type PublicKeys = z.infer<typeof PublicKeys>

/** `passwordGiven`: the password is still the one that an administrator chose. */
export const Session = z.object({ personId: PersonId, name: Name, loginId: LoginId, roles: z.array(Role), since: Instant, passwordGiven: z.boolean().optional() })
export type Session = z.infer<typeof Session>

/** What has to be done before anything else. */
export const Owed = z.enum(['own password', 'second factor'])
export type Owed = z.infer<typeof Owed>

/** `absent`: no vault here yet · `locked` · `open`. Says nothing of the organisation while locked. */
export const VaultStatus = z.object({ state: z.enum(['absent', 'locked', 'open']), organisation: Organisation.nullable(), session: Session.nullable(), idleLockMinutes: z.number(), openQuestions: z.number(),
  owed: z.array(Owed).optional(),
  /** Whether anybody here has a second factor: then a second person is asked for a code too. */
  codesAsked: z.boolean().optional(),
  /** While the door is being opened after an update: entries that were read anew, of how many. */
  bringingUp: z.object({ done: z.number().int(), total: z.number().int() }).optional(),
})
export type VaultStatus = z.infer<typeof VaultStatus>

export const CreateVault = z.object({
  organisation: Organisation,
  administrator: z.object({ name: Name, kana: Name, title: Text, email: Text, tel: Text, loginId: LoginId, password: Secret, roles: z.array(Role).default([]) }),
})
export type CreateVault = z.infer<typeof CreateVault>
/** The recovery key is printed and locked away; it crosses the wire once. */
export const VaultCreated = z.object({ status: VaultStatus, recoveryKey: z.string() })
/** Six digits of an authenticator, or a recovery code; where there is no second factor it is not looked at. */
export const Code = z.string().min(1).max(40)
export const Unlock = z.object({ loginId: z.string().min(1).max(64), password: Secret, code: Code.optional() })
export const Recover = z.object({ recoveryKey: Secret, loginId: LoginId, newPassword: Secret })
export const ChangePassword = z.object({ current: Secret, next: Secret, code: Code.optional() })
export const RenewRecoveryKey = z.object({ password: Secret, code: Code.optional() })
/** A new recovery key, shown once. */
export const RecoveryKeyRenewed = z.object({ recoveryKey: z.string() })
/** How one's own way in is kept: what a guess of the password costs whoever has the files, as measured when it was set; and the second factor. */
export const Access = z.object({
  cost: z.object({ N: z.number().int(), r: z.number().int(), p: z.number().int(), milliseconds: z.number().nullable() }),
  factor: z.object({ since: Instant, recoveryCodesLeft: z.number().int() }).nullable(),
  factorRequired: z.boolean(),
})
export type Access = z.infer<typeof Access>
export const GiveAccount = z.object({ personId: PersonId, loginId: LoginId, password: Secret })
export const ResumeAccount = z.object({ personId: PersonId, password: Secret })
