import type { Objection } from '../refusal.ts'
import { sayInEnglish } from './en.ts'
import { sayInJapanese } from './ja.ts'

export type Language = 'ja' | 'en'

/** One objection as one sentence in the reader's language. */
export const sayObjection = (objection: Objection, language: Language): string => (language === 'ja' ? sayInJapanese(objection) : sayInEnglish(objection))
