import { foldWords } from '../../core/ledgers/fold.ts'

/**
 * A text as FTS5 keeps it: every two neighbouring characters are a word, so that what is two characters long is found, wherever in a
 * text it stands. Characters are code points (𠮷 is one) and are written in four letters each, which leaves FTS5 nothing to
 * interpret. `book` keeps ledgers apart in one index.
 */
export function pairsOf(book: number, text: string): string {
  const characters = [...text].map(written)
  const mark = bookMark(book)
  return characters.map((character, i) => `${mark}${character}${characters[i + 1] ?? ''}`).join(' ')
}

/** The FTS5 query for rows that hold every word that was typed; null when nothing was. */
export function wantedPairs(book: number, typed: string): string | null {
  const words = foldWords(typed)
  if (words.length === 0) return null
  const mark = bookMark(book)
  return words.map((word) => {
    const characters = [...word].map(written)
    // One character alone is the beginning of every pair that begins with it.
    if (characters.length === 1) return `"${mark}${characters[0]}" *`
    return `"${characters.slice(0, -1).map((character, i) => `${mark}${character}${characters[i + 1]}`).join(' ')}"`
  }).join(' AND ')
}

const written = (character: string): string => (character.codePointAt(0) ?? 0).toString(36).padStart(4, '0')
const bookMark = (book: number): string => book.toString(36).padStart(2, '0')
