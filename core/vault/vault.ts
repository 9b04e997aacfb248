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

export const Session = z.object({ personId: PersonId, name: Name, loginId: LoginId, roles: z.array(Role), since: Instant })
export type Session = z.infer<typeof Session>

/** `absent`: no vault here yet · `locked` · `open`. Says nothing of the organisation while locked. */
export const VaultStatus = z.object({ state: z.enum(['absent', 'locked', 'open']), organisation: Organisation.nullable(), session: Session.nullable(), idleLockMinutes: z.number(), openQuestions: z.number() })
export type VaultStatus = z.infer<typeof VaultStatus>

export const CreateVault = z.object({
  organisation: Organisation,
  administrator: z.object({ name: Name, kana: Name, title: Text, email: Text, tel: Text, loginId: LoginId, password: Secret, roles: z.array(Role).default([]) }),
})
export type CreateVault = z.infer<typeof CreateVault>
/** The recovery key is printed and locked away; it crosses the wire once. */
export const VaultCreated = z.object({ status: VaultStatus, recoveryKey: z.string() })
export const Unlock = z.object({ loginId: z.string().min(1).max(64), password: Secret })
export const Recover = z.object({ recoveryKey: Secret, loginId: LoginId, newPassword: Secret })
export const ChangePassword = z.object({ current: Secret, next: Secret })
export const GiveAccount = z.object({ personId: PersonId, loginId: LoginId, password: Secret })
export const ResumeAccount = z.object({ personId: PersonId, password: Secret })
