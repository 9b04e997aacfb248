import { DatePickerInput, DateTimePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { instantOf, isoJst, type Day, type Instant } from '../../core/time.ts'
import { sayDay, sayTime } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'

interface Field<T> { label: string; description?: string; value: T | null; onChange: (value: T | null) => void; clearable?: boolean; required?: boolean }

/** A day, picked and never typed; shown as 令和. */
export function DayField({ value, onChange, clearable = false, ...rest }: Field<Day>) {
  const { t } = useTranslation('parts')
  const language = useLanguage()
  return (
    <DatePickerInput
      {...rest} {...useCalendarNames(rest.label)} value={value} clearable={clearable} placeholder={t('pick')} withAsterisk={false}
      onChange={(picked) => onChange(picked as Day | null)} highlightToday firstDayOfWeek={0} popoverProps={{ withinPortal: true }}
      monthLabelFormat={t('showMonth')} yearLabelFormat={t('showYear')} leftSection={<IconCalendar size={20} aria-hidden />} leftSectionPointerEvents="none"
      valueFormatter={({ date }) => (typeof date === 'string' ? sayDay(date as Day, language) : '')}
    />
  )
}

/** An instant by Japan's clock, whatever this machine's clock is set to. */
export function TimeField({ value, onChange, clearable = false, ...rest }: Field<Instant>) {
  const { t } = useTranslation('parts')
  const language = useLanguage()
  return (
    <DateTimePicker
      {...rest} {...useCalendarNames(rest.label)} clearable={clearable} placeholder={t('pick')} withAsterisk={false}
      value={value === null ? null : isoJst(value).slice(0, 19).replace('T', ' ')}
      onChange={(picked) => onChange(picked === null ? null : atInJapan(picked))} highlightToday firstDayOfWeek={0}
      monthLabelFormat={t('showMonth')} yearLabelFormat={t('showYear')} leftSection={<IconCalendar size={20} aria-hidden />} leftSectionPointerEvents="none"
      valueFormat={(picked) => sayTime(atInJapan(picked), language)} submitButtonProps={{ 'aria-label': t('setTime') }} defaultTimeValue="09:00"
      timePickerProps={{ hoursInputLabel: t('hour'), minutesInputLabel: t('minute') }}
    />
  )
}

/** What a screen reader says of the small arrows, the days and the cross that empties the field. */
function useCalendarNames(label: string) {
  const { t } = useTranslation('parts')
  const language = useLanguage()
  return {
    ariaLabels: { previousMonth: t('previousMonth'), nextMonth: t('nextMonth'), previousYear: t('previousYear'), nextYear: t('nextYear'), monthLevelControl: t('chooseMonth'), yearLevelControl: t('chooseYear') },
    getDayAriaLabel: (day: string) => sayDay(day as Day, language),
    clearButtonProps: { 'aria-label': t('removeNamed', { name: label }) },
  }
}

const atInJapan = (local: string): Instant => instantOf(`${local.replace(' ', 'T')}+09:00`)

/** This minute. Seconds would only be noise on a receipt. */
export const thisMinute = (): Instant => (Math.floor(Date.now() / 60_000) * 60_000) as Instant
