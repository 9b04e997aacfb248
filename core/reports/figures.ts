import { balanceOf } from '../settlement/balance.ts'
import { openCopiesOf } from '../settlement/copies.ts'
import type { Reading } from '../ledger/shelf.ts'
import { type Period, within } from './period.ts'

/** 取扱状況 (Art. 16): what happened within a period, and what is held at the moment of asking. */
export interface StatusFigures {
  received: number
  held: number
  carryOuts: number
  carryOutsOverdue: number
  parcels: number
  parcelsNotArrived: number
  mails: number
  copiesOpen: number
  wipes: number
  stockTakes: { count: number; findings: number }
  selfChecks: { count: number; open: number }
  deviceChecks: { count: number; failed: number }
  trainings: { count: number; people: number }
  subcontracts: number
  incidents: number
}

/** Counted from the ledger's projections; nothing is typed. Media, devices and training are the office's, everything else the contract's. */
export function statusFigures(reading: Reading, contractId: string, period: Period): StatusFigures {
  const at = (instant: Parameters<typeof within>[1] | null | undefined): boolean => instant !== null && instant !== undefined && within(period, instant)
  const on = (day: string): boolean => period.from <= day && day <= period.to
  const mailings = reading.list('mailing', contractId)
  const carryOuts = reading.list('carry-out', contractId)
  const stockTakes = reading.list('stock-take').filter((one) => at(one.at))
  const selfChecks = reading.list('self-check', contractId).filter(({ checkedOn }) => on(checkedOn))
  const checks = reading.list('check').filter((one) => at(one.at))
  const trainings = reading.list('training-session').filter((one) => on(one.on))
  return {
    received: reading.list('handover', contractId).filter(({ actual }) => at(actual?.at)).flatMap(({ id }) => reading.list('item', id)).length,
    held: balanceOf(reading, contractId).total.remaining,
    carryOuts: carryOuts.filter(({ out }) => at(out?.at)).length,
    carryOutsOverdue: carryOuts.filter(({ overdueSince }) => at(overdueSince)).length,
    parcels: mailings.filter(({ dispatchedAt }) => at(dispatchedAt)).length,
    parcelsNotArrived: mailings.filter(({ dispatchedAt, state }) => at(dispatchedAt) && (state === 'dispatched' || state === 'inquired' || state === 'missing')).length,
    mails: reading.list('mail', contractId).filter(({ sentAt }) => at(sentAt)).length,
    copiesOpen: openCopiesOf(reading, contractId).length,
    wipes: reading.list('wipe', contractId).filter(({ endedAt }) => at(endedAt)).length,
    stockTakes: { count: stockTakes.length, findings: stockTakes.at(-1)?.findings.length ?? 0 },
    selfChecks: { count: selfChecks.length, open: selfChecks.filter(({ state }) => state !== '完了').length },
    deviceChecks: { count: checks.length, failed: checks.filter(({ result }) => result !== '適合').length },
    trainings: { count: trainings.length, people: new Set(trainings.flatMap(({ attendees }) => attendees.map(({ personId }) => personId))).size },
    subcontracts: reading.list('subcontract', contractId).filter(({ state }) => state === 'approved' || state === 'contracted' || state === 'working').length,
    incidents: reading.list('incident', contractId).filter(({ foundAt }) => at(foundAt)).length,
  }
}
