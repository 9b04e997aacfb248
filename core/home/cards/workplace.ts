import { daysSince, PATTERN_TOLD, UPDATES_TOLD } from '../../devices/judging.ts'
import { latestCheck } from '../../devices/rules.ts'
import type { Reading } from '../../ledger/shelf.ts'
import { DAY, type Instant } from '../../time.ts'
import { readinessOf } from '../../workplace/start.ts'
import type { Card } from '../home.ts'
import { card, isContractor } from './card.ts'

/** Devices are checked again once a month [trade]. */
const CHECK_EVERY = 31 * DAY

/** R-25, Art. 11(10)ウエ: contracts that have not started, devices that are to be checked, and what their last check knew to be old. */
export function ofWorkplace(reading: Reading, now: Instant): Card[] {
  return isContractor(reading) ? [...ofStarts(reading, now), ...ofDevices(reading, now)] : []
}

function ofStarts(reading: Reading, now: Instant): Card[] {
  return reading.list('contract').filter(({ state, startedAt }) => state === 'active' && startedAt === null).map((contract) => {
    const count = readinessOf(reading, contract, now).lines.filter(({ objections }) => objections.length > 0).length
    return card('todo', count === 0 ? 'work-to-start' : 'work-not-started', '11(10)キ', contract.id, contract.contractNo, 'workplace', null, { count })
  })
}

function ofDevices(reading: Reading, now: Instant): Card[] {
  return reading.list('device').filter(({ retired }) => retired === null).flatMap((device): Card[] => {
    const check = latestCheck(reading, device.id)
    const about = (code: string, article: string, kind: Card['kind'] = 'todo') => card(kind, code, article, device.id, device.name, 'devices', check?.at ?? null)
    if (!check) return [about('device-unchecked', '11(10)キ')]
    if (check.result === '不適合') return [about('device-failed', '11(10)キ', 'overdue')]
    if (now - check.at > CHECK_EVERY) return [about('device-check-due', '11(10)キ')]
    const { antivirus, lastUpdateOn } = check
    if (antivirus.value?.patternOn && daysSince(antivirus.value.patternOn, check.at) > PATTERN_TOLD) return [about('device-patterns-old', '11(10)ウ')]
    return lastUpdateOn.value && daysSince(lastUpdateOn.value, now) > UPDATES_TOLD ? [about('device-updates-old', '11(10)エ')] : []
  })
}
