import type { FormSource } from '../forms/form.ts'
import type { Reading } from '../ledger/shelf.ts'
import { dayOf, type Instant } from '../time.ts'
import { statusFigures, type StatusFigures } from './figures.ts'
import { type Period, periodId, periodOf, periodsOf, sayPeriod } from './period.ts'

/** F-33 定期報告書（取扱状況報告書） (Art. 16): one month, or all of it up to today. Every figure is counted. */
export const statusReportForm: FormSource = {
  form: 'F-33',
  enteredAt: '/ledgers',
  subjects: (reading, contractId) => {
    const contract = reading.get('contract', contractId)
    // A period that was reported on may be revised after its last day has moved on.
    const reported = reading.list('issued', contractId).flatMap(({ form, subjectId }) => (form === 'F-33' ? periodOf(subjectId) ?? [] : []))
    const all = contract ? [...reported, ...periodsOf(contract, nowOf(reading))] : []
    return [...new Map(all.map((period) => [periodId(period), { id: periodId(period), label: sayPeriod(period) }])).values()]
  },
  facts: (reading, { contract, subjectId }) => {
    const period = subjectId === null ? null : periodOf(subjectId)
    return period ? { fields: fieldsOf(statusFigures(reading, contract.id, period), period), tables: { incidents: incidentRows(reading, contract.id, period) }, subjects: [periodId(period), contract.id] } : { fields: {}, tables: {} }
  },
}

/** F-32 報告手順書 (Art. 16①). */
export const procedureForm: FormSource = {
  form: 'F-32',
  enteredAt: '/documents',
  facts: (reading, { contract }) => {
    const procedure = reading.get('reporting-procedure', contract.id)
    if (!procedure) return { fields: {}, tables: {} }
    const { interval, dueDay, recipients, emergency } = procedure
    return {
      fields: { interval, dueDay: interval === '毎月' ? `翌月${dueDay}日まで` : '求めがあったとき直ちに', recipients, form: '定期報告書（取扱状況報告書）' },
      tables: { contacts: emergency.map(({ name, means, within }, i) => ({ order: String(i + 1), name, means, within })) },
    }
  },
}

/** A period ends no later than the last thing that the ledger knows of. */
const nowOf = (reading: Reading): Instant => reading.get('clock', 'clock')?.at ?? (0 as Instant)

function fieldsOf(figures: StatusFigures, period: Period): Record<string, string> {
  const { stockTakes, selfChecks, deviceChecks, trainings } = figures
  return {
    period: sayPeriod(period), received: String(figures.received), held: String(figures.held), carryOuts: of(figures.carryOuts, '件', [['期限超過', figures.carryOutsOverdue]]),
    parcels: of(figures.parcels, '件', [['未着', figures.parcelsNotArrived]]), mails: `${figures.mails}件`, copies: `${figures.copiesOpen}件`, wipes: `${figures.wipes}件`,
    stockTake: of(stockTakes.count, '回', [['直近の差異', stockTakes.findings]]), checks: `自己点検${of(selfChecks.count, '回', [['是正中', selfChecks.open]])}、機器点検${of(deviceChecks.count, '回', [['不適合', deviceChecks.failed]])}`,
    training: trainings.count === 0 ? '実施なし' : `${trainings.count}回、延べ${trainings.people}名`, subcontracts: figures.subcontracts === 0 ? 'なし' : `${figures.subcontracts}社`, incidents: figures.incidents === 0 ? 'なし' : `あり（${figures.incidents}件）`,
  }
}

const of = (count: number, unit: string, more: readonly (readonly [string, number])[]): string => `${count}${unit}（${more.map(([what, n]) => `${what}${n}件`).join('、')}）`

function incidentRows(reading: Reading, contractId: string, { from, to }: Period): Record<string, string>[] {
  return reading.list('incident', contractId).map((incident) => ({ no: incident.no, foundOn: dayOf(incident.foundAt) as string, subject: incident.subject, content: incident.content })).filter(({ foundOn }) => from <= foundOn && foundOn <= to)
}

