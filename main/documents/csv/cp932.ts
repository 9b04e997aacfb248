import iconv from 'iconv-lite'

export interface Replacement {
  /** Counted in characters from 0. */
  readonly at: number
  readonly character: string
}

/** Characters of a text that CP932 cannot hold, each once: to be named before anything is written. */
export function unencodable(text: string): string[] {
  return [...new Set(text)].filter((character) => !isEncodable(character))
}

/** The text with 〓 for every character that CP932 cannot hold, and which those were. Never a silent `?`. */
export function replaceUnencodable(text: string): { text: string; replacements: Replacement[] } {
  const replacements: Replacement[] = []
  const characters = [...text].map((character, at) => {
    if (isEncodable(character)) return character
    replacements.push({ at, character })
    return '〓'
  })
  return { text: characters.join(''), replacements }
}

export function encodeCp932(text: string): Uint8Array {
  return new Uint8Array(iconv.encode(text, 'cp932'))
}

/** Reads CP932; null when the bytes are not. */
export function decodeCp932(bytes: Uint8Array): string | null {
  try {
    // WHATWG's Shift_JIS is CP932 with the extensions of NEC and IBM.
    return new TextDecoder('shift_jis', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const known = new Map<string, boolean>()

/** Encodable means: comes back as itself. Some encoders bend ¥ into a backslash and call that success. */
function isEncodable(character: string): boolean {
  const before = known.get(character)
  if (before !== undefined) return before
  const answer = decodeCp932(encodeCp932(character)) === character
  known.set(character, answer)
  return answer
}
