/**
 * Said of a line in which every mark stands apart from its letter, as macOS writes the names of files; and of one letter, where those of another on the line
 * do not. Neither is a sign of harm.
 */
const APART = { all: '濁点等分離', one: '分離' } as const

/** Whether what is said of a text is one of these two. */
export const isApart = (said: string): boolean => said === APART.all || said === APART.one

export interface Joining {
  /** Whether the one character may stand for both. */
  readonly may?: (character: string) => boolean
  /** How what is said of it is set off from the line itself. */
  readonly remark?: (said: string) => string
  /** What becomes of all others: characters by themselves, and letters whose marks cannot be joined. */
  readonly others?: (letter: string) => string
}

/**
 * A line as people see it whose letters and marks stand apart (か followed by a dakuten; Unicode's NFD): each as the one character が, and with a remark, since
 * the line that is written with が is another name. Nothing else is normalised: that would change characters which nobody took apart (神, U+FA19).
 */
export function joinMarks(line: string, { may = () => true, remark = (said) => said, others = (letter) => letter }: Joining = {}): string {
  if (!MARK.test(line)) return others(line)
  const letters = line.match(LETTER) ?? []
  const joined = letters.map((letter) => joinedWhole(letter, may))
  if (joined.every((one) => one === null)) return letters.map(others).join('')
  const isAllApart = letters.every((letter, i) => joined[i] !== null || !hasOwnMark(letter))
  const shown = letters.map((letter, i) => (joined[i] ? joined[i] + (isAllApart ? '' : remark(`〔${APART.one}〕`)) : others(letter)))
  return shown.join('') + (isAllApart ? remark(`〔${APART.all}〕`) : '')
}

/**
 * A text whose letters and marks stand together wherever Unicode has one character for them, also parts of Korean syllables. NFC does this and more: it takes
 * characters of their own for others (福 U+FA1B becomes 福 U+798F, which is another way to write somebody's name), and is for comparing only.
 */
export function composed(text: string): string {
  return text.replace(/([^\p{M}])\p{M}+/gsu, (letter, base: string) => (base.normalize('NFC') === base ? letter.normalize('NFC') : letter)).replace(/[\u1100-\u11ff]{2,}/g, (jamo) => jamo.normalize('NFC'))
}

/** The one character that a letter with its marks is, if that takes apart into just these again. */
function joinedWhole(letter: string, may: (character: string) => boolean): string | null {
  if (!MARK.test(letter)) return null
  const one = letter.normalize('NFC')
  // ≠ and its like macOS itself does not take apart.
  return [...one].length === 1 && one !== letter && one.normalize('NFD') === letter && !/[\u2000-\u2fff]/.test(one) && may(one) ? one : null
}

/** Whether it is, or begins with, one character that could stand apart and does not. */
const hasOwnMark = (letter: string): boolean => {
  const [first = ''] = letter
  const itself = first.normalize('NFC')
  return !MARK.test(first) && !/[\u2000-\u2fff]/.test(itself) && MARK.test(itself.normalize('NFD'))
}

const MARK = /\p{M}/u
const LETTER = /[^\p{M}]\p{M}*|\p{M}/gsu
