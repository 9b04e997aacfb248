import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Day } from '../../core/time.ts'
import { blankLine, type Line } from './plan-line.tsx'

/** A plan as one types it, kept until it is decided. */
export interface PlanDraft {
  targets: Line[]; plannedOn: Day | null; place: string; operator: string; verifier: string | null; outsourcer: string; remarks: string
  notice: boolean; noticeBy: string; noticeDue: Day | null; witness: boolean; witnessOrganisation: string; witnessName: string
}

export const blankPlan = ({ city }: ContractOfWork, operator: string): PlanDraft => ({
  targets: [blankLine], plannedOn: null, place: '', operator, verifier: null, outsourcer: '', remarks: '', notice: false, noticeBy: city.officer, noticeDue: null,
  witness: false, witnessOrganisation: city.name, witnessName: city.officer,
})
