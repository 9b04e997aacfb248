import * as z from 'zod'
import { Exception } from '../people/exception.ts'
import { PersonId } from '../people/person.ts'
import { Instant } from '../time.ts'

/** One use of an exception (EXC), as the auditor asks for it: the rule, what for, by whose number, who, and when. */
export const ExceptionUsed = z.object({
  /** The ledger's number of the entry that holds it. */
  seq: z.number().int(),
  /** null: it binds no single contract. */
  contractId: z.string().nullable(),
  rule: z.string(),
  article: z.string(),
  kind: z.string(),
  subject: z.string(),
  subjectId: z.string(),
  leadsTo: z.string(),
  exception: Exception,
  by: PersonId.nullable(),
  at: Instant,
})
export type ExceptionUsed = z.infer<typeof ExceptionUsed>
