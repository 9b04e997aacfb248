import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { Name, Sha256, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

/** One line of the emergency contacts, in the order in which they are called. */
export const EmergencyContact = z.object({ organisation: Name, name: Name, telDay: Name, telNight: Text })
export type EmergencyContact = z.infer<typeof EmergencyContact>

/** 緊急時対応計画 (Art. 18②, F-36): which version of which file holds, and who is called. */
export const EmergencyPlan = z.object({
  contractId: ContractId, version: Name, fileName: Name, sha256: Sha256, effectiveOn: Day, contacts: z.array(EmergencyContact).min(1).max(50), registeredAt: Instant,
})
export type EmergencyPlan = z.infer<typeof EmergencyPlan>

export const RegisterEmergencyPlan = EmergencyPlan.omit({ registeredAt: true })
