import iconv from 'iconv-lite'

export type NameObjection =
  | 'empty' | 'absolute' | 'climbs-out' | 'backslash' | 'drive-or-stream' | 'control-character' | 'direction-override'
  | 'reserved-by-windows' | 'forbidden-by-windows' | 'ends-in-dot-or-space' | 'too-long' | 'not-unicode'

const SEGMENT_UNITS = 255
const PATH_UNITS = 32_000
// Names of devices on Windows, whatever extension follows; superscript digits count as digits there.
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|(com|lpt)[0-9¹²³])\s*(\.|$)/iu
// Bidirectional controls make "exe.txt" out of "txt.exe"; the others are invisible.
const DIRECTION = /[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/u

/**
 * All that speaks against a name inside a container: it must stay below the folder it is opened in, on every system,
 * and must mean the same file there. Names are paths with `/`; a folder's ends in `/`.
 */
export function objectionsToName(name: string): NameObjection[] {
  const objections = new Set<NameObjection>()
  const path = name.endsWith('/') ? name.slice(0, -1) : name
  if (path === '') objections.add('empty')
  if (path.startsWith('/')) objections.add('absolute')
  if (path.includes('\\')) objections.add('backslash')
  if (path.includes(':')) objections.add('drive-or-stream')
  if (/\p{Cc}/u.test(path)) objections.add('control-character')
  if (DIRECTION.test(path)) objections.add('direction-override')
  if (!path.isWellFormed() || path.includes('\ufffd')) objections.add('not-unicode')
  if (path.length > PATH_UNITS) objections.add('too-long')
  for (const segment of path.split('/')) for (const objection of objectionsToSegment(segment)) objections.add(objection)
  return [...objections]
}

/** Two names that a Windows or macOS disk could not hold side by side have the same key. */
export function collisionKey(name: string): string {
  return (name.endsWith('/') ? name.slice(0, -1) : name).normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}

/**
 * The text of a name. Bit 11 says UTF-8. Without it the standard says CP437, which nobody in Japan ever wrote:
 * bare UTF-8 first (Linux tools), then CP932 (Windows in Japan), whose second bytes may be 0x5C; then CP437.
 */
export function decodeName(bytes: Uint8Array, saysUtf8: boolean): string {
  const utf8 = decodeStrictly('utf-8', bytes)
  if (utf8 !== undefined) return utf8
  if (saysUtf8) return Buffer.from(bytes).toString('utf8')
  return decodeStrictly('shift_jis', bytes) ?? iconv.decode(Buffer.from(bytes), 'cp437')
}

function objectionsToSegment(segment: string): NameObjection[] {
  const objections: NameObjection[] = []
  if (segment === '') objections.push('empty')
  if (segment === '.' || segment === '..') objections.push('climbs-out')
  else if (/[. ]$/.test(segment)) objections.push('ends-in-dot-or-space')
  if (DEVICE.test(segment)) objections.push('reserved-by-windows')
  if (/[<>"|?*]/.test(segment)) objections.push('forbidden-by-windows')
  if (segment.length > SEGMENT_UNITS) objections.push('too-long')
  return objections
}

function decodeStrictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
