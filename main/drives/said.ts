import { CONTROL } from '../../core/text.ts'

// What devices and tools say of themselves is not ours: it may be missing, of another type, or not even text.

export type Said = Readonly<Record<string, unknown>>

/** The text as JSON, or null when it is none. PowerShell writes a byte order mark now and then. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}

/** Own fields of an object; of anything else, none. */
export function fieldsOf(value: unknown): Said {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return NOTHING
  return Object.assign(Object.create(null) as Record<string, unknown>, value)
}
const NOTHING: Said = Object.freeze(Object.create(null) as Said)

/** A list; PowerShell gives one thing instead of a list of one, nothing instead of a list of none, and wraps some as `{value, Count}`. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  const { value: wrapped, Count } = fieldsOf(value)
  if (Array.isArray(wrapped) && Count === wrapped.length) return wrapped
  return value === null || value === undefined ? [] : [value]
}

/** One clean line of at most 200 characters; '' for what was not said. Characters that did not survive a code page are left out. */
export function line(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  const whole = String(value).toWellFormed().replaceAll('\uFFFD', '').normalize('NFC')
  return [...whole.replace(EVERY_CONTROL, ' ').replace(/\s+/gu, ' ').trim()].slice(0, 200).join('').trim()
}
const EVERY_CONTROL = new RegExp(CONTROL.source, 'gu')

export const lineOrNull = (value: unknown): string | null => line(value) || null

/** A count of bytes or the like: a whole number that JavaScript holds exactly, also when it came as digits. */
export function count(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{1,16}$/.test(value.trim()) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null
}

/** Yes, no, or not said. Older tools write "0" and "1". */
export function yes(value: unknown): boolean | null {
  if (value === true || value === 1 || value === '1') return true
  return value === false || value === 0 || value === '0' ? false : null
}

/** A path or a name that is used as a key and never shown as a sentence: kept as it is, or null. */
export const exact = (value: unknown): string | null => (typeof value === 'string' && value !== '' && value.length <= 32_000 && !value.includes('\0') ? value.toWellFormed() : null)
