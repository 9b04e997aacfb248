/** A value of PDF (ISO 32000-1 §7.3), as far as we write them; hex strings remember where they stood. */
export type PdfValue =
  | { readonly kind: 'dictionary'; readonly entries: ReadonlyMap<string, PdfValue> }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hex'; readonly hex: string; readonly from: number; readonly to: number }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'reference'; readonly to: number }
  | { readonly kind: 'word'; readonly word: 'true' | 'false' | 'null' }

/** Where reading stopped, and why; thrown here and caught by `readPdf`. */
export class SyntaxProblem extends Error {
  readonly at: number
  readonly why: string
  readonly key: string | null

  constructor(at: number, why: string, key: string | null = null) {
    super(why)
    this.at = at
    this.why = why
    this.key = key
  }
}

/** Reads one value from `at`. Refuses comments, nesting beyond 32, and the same key twice, however it is spelt. */
export function readValue(text: string, at: number, depth = 0): { value: PdfValue; end: number } {
  if (depth > 32) throw new SyntaxProblem(at, 'nested too deeply')
  const start = skipSpace(text, at)
  if (text.startsWith('<<', start)) return readDictionary(text, start + 2, depth)
  switch (text[start]) {
    case '[': return readArray(text, start + 1, depth)
    case '/': return readName(text, start + 1)
    case '(': return readText(text, start + 1)
    case '<': return readHex(text, start)
    default: return readBare(text, start)
  }
}

export function skipSpace(text: string, at: number): number {
  let next = at
  while (text[next] === ' ' || text[next] === '\n') next++
  return next
}

function readDictionary(text: string, at: number, depth: number): { value: PdfValue; end: number } {
  const entries = new Map<string, PdfValue>()
  let next = skipSpace(text, at)
  while (!text.startsWith('>>', next)) {
    if (text[next] !== '/') throw new SyntaxProblem(next, 'a key was expected')
    const { value: key, end } = readName(text, next + 1)
    if (entries.has(key.name)) throw new SyntaxProblem(next, 'duplicate key', key.name)
    const read = readValue(text, end, depth + 1)
    entries.set(key.name, read.value)
    next = skipSpace(text, read.end)
  }
  return { value: { kind: 'dictionary', entries }, end: next + 2 }
}

function readArray(text: string, at: number, depth: number): { value: PdfValue; end: number } {
  const items: PdfValue[] = []
  let next = skipSpace(text, at)
  while (text[next] !== ']') {
    const read = readValue(text, next, depth + 1)
    items.push(read.value)
    next = skipSpace(text, read.end)
  }
  return { value: { kind: 'array', items }, end: next + 1 }
}

/** A name is compared after `#41` has become `A`: else /Open#41ction would pass. */
function readName(text: string, at: number): { value: { kind: 'name'; name: string }; end: number } {
  const found = match(/[!-$&'*-.0-;=?-Z\\^-z|~\x80-\xff]*/y, text, at)
  const name = !found.includes('#') ? found : found.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  if (name === '') throw new SyntaxProblem(at, 'an empty name')
  return { value: { kind: 'name', name }, end: at + found.length }
}

function readText(text: string, at: number): { value: PdfValue; end: number } {
  let next = at
  while (text[next] !== ')') {
    if (next >= text.length) throw new SyntaxProblem(at, 'an unfinished string')
    // pdfkit escapes every bracket, so an open one was not written by it.
    if (text[next] === '(') throw new SyntaxProblem(next, 'a bracket in a string')
    next += text[next] === '\\' ? 2 : 1
  }
  return { value: { kind: 'text', text: text.slice(at, next) }, end: next + 1 }
}

function readHex(text: string, at: number): { value: PdfValue; end: number } {
  const hex = match(/[0-9A-Fa-f]*/y, text, at + 1)
  const end = at + hex.length + 2
  if (text[end - 1] !== '>') throw new SyntaxProblem(end - 1, 'not a hex digit')
  return { value: { kind: 'hex', hex, from: at, to: end }, end }
}

function readBare(text: string, at: number): { value: PdfValue; end: number } {
  const reference = match(/\d{1,9} 0 R/y, text, at)
  if (reference !== '') return { value: { kind: 'reference', to: Number.parseInt(reference, 10) }, end: at + reference.length }
  const number = match(/-?\d+(\.\d+)?/y, text, at)
  if (number !== '') return { value: { kind: 'number', number: Number(number) }, end: at + number.length }
  const word = match(/true|false|null/y, text, at)
  if (word === 'true' || word === 'false' || word === 'null') return { value: { kind: 'word', word }, end: at + word.length }
  throw new SyntaxProblem(at, at >= text.length ? 'the end' : 'not a value')
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}
