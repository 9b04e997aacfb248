import * as z from 'zod'
import { Instant } from '../time.ts'

/** One card of 今日: what kind, how urgent, on which article, about what, and where its button leads. */
export const Card = z.object({
  kind: z.enum(['overdue', 'question', 'approval', 'out', 'todo', 'calm']),
  code: z.string(),
  article: z.string().nullable(),
  subjectId: z.string(),
  subject: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  at: Instant.nullable(),
  leadsTo: z.string(),
})
export type Card = z.infer<typeof Card>
export const Today = z.object({ at: Instant, cards: z.array(Card) })
export type Today = z.infer<typeof Today>
