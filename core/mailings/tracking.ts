import type { NumberShape } from './carriers.ts'

export type TrackingProblem = 'malformed' | 'check-digit' | 'placeholder'
export type TrackingWarning = 'run-of-digits' | 'perhaps-tokutei-kiroku' | 'perhaps-other-kind' | 'check-digit-unknown'
export interface Tracking { digits: string; problem: TrackingProblem | null; warnings: TrackingWarning[] }

/**
 * Reads a tracking number as typed or scanned and checks it against the shape of the service (product §3.1).
 * Mod 7 cannot tell 0 from 7, 1 from 8 or 2 from 9: about one typo in fifteen passes, so nobody is promised more.
 */
export function readTracking(raw: string, shape: NumberShape, service = ''): Tracking {
  const digits = normalise(raw)
  const problem = problemOf(digits, shape)
  return { digits, problem, warnings: problem ? [] : warningsOf(digits, shape, service) }
}

/** The grouping that is printed on slips: 4-4-4, 3-2-5-1. It also keeps spreadsheets from rounding the number. */
export function printTracking(digits: string): string {
  if (/^\d{12}$/.test(digits)) return digits.replace(/(\d{4})(?=\d)/g, '$1-')
  if (/^\d{11}$/.test(digits)) return digits.replace(/^(\d{3})(\d{2})(\d{5})(\d)$/, '$1-$2-$3-$4')
  return digits
}

/** NFKC, hyphens of all kinds and spaces dropped, one pair of NW-7 start and stop letters dropped as scanners send it. */
function normalise(raw: string): string {
  const plain = raw.normalize('NFKC').replace(/[\s\u002d\u00ad\u2010-\u2015\u2212\u30fc\uff70\u2500\u301c~]/g, '').toUpperCase()
  return /^[A-D]\d+[A-D]$/.test(plain) ? plain.slice(1, -1) : plain
}

function problemOf(digits: string, shape: NumberShape): TrackingProblem | null {
  if (/^(.)\1*$/.test(digits)) return 'placeholder'
  switch (shape) {
    case '12 digits, mod 7': return modSeven(digits, 12)
    case '11 digits, mod 7': return modSeven(digits, 11)
    case 'S10': return s10(digits)
    case '10 to 12 digits': return /^\d{10,12}$/.test(digits) ? null : 'malformed'
    case '11 or 12 digits': return /^\d{11,12}$/.test(digits) ? null : 'malformed'
    case 'free': return /^[0-9A-Z]{4,30}$/.test(digits) ? null : 'malformed'
    case 'none': return 'malformed'
  }
}

/** 7DR: the digits before the last, as one number, modulo 7, are the last. */
function modSeven(digits: string, length: number): TrackingProblem | null {
  if (!/^\d+$/.test(digits) || digits.length !== length) return 'malformed'
  return Number(digits.slice(0, -1)) % 7 === Number(digits.at(-1)) ? null : 'check-digit'
}

/** UPU S10: two letters, eight digits, a check digit, the country. */
function s10(digits: string): TrackingProblem | null {
  if (!/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(digits)) return 'malformed'
  const weights = [8, 6, 4, 2, 3, 5, 9, 7]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i + 2]), 0)
  const rest = 11 - (sum % 11)
  const check = rest === 10 ? 0 : rest === 11 ? 5 : rest
  return check === Number(digits[10]) ? null : 'check-digit'
}

/** What the first digit of a registered item's number says of its kind. Observed long ago: a warning, never a refusal. */
const KIND_BY_FIRST_DIGIT: Readonly<Record<string, string>> = { '1': '一般書留', '3': '簡易書留', '4': '簡易書留', '5': '特定記録', '6': '特定記録' }

function warningsOf(digits: string, shape: NumberShape, service: string): TrackingWarning[] {
  const warnings: TrackingWarning[] = []
  if ('01234567890123'.includes(digits.slice(0, -1))) warnings.push('run-of-digits')
  if (shape === '11 digits, mod 7') {
    const kind = KIND_BY_FIRST_DIGIT[digits.charAt(0)]
    if (kind === '特定記録' && service !== kind) warnings.push('perhaps-tokutei-kiroku')
    else if (kind && service && kind !== service) warnings.push('perhaps-other-kind')
  }
  if (shape === '10 to 12 digits' || shape === '11 or 12 digits') warnings.push('check-digit-unknown')
  return warnings
}
