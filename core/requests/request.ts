import * as z from 'zod'
import { ContractId } from '../contracts/contract-of-work.ts'
import type { Reading } from '../ledger/shelf.ts'
import { CityRef, Name, Path, Text } from '../text.ts'
import { Day, Instant } from '../time.ts'

/** The filings that a city may ask for; everything is kept ready always, and handed in on request (Art. 5①③, 6①, 15②, 16②). */
export const Filing = z.enum(['F-00', 'F-01', 'F-02', 'F-03', 'F-04', 'F-05', 'F-06', 'F-07', 'F-08', 'F-10', 'F-12', 'F-14', 'F-15', 'F-16', 'F-17', 'F-18', 'F-19', 'F-20', 'F-21', 'F-22', 'F-24', 'F-27', 'F-32', 'F-33', 'F-36'])
export type Filing = z.infer<typeof Filing>

export const RequestId = z.string().min(1).max(64).brand<'RequestId'>()
export type RequestId = z.infer<typeof RequestId>

/** 求め: what the city asked for, when, and what became of it. 求めあり → 提出 → 受理. */
export const CityRequest = z.object({
  id: RequestId,
  contractId: ContractId,
  form: Filing,
  requestedBy: Name,
  requestedAt: Instant,
  /** The city's own number for its request, where it gave one. */
  cityRef: Text,
  dueOn: Day.nullable(),
  /** The document that answered it. */
  submitted: z.object({ docNo: Text, at: Instant }).nullable(),
  accepted: z.object({ cityRef: Text, at: Instant }).nullable(),
  /** Called back by the city, or entered by mistake. */
  withdrawn: z.object({ reason: Text, at: Instant }).nullable().default(null),
})
export type CityRequest = z.infer<typeof CityRequest>

/** The newest request for a form, answered or not: a filing once asked for is asked for its changes too (Art. 5③, 6①). */
export function standingRequest(reading: Reading, contractId: string, form: Filing): CityRequest | null {
  return reading.list('request', contractId).filter((request) => request.form === form && request.withdrawn === null).sort((a, b) => b.requestedAt - a.requestedAt)[0] ?? null
}

/** What the city asked for, as a clerk writes it down. */
export const ReceiveRequest = z.object({ contractId: ContractId, form: Filing, requestedBy: Name, requestedAt: Instant, cityRef: Text.default(''), dueOn: Day.nullable() })
export type ReceiveRequest = z.infer<typeof ReceiveRequest>

/** 提出: the document that is handed in, saved into a folder. */
export const AnswerRequest = z.object({ requestId: RequestId, documentId: z.string().min(1).max(64), into: Path })
export type AnswerRequest = z.infer<typeof AnswerRequest>
export const AcceptRequest = z.object({ requestId: RequestId, cityRef: CityRef })
export const WithdrawRequest = z.object({ requestId: RequestId, reason: Name })
