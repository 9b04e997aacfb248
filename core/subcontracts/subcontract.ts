import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { PersonId } from '../people/person.ts'
import { CityRef, Lines, Name, Path, Sha256, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

export const SubcontractId = z.string().min(1).max(64).brand<'SubcontractId'>()
export type SubcontractId = z.infer<typeof SubcontractId>

/** The facts that an application states (F-09). The six that Art. 9② names may be empty in a draft, and in no application. */
export const SubcontractFacts = z.object({
  /** 再委託先の名称, 再委託をする理由, 処理する内容, 取り扱う情報, 安全性及び信頼性を確保する対策, 管理及び監督の方法. */
  company: Text, reason: Lines, tasks: Lines, information: Lines, safety: Lines, supervision: Lines,
  address: Text, representative: Text, certifications: Text, contact: Text,
  /** null: for as long as the contract itself. */
  periodFrom: Day.nullable(), periodTo: Day.nullable(),
  /** How many days may pass between two looks at the subcontractor (Art. 9⑤). */
  inspectEvery: z.number().int().min(1).max(366),
})
export type SubcontractFacts = z.infer<typeof SubcontractFacts>

/** The six that Art. 9② names, in its order. */
export const SIX_FACTS = ['company', 'reason', 'tasks', 'information', 'safety', 'supervision'] as const

/** 承認条件. 持出禁止 and 再々委託禁止 are watched by the desk; others are for people to keep. */
export const Condition = z.object({ kind: z.enum(['持出禁止', '再々委託禁止', 'その他']), text: Text })
export type Condition = z.infer<typeof Condition>

/** The city's answer, with its number and day. */
export const ApprovalDecision = z.object({
  outcome: z.enum(['承認', '条件付承認', '不承認']), cityRef: CityRef, on: Day, conditions: z.array(Condition).max(100), recordedBy: PersonId, recordedAt: Instant,
})
export type ApprovalDecision = z.infer<typeof ApprovalDecision>

/** Art. 9④: the contract with the subcontractor, by its copy's hash, and the clauses that hand the duties on (9③). */
export const SubAgreement = z.object({ fileName: Name, size: z.number().int().nonnegative(), sha256: Sha256, signedOn: Day, clauses: z.array(Name).max(100), recordedBy: PersonId, recordedAt: Instant })
export type SubAgreement = z.infer<typeof SubAgreement>

/** 管理・監督状況 (Art. 9⑤, F-10): one look at the subcontractor. */
export const InspectionFacts = z.object({
  on: Day, method: z.enum(['立入', '書面']), inspector: Name,
  items: z.array(z.object({ item: Name, result: z.enum(['適', '要是正']), remark: Text })).min(1).max(200),
  corrective: Lines, nextOn: Day,
})
export const Inspection = InspectionFacts.extend({ no: z.number().int().positive(), recordedBy: PersonId, recordedAt: Instant })
export type Inspection = z.infer<typeof Inspection>

/** 再委託先の消去確認: without it nothing ends. */
export const SubEnd = z.object({ on: Day, erasedOn: Day, erasedHow: Name, confirmedBy: Name, evidence: Text, recordedBy: PersonId, recordedAt: Instant })
export type SubEnd = z.infer<typeof SubEnd>

/** 再委託 (Art. 9): from its draft to the subcontractor's erasure. */
export const Subcontract = SubcontractFacts.extend({
  id: SubcontractId,
  no: z.string(),
  contractId: ContractId,
  /** 再々委託: the approval under which it stands, and needs one of its own. */
  parentId: SubcontractId.nullable(),
  draftedAt: Instant,
  draftedBy: PersonId,
  appliedOn: Day.nullable(),
  docNo: z.string().nullable(),
  decision: ApprovalDecision.nullable(),
  agreement: SubAgreement.nullable(),
  startedOn: Day.nullable(),
  inspections: z.array(Inspection),
  ended: SubEnd.nullable(),
  state: z.enum(['drafted', 'applied', 'approved', 'refused', 'contracted', 'working', 'ended', 'withdrawn']),
})
export type Subcontract = z.infer<typeof Subcontract>

export const DraftSubcontract = SubcontractFacts.extend({ contractId: ContractId, parentId: SubcontractId.nullable() })
export type DraftSubcontract = z.infer<typeof DraftSubcontract>
const OfSubcontract = z.object({ subcontractId: SubcontractId })
export const ReviseSubcontract = SubcontractFacts.extend(OfSubcontract.shape)
export const ApplySubcontract = OfSubcontract.extend({ on: Day })
export const DecideSubcontract = OfSubcontract.extend(ApprovalDecision.omit({ recordedBy: true, recordedAt: true }).shape)
export const AgreeSubcontract = OfSubcontract.extend({ file: Path, signedOn: Day, clauses: SubAgreement.shape.clauses })
export const StartSubcontract = OfSubcontract.extend({ on: Day })
export const InspectSubcontractor = OfSubcontract.extend(InspectionFacts.shape)
/** What stands empty here is what nobody has confirmed. */
export const EndSubcontract = OfSubcontract.extend({ on: Day, erasedOn: Day.nullable(), erasedHow: Text, confirmedBy: Text, evidence: Text })
export const WithdrawSubcontract = OfSubcontract.extend({ reason: Name })
