import * as z from 'zod'
import { EmailOrNone, Name, Sha256, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

/** What a person may do here; the office's words, not the operating system's. */
export const Role = z.enum(['administrator', 'supervisor', 'worker', 'mediaAdmin', 'auditor', 'cityOfficer', 'cityManager'])
export type Role = z.infer<typeof Role>

export const EmploymentType = z.enum(['正社員', '契約', '派遣', 'パート', 'その他'])
export type EmploymentType = z.infer<typeof EmploymentType>

export const PersonId = z.string().min(1).max(64).brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

/** Art. 7: education before the first handling. */
export const Training = z.object({ on: Day, title: Name, trainer: Name, method: Name, score: z.number().int().min(0).max(100).nullable(), textSha256: Sha256.nullable() })
export type Training = z.infer<typeof Training>

/** Art. 8②: the pledge and how it was signed. */
export const Pledge = z.object({ on: Day, textVersion: Name, signedBy: z.enum(['自署', '画面署名', 'スキャン']), scanSha256: Sha256.nullable() })
export type Pledge = z.infer<typeof Pledge>

/** Art. 5②: one line of the roster. */
export const Person = z.object({
  id: PersonId,
  name: Name,
  kana: Name,
  /** null: one of our own; otherwise the dispatching or subcontracted company (Art. 9, 10). */
  company: Name.nullable(),
  employment: EmploymentType,
  title: Text,
  email: EmailOrNone,
  tel: Text,
  roles: z.array(Role).max(7),
  loginId: z.string().nullable(),
  trainings: z.array(Training),
  pledge: Pledge.nullable(),
  registeredAt: Instant,
})
export type Person = z.infer<typeof Person>

/** 登録 → 教育済 → 誓約済 → 従事可, in the words of the office. */
export function standing(person: Pick<Person, 'trainings' | 'pledge'>): '登録' | '教育済' | '誓約済' | '従事可' {
  if (person.trainings.length > 0) return person.pledge ? '従事可' : '教育済'
  return person.pledge ? '誓約済' : '登録'
}

export const RegisterPerson = Person.pick({ name: true, kana: true, company: true, employment: true, title: true, email: true, tel: true, roles: true })
export type RegisterPerson = z.infer<typeof RegisterPerson>
export const RecordTraining = z.object({ personIds: z.array(PersonId).min(1).max(500), training: Training })
export const SignPledge = z.object({ personId: PersonId, pledge: Pledge })
