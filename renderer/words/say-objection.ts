import type { Objection } from '../../core/refusal.ts'
import { sayObjection } from '../../core/words/say.ts'
import type { Language } from './language.ts'

/** The sentence alone: on the screen its article stands beside it as a chip. */
export const sayWithoutArticle = (objection: Objection, language: Language): string => sayObjection({ ...objection, article: null }, language)
