/** Said of a line in which every mark stands apart from its letter, as macOS writes the names of files. */
const ALL_APART = '〔濁点等分離〕'
/** Said of one letter whose marks stand apart, where those of another on the line do not. */
const APART = '〔分離〕'

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
  const shown = letters.map((letter, i) => (joined[i] ? joined[i] + (isAllApart ? '' : remark(APART)) : others(letter)))
  return shown.join('') + (isAllApart ? remark(ALL_APART) : '')
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
  return !MARK.test(first) && !/[\u2000-\u2fff]/.test(first) && MARK.test(first.normalize('NFD'))
}

const MARK = /\p{M}/u
const LETTER = /[^\p{M}]\p{M}*|\p{M}/gsu
