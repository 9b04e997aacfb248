import type { Objection } from '../refusal.ts'
import { commonPasswords } from './common-passwords.ts'

export const LEAST_PASSWORD_LENGTH = 12

/**
 * Art. 11(10)ア: long enough, not on everybody's list, not the ID again. Compared after NFKC and without case,
 * digits and marks stripped from the ends, because `Password123!` is the same idea as `password`.
 */
export function objectionsToPassword(password: string, loginId: string): Objection[] {
  const plain = password.normalize('NFKC').toLowerCase()
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const objections: Objection[] = []
  const object = <C extends 'password-too-short' | 'password-too-common' | 'password-holds-id'>(code: C, facts: Extract<Objection, { code: C }>['facts']) =>
    objections.push({ code, article: '11(10)ア', rule: null, facts } as Objection)

  if ([...password.normalize('NFKC')].length < LEAST_PASSWORD_LENGTH) object('password-too-short', { least: LEAST_PASSWORD_LENGTH })
  if (commonPasswords.has(plain) || commonPasswords.has(core) || isRepetition(plain) || isRun(plain)) object('password-too-common', {})
  if (loginId.length >= 3 && plain.includes(loginId.toLowerCase())) object('password-holds-id', {})
  return objections
}

/** `abababababab`, `aaaaaaaaaaaa`: a short piece said again and again. */
const isRepetition = (s: string) => /^(.{1,4})\1{2,}.{0,3}$/su.test(s)

/** `abcdefghijkl`, `123456789012`, `qwertyuiopas`: rows of the alphabet and of the keyboard, either way. */
function isRun(s: string): boolean {
  const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p']
  return rows.some((row) => row.includes(s) || [...row].reverse().join('').includes(s))
}
