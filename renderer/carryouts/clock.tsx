import { IconAlertTriangle, IconClockHour4 } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../core/time.ts'
import './carryouts.css'

const MINUTE = 60_000

/** Now, again every few seconds: minutes are all that is shown. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** A running clock: how long until it is due (something to come back, or a first report to be made), or how long it has been late. `isLate`: late by the ledger's word, whatever this clock says. */
export function DueClock({ dueAt, due = 'return', isLate = false }: { dueAt: Instant; due?: 'return' | 'first report'; isLate?: boolean }) {
  const { t } = useTranslation('carryouts')
  const now = useNow()
  const late = isLate || now > dueAt
  const Icon = late ? IconAlertTriangle : IconClockHour4
  return <span className={late ? 'due-clock due-late' : 'due-clock'}><Icon size={20} aria-hidden />{t(late ? 'over' : due === 'return' ? 'left' : 'leftToReport')} <b>{useSpan()(Math.abs(now - dueAt))}</b></span>
}

function useSpan(): (milliseconds: number) => string {
  const { t } = useTranslation('carryouts')
  return (milliseconds) => {
    const minutes = Math.floor(milliseconds / MINUTE)
    if (minutes < 60) return t('minutes', { minutes })
    const hours = Math.floor(minutes / 60)
    return hours < 48 ? t('hours', { hours, minutes: minutes % 60 }) : t('days', { days: Math.floor(hours / 24), hours: hours % 24 })
  }
}
