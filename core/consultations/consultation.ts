import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { PersonId } from '../people/person.ts'
import { Lines, Name, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

export const ConsultationId = z.string().min(1).max(64)

/** 合意: what was agreed in the end, and who of the city says so. */
const Agreed = z.object({ conclusion: Lines, on: Day, toldBy: Name, cityRef: Text, by: PersonId, at: Instant })

/** 協議 (Art. 22): what the specification does not settle, talked over by city and contractor. 起案 → 合意. */
export const Consultation = z.object({
  id: ConsultationId,
  /** `K-R8-017-001`, counted within the contract. */
  no: z.string(),
  contractId: ContractId, at: Instant, place: Text, topic: Lines, cityAttendees: Text, contractorAttendees: Text,
  /** As it was drafted; `agreed` says what it came to. */
  conclusion: Lines,
  draftedBy: PersonId, draftedAt: Instant, agreed: Agreed.nullable(), state: z.enum(['drafted', 'agreed']),
})
export type Consultation = z.infer<typeof Consultation>

export const DraftConsultation = Consultation.pick({ contractId: true, at: true, place: true, topic: true, cityAttendees: true, contractorAttendees: true, conclusion: true })
export type DraftConsultation = z.infer<typeof DraftConsultation>
export const AgreeConsultation = Agreed.omit({ by: true, at: true }).extend({ consultationId: ConsultationId })
export type AgreeConsultation = z.infer<typeof AgreeConsultation>
