import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import { ImportanceClass, ItemId } from '../handovers/item.ts'
import { Medium, MediumNo } from '../media/medium.ts'
import { PersonId } from '../people/person.ts'
import { CityRef, Lines, Name, Path, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

export const PlanId = z.string().min(1).max(64).brand<'PlanId'>()
export type PlanId = z.infer<typeof PlanId>

/** What is done. `overwrite-…`: the whole medium; `files`: named files and folders; `vault`: the sealed files of items in the vault; the drive's own commands; destruction as a recorded act; another program's run, by its log. */
export const Method = z.enum(['overwrite-tile', 'overwrite-zero', 'overwrite-complement', 'files', 'command', 'physical', 'external', 'vault'])
export type Method = z.infer<typeof Method>

/** NIST SP 800-88 Rev. 2 / IEEE 2883-2022. */
export const Level = z.enum(['Clear', 'Purge', 'Destroy'])
export type Level = z.infer<typeof Level>

/** One line of the plan: what information, on what, how many, how, and what becomes of it (Art. 15①②). */
export const PlanTarget = z.object({
  no: z.number().int().positive(),
  /** `vault`: what lies sealed in the vault of the items named. */
  kind: z.enum(['medium', 'files', 'paper', 'vault']),
  medium: MediumNo.nullable(),
  paths: z.array(Path).max(10_000),
  itemIds: z.array(ItemId).max(100_000),
  information: Name,
  mediaName: Name,
  quantity: z.number().int().positive(),
  unit: Name,
  method: Method,
  end: z.enum(['返却', '再利用', '廃棄']),
  importanceClass: ImportanceClass,
  myNumber: z.boolean(),
  /** The city's number, where it agreed to a method below what the class asks for. */
  consentRef: Text,
  /** What the register said of the medium when it was planned, for the day that the plan is withdrawn. */
  mediumWas: Medium.shape.state.nullable().default(null),
  state: z.enum(['planned', 'under way', 'to be verified', 'done', 'failed']),
})
export type PlanTarget = z.infer<typeof PlanTarget>

/** 消去・廃棄の計画: decided before anything is erased (Art. 15②), F-28 when it is handed in. */
export const DisposalPlan = z.object({
  id: PlanId,
  no: z.string(),
  contractId: ContractId,
  targets: z.array(PlanTarget).min(1).max(500),
  plannedOn: Day,
  place: Name,
  operator: PersonId,
  verifier: PersonId,
  outsourcer: Text,
  remarks: Lines,
  decidedAt: Instant,
  decidedBy: PersonId,
  /** 甲からの求め: from then on nothing is erased before the notice is in. */
  noticeRequested: z.object({ by: Name, at: Instant, dueOn: Day.nullable() }).nullable(),
  docNo: z.string().nullable(),
  submittedAt: Instant.nullable(),
  confirmed: z.object({ cityRef: CityRef, at: Instant }).nullable(),
  /** 立会いの求め (Art. 15③, R-29). */
  witnessRequested: z.object({ organisation: Name, name: Name }).nullable(),
  state: z.enum(['decided', 'submitted', 'confirmed', 'done', 'withdrawn']),
})
export type DisposalPlan = z.infer<typeof DisposalPlan>

/** The five facts of Art. 15② may be left empty here, so that the rule can say which one is missing. */
export const PlanDisposal = z.object({
  contractId: ContractId,
  targets: z.array(z.object({
    kind: PlanTarget.shape.kind, medium: MediumNo.nullable(), paths: PlanTarget.shape.paths, itemIds: PlanTarget.shape.itemIds, information: Text, mediaName: Text,
    quantity: z.number().int().nonnegative(), unit: Text, method: Method.nullable(), end: PlanTarget.shape.end, importanceClass: ImportanceClass, myNumber: z.boolean(), consentRef: Text,
  })).max(500),
  plannedOn: Day.nullable(),
  place: Name,
  operator: PersonId,
  verifier: PersonId,
  outsourcer: Text,
  remarks: Lines,
  noticeRequested: DisposalPlan.shape.noticeRequested,
  witnessRequested: DisposalPlan.shape.witnessRequested,
})
export type PlanDisposal = z.infer<typeof PlanDisposal>
export const RequestNotice = z.object({ planId: PlanId, by: Name, at: Instant, dueOn: Day.nullable() })
export const RequestWitness = z.object({ planId: PlanId, organisation: Name, name: Name })
export const ConfirmNotice = z.object({ planId: PlanId, cityRef: CityRef })
export const WithdrawPlan = z.object({ planId: PlanId, reason: Name })
