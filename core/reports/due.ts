import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { LateOnes, Late } from '../home/watch.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { CityRequest } from '../requests/request.ts'
import { type Day, dayOf, type Instant } from '../time.ts'
import { dayAfter, endOfMonth, type Period, periodId, periodsOf } from './period.ts'

export interface DueReport { readonly contract: ContractOfWork; readonly period: Period; readonly dueOn: Day; readonly late: boolean }

/** R-34 (Art. 16②): the city asked how its information is handled, and that is answered at once. */
export const unansweredStatusRequests = (reading: Reading): CityRequest[] =>
  reading.list('request').filter(({ form, submitted, withdrawn }) => form === 'F-33' && submitted === null && withdrawn === null)

/** For notices over other windows: by the contract's number and nothing else. */
export const lateStatusReports: LateOnes = (reading): Late[] => unansweredStatusRequests(reading)
  .map(({ id, contractId, requestedAt }) => ({ kind: 'status-asked', id, no: reading.get('contract', contractId)?.contractNo ?? '', dueAt: requestedAt, page: '/documents' }))

/** Of every contract that reports monthly, the last month that is over and has no report yet, from its first day after until it is issued. */
export function overdueReports(reading: Reading, now: Instant): DueReport[] {
  return reading.list('contract').filter(({ state }) => state === 'active').flatMap((contract): DueReport[] => {
    const procedure = reading.get('reporting-procedure', contract.id)
    const over = periodsOf(contract, now).filter(({ from, to }) => to === endOfMonth(from) && to < dayOf(now)).at(-1)
    if (procedure?.interval !== '毎月' || !over) return []
    const dueOn = `${dayAfter(over.to).slice(0, 8)}${String(procedure.dueDay).padStart(2, '0')}` as Day
    const issued = reading.list('issued', contract.id).some((document) => document.form === 'F-33' && document.subjectId === periodId(over) && dayOf(document.issuedAt) > over.to && document.revisionKind !== '取消')
    return issued ? [] : [{ contract, period: over, dueOn, late: dueOn < dayOf(now) }]
  })
}
