import { asSeen } from '../../../core/words/unseen.ts'

/** Elsewhere seen only where a line breaks at it; our typefaces draw it always, as the hyphen that it is, and papers were issued with it. */
const SOFT_HYPHEN = '\u00ad'

/**
 * A text, or all texts of a record, as paper shows them: what nobody would see, or what would turn the line, is written out in brackets
 * (`送付〔RLO〕fdp.exe`). The record that is signed and carried inside keeps what it had. None of these characters could be printed before
 * they were written out, so that every paper that was ever issued is drawn as on its first day.
 */
export function onPaper<T>(said: T): T {
  if (typeof said === 'string') return said.split(SOFT_HYPHEN).map(asSeen).join(SOFT_HYPHEN) as T
  if (Array.isArray(said)) return said.map(onPaper) as T
  if (typeof said === 'object' && said !== null) return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, onPaper(value)])) as T
  return said
}
