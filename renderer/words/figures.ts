import { dayOf, isoJst, type Day, type Instant } from '../../core/time.ts'
import { wareki, warekiTime } from '../../core/words/dates.ts'
import type { Language } from './language.ts'

/** 令和 in Japanese, ISO in English: nobody outside Japan reads eras, nobody in an office here writes 2026-12-07. */
export const sayDay = (day: Day, language: Language): string => (language === 'ja' ? wareki(day) : day)
export const sayTime = (at: Instant, language: Language): string => (language === 'ja' ? warekiTime(at) : isoJst(at).slice(0, 16).replace('T', ' '))
export const sayClock = (at: Instant): string => isoJst(at).slice(11, 16)
export const isToday = (at: Instant, now: Instant): boolean => dayOf(at) === dayOf(now)

const UNITS = ['KB', 'MB', 'GB', 'TB', 'PB'] as const

/** 927 → `927 バイト`, 1,234,567 → `1.2 MB` (decimal, as parcels and drives are labelled). */
export function sayBytes(bytes: number, language: Language): string {
  if (bytes < 1000) return language === 'ja' ? `${bytes} バイト` : `${bytes} bytes`
  let amount = bytes
  let unit = -1
  while (amount >= 999.5 && unit < UNITS.length - 1) {
    amount /= 1000
    unit += 1
  }
  return `${amount < 9.95 ? amount.toFixed(1) : Math.round(amount).toLocaleString('en')} ${UNITS[unit]}`
}

export const sayNumber = (n: number): string => n.toLocaleString('en')

/** Seconds as a person would say them: 8 → `約8秒`, 130 → `約2分`, 4000 → `約1時間7分`. */
export function sayDuration(seconds: number, language: Language): string {
  const ja = language === 'ja'
  if (seconds < 60) return ja ? `約${Math.max(1, Math.round(seconds))}秒` : `about ${Math.max(1, Math.round(seconds))} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return ja ? `約${minutes}分` : `about ${minutes} min`
  return ja ? `約${Math.floor(minutes / 60)}時間${minutes % 60}分` : `about ${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
