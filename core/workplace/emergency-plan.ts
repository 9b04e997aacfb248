import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { Lines, Name, Sha256, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

/** One line of the emergency contacts, in the order in which they are called. */
export const EmergencyContact = z.object({ organisation: Name, name: Name, telDay: Name, telNight: Text })
export type EmergencyContact = z.infer<typeof EmergencyContact>

/** What is done first, and afterwards: 拡大防止, 証拠保全, 復旧, 再発防止. */
export const EmergencyProcedures = z.object({ containment: Lines, evidence: Lines, recovery: Lines, prevention: Lines })
export const Drill = z.object({ on: Day, content: Name, result: Text })

/** 緊急時対応計画 (Art. 18②, F-36): which version of which file holds, and who is called. */
export const EmergencyPlan = z.object({
  contractId: ContractId, version: Name, fileName: Name, sha256: Sha256, effectiveOn: Day, contacts: z.array(EmergencyContact).min(1).max(50),
  procedures: EmergencyProcedures.default({ containment: '', evidence: '', recovery: '', prevention: '' }), drills: z.array(Drill).max(100).default([]), registeredAt: Instant,
})
export type EmergencyPlan = z.infer<typeof EmergencyPlan>

export const RegisterEmergencyPlan = EmergencyPlan.omit({ registeredAt: true })
