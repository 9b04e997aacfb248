import { joinMarks } from '../../../core/words/joined.ts'
import { asSeen, nameOfCharacter, unseenIn } from '../../../core/words/unseen.ts'
import { remark, signsOf } from './signs.ts'
import type { Typefaces } from './typeface.ts'

type Faces = Pick<Typefaces, 'canPrint'>

/** Elsewhere seen only where a line breaks at it; our typefaces draw it always, as the hyphen that it is, and papers were issued with it. */
const SOFT_HYPHEN = '\u00ad'

/**
 * A text, or all texts of a record, as paper shows them: as a person sees them, and with everything written out in brackets that nobody would see, that would
 * turn the line, or that our typefaces have no glyph for (`送付〔RLO〕fdp.exe`, `写真〔U+1F4C4〕.jpg`). Marks that stand apart from their letter are joined
 * with it, and that is said (`データ.csv〔濁点等分離〕`); an ideograph with a selector has its variant's glyph, or the selector is named (`辻〔異体字E0101〕`).
 * What is written out has a line below, so that no name can feign it.
 * The record that is signed and carried inside keeps what it had. None of these characters could be printed before they were written out, so that every paper
 * that was ever issued is drawn as on its first day.
 */
export function onPaper<T>(said: T, faces: Faces): T {
  const isDrawn = remembered((sign) => faces.canPrint(sign) && (sign === SOFT_HYPHEN || unseenIn(sign).length === 0))
  return inAllTexts(said, (text) => (ASCII.test(text) ? text : drawable(text, faces, isDrawn)))
}

/** The same for what a PDF says of itself, which is read and not drawn: only what nobody sees is written out. */
export function inInfo<T>(said: T): T {
  return inAllTexts(said, (text) => text.split(SOFT_HYPHEN).map(asSeen).join(SOFT_HYPHEN))
}

function inAllTexts<T>(said: T, change: (text: string) => string): T {
  if (typeof said === 'string') return change(said) as T
  if (Array.isArray(said)) return said.map((one: unknown) => inAllTexts(one, change)) as T
  if (typeof said === 'object' && said !== null) return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, inAllTexts(value, change)])) as T
  return said
}

/** Most of a record with many files are hashes, numbers and times. */
const ASCII = /^[ -~\n]*$/

function drawable(text: string, { canPrint }: Faces, isDrawn: (sign: string) => boolean): string {
  if (signsOf(text).every((sign) => sign === '\n' || canPrint(sign)) && unseenIn(text.replaceAll(SOFT_HYPHEN, '')).length === 0) return text
  const written = (sign: string): string => (isDrawn(sign) ? sign : Array.from(sign, (character) => (isDrawn(character) ? character : remark(`〔${nameOfCharacter(character)}〕`))).join(''))
  return text.split('\n').map((line) => joinMarks(line, { may: isDrawn, remark, others: (letters) => signsOf(letters).map(written).join('') })).join('\n')
}

/** A record with a hundred thousand names of a Mac asks of the same few thousand signs again and again. */
function remembered(ask: (sign: string) => boolean): (sign: string) => boolean {
  const answers = new Map<string, boolean>()
  return (sign) => {
    const answer = answers.get(sign) ?? ask(sign)
    answers.set(sign, answer)
    return answer
  }
}
