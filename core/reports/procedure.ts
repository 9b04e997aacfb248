import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { PersonId } from '../people/person.ts'
import { Name, Text } from '../text.ts'
import { Instant } from '../time.ts'

/** Who is told of an accident, by which means, and within what time: the order is that of the list. */
export const EmergencyReport = z.object({ name: Name, means: Name, within: Text })

/** 報告手順 (Art. 16①, F-32): how often the handling is reported, by which day of the following month, to whom; and who is told in an emergency. */
export const ReportingProcedure = z.object({
  contractId: ContractId,
  interval: z.enum(['毎月', '求めがあったとき']),
  /** The day of the month after the one reported on. */
  dueDay: z.number().int().min(1).max(28),
  recipients: Name,
  emergency: z.array(EmergencyReport).min(1).max(50),
  decidedBy: PersonId,
  decidedAt: Instant,
})
export type ReportingProcedure = z.infer<typeof ReportingProcedure>

export const DecideProcedure = ReportingProcedure.omit({ decidedBy: true, decidedAt: true })
