import * as z from 'zod'
import { KeptFile } from '../kept-file.ts'
import { EmailOrNone, Lines, Name, Sha256, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

/** What a person may do here; the office's words, not the operating system's. */
export const Role = z.enum(['administrator', 'supervisor', 'worker', 'mediaAdmin', 'auditor', 'cityOfficer', 'cityManager'])
export type Role = z.infer<typeof Role>

export const EmploymentType = z.enum(['正社員', '契約', '派遣', 'パート', 'その他'])
export type EmploymentType = z.infer<typeof EmploymentType>

export const PersonId = z.string().min(1).max(64).brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

/** What a clerk says of an education that took place. */
export const TrainingWords = z.object({ on: Day, title: Name, trainer: Name, method: Name, score: z.number().int().min(0).max(100).nullable(), textSha256: Sha256.nullable() })
/** Art. 7: education before the first handling; `sessionId` is the session it was held in. */
export const Training = TrainingWords.extend({ sessionId: z.string().max(64).nullable().default(null) })
export type Training = z.infer<typeof Training>

/** A signature as it was drawn: strokes of points, in units of a field 1000 wide and 300 high. */
export const Strokes = z.array(z.array(z.tuple([z.number().int().min(0).max(1000), z.number().int().min(0).max(300)])).min(1).max(2000)).max(200)
  .refine((strokes) => strokes.reduce((sum, { length }) => sum + length, 0) <= 10_000, { error: 'too-large' })
export type Strokes = z.infer<typeof Strokes>

/** What a clerk says of a pledge that was signed. */
export const PledgeWords = z.object({ on: Day, textVersion: Name, signedBy: z.enum(['自署', '画面署名', 'スキャン']), scanSha256: Sha256.nullable() })
/** Art. 8②: the pledge and how it was signed. 「等」 (`その他`) is what was taken in its place, and why. */
export const Pledge = PledgeWords.extend({
  signedBy: z.enum(['自署', '画面署名', 'スキャン', 'その他']),
  addressee: z.enum(['市', '受託者']).nullable().default(null),
  typedName: Text.default(''),
  strokes: Strokes.default([]),
  scan: KeptFile.nullable().default(null),
  insteadReason: Lines.default(''),
})
export type Pledge = z.infer<typeof Pledge>

/** A pledge that no longer stands: withdrawn by the person, or ended and replaced. It is kept beyond the contract (Art. 8①). */
export const FormerPledge = z.object({ pledge: Pledge, endedOn: Day, how: z.enum(['撤回', '終了']), reason: Lines })

/** What of a roster line may be revised; roles and pledges have acts of their own. */
export const RosterWords = z.object({
  name: Name,
  kana: Name,
  /** null: one of our own; otherwise the dispatching or subcontracted company (Art. 9, 10). */
  company: Name.nullable(),
  employment: EmploymentType,
  title: Text,
  email: EmailOrNone,
  tel: Text,
  /** 担当業務. */
  tasks: Text,
  /** 従事期間; null is open. */
  from: Day.nullable(),
  to: Day.nullable(),
})
export type RosterWords = z.infer<typeof RosterWords>

/** How a line read before it was revised. */
export const RosterRevision = z.object({ was: RosterWords, at: Instant, by: PersonId.nullable(), reason: Lines })

/** 従事 · 従事停止 · 解除: whether someone who is trained and pledged may go on. */
export const Duty = z.object({ state: z.enum(['従事', '従事停止', '解除']), since: Instant.nullable(), reason: Lines })
export type Duty = z.infer<typeof Duty>
/** Whether the ID may be used (Art. 11(10)ア). A revoked one is gone: `loginId` is null again. */
export const Access = z.object({ state: z.enum(['active', 'suspended']), since: Instant.nullable(), reason: Lines })

/** Art. 5②: one line of the roster. */
export const Person = RosterWords.extend({
  id: PersonId,
  roles: z.array(Role).max(7),
  loginId: z.string().nullable(),
  trainings: z.array(Training),
  pledge: Pledge.nullable(),
  registeredAt: Instant,
  tasks: Text.default(''),
  from: Day.nullable().default(null),
  to: Day.nullable().default(null),
  duty: Duty.default({ state: '従事', since: null, reason: '' }),
  access: Access.default({ state: 'active', since: null, reason: '' }),
  revisions: z.array(RosterRevision).default([]),
  formerPledges: z.array(FormerPledge).default([]),
})
export type Person = z.infer<typeof Person>

/** What every line of the roster begins with. */
export const NEWCOMER: Pick<Person, 'trainings' | 'pledge' | 'tasks' | 'from' | 'to' | 'duty' | 'access' | 'revisions' | 'formerPledges'> = {
  trainings: [], pledge: null, tasks: '', from: null, to: null, duty: { state: '従事', since: null, reason: '' }, access: { state: 'active', since: null, reason: '' }, revisions: [], formerPledges: [],
}

export type Standing = '登録' | '教育済' | '誓約済' | '従事可' | '従事停止' | '解除'
/** 登録 → 教育済 → 誓約済 → 従事可 → 従事停止 → 解除, in the words of the office. */
export function standing(person: { trainings: readonly unknown[]; pledge: object | null; duty?: Duty }): Standing {
  if (person.duty && person.duty.state !== '従事') return person.duty.state
  if (person.trainings.length > 0) return person.pledge ? '従事可' : '教育済'
  return person.pledge ? '誓約済' : '登録'
}

export const RegisterPerson = RosterWords.omit({ tasks: true, from: true, to: true }).extend({ roles: Person.shape.roles, tasks: Text.optional(), from: Day.nullable().optional(), to: Day.nullable().optional() })
export type RegisterPerson = z.infer<typeof RegisterPerson>
const Reason = Lines.refine((s) => s.length > 0, { error: 'empty' })
/** 訂正: the line as it shall read, and why. */
export const RevisePerson = z.object({ personId: PersonId, words: RosterWords, reason: Reason })
export const StopPerson = z.object({ personId: PersonId, reason: Reason })
/** 引継ぎ: the keys and media that one person answers for go to another. */
export const HandOverKeys = z.object({ personId: PersonId, toPersonId: PersonId })
export const RecordTraining = z.object({ personIds: z.array(PersonId).min(1).max(500), training: TrainingWords })
export const SignPledge = z.object({ personId: PersonId, pledge: PledgeWords })
