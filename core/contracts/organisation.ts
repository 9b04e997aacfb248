import * as z from 'zod'
import { PersonId } from '../people/person.ts'
import { Lines, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'
import { ContractId } from './contract-of-work.ts'

export const PostId = z.string().min(1).max(64).brand<'PostId'>()
export type PostId = z.infer<typeof PostId>

/** 体制 (Art. 3①, 5①): who answers for what under one contract. */
export const PostDuty = z.enum(['作業責任者', '代理者', '媒体管理者', '連絡担当'])
export type PostDuty = z.infer<typeof PostDuty>

/** One place in the 体制表 (F-01), with the days it is held. */
export const Post = z.object({
  id: PostId,
  contractId: ContractId,
  duty: PostDuty,
  personId: PersonId,
  validFrom: Day,
  /** The last day; null is open. */
  validTo: Day.nullable(),
  /** 連絡順: who is called first; null is not called. */
  contactOrder: z.number().int().min(1).max(99).nullable(),
  /** Weekdays, and nights and holidays. */
  telDay: Text,
  telNight: Text,
  endReason: Lines,
  recordedAt: Instant,
})
export type Post = z.infer<typeof Post>

/** 作業責任者の変更 (Art. 5③): old, new, from when, why, and when the notice went in. */
export const SupervisorChange = z.object({
  id: z.string(),
  contractId: ContractId,
  from: PersonId,
  to: PersonId,
  effectiveOn: Day,
  reason: Lines,
  /** The day the 変更届 (F-01) was handed in and its number; null where the city has not asked for it. */
  submittedOn: Day.nullable(),
  docNo: Text,
  recordedAt: Instant,
})
export type SupervisorChange = z.infer<typeof SupervisorChange>

export const Organisation = z.object({ posts: z.array(Post), changes: z.array(SupervisorChange) })
export type Organisation = z.infer<typeof Organisation>

export const Appoint = Post.pick({ contractId: true, duty: true, personId: true, validFrom: true, validTo: true, contactOrder: true, telDay: true, telNight: true })
export type Appoint = z.infer<typeof Appoint>
const Reason = Lines.refine((s) => s.length > 0, { error: 'empty' })
export const EndPost = z.object({ postId: PostId, validTo: Day, reason: Reason })
export const ChangeSupervisor = SupervisorChange.pick({ contractId: true, to: true, effectiveOn: true, submittedOn: true, docNo: true }).extend({ reason: Reason, contactOrder: Post.shape.contactOrder, telDay: Text, telNight: Text })
export type ChangeSupervisor = z.infer<typeof ChangeSupervisor>
