// Names are bytes to a file system and text to everybody else. Both are kept where they differ, so that a name which is not UTF-8 is still found again.
import { isOneName } from './held-folder.ts'

const SLASH = Buffer.from('/')

/** The text to show, and the bytes (base64) where the text does not lead back to them. */
export function shown(bytes: Buffer): { text: string; bytes: string | null } {
  const text = bytes.toString('utf8')
  return { text, bytes: Buffer.from(text, 'utf8').equals(bytes) ? null : bytes.toString('base64') }
}

export const bytesOf = (text: string, bytes: string | null): Buffer => (bytes === null ? Buffer.from(text, 'utf8') : Buffer.from(bytes, 'base64'))

export const below = (way: Buffer, name: Buffer): Buffer => (way.length === 0 ? name : Buffer.concat([way, SLASH, name]))

/** The names of a way, or null when it holds one that leads elsewhere. */
export function stepsOf(way: Buffer): Buffer[] | null {
  if (way.length === 0) return []
  const steps: Buffer[] = []
  for (let from = 0; from <= way.length;) {
    const end = way.indexOf(0x2f, from)
    steps.push(way.subarray(from, end < 0 ? way.length : end))
    from = end < 0 ? way.length + 1 : end + 1
  }
  return steps.every(isOneName) ? steps : null
}
