import fc from 'fast-check'

/** So many edits by hand: pieces cut out, strange bytes put in, pieces moved elsewhere. Never the file as it was. */
export const edited = (bytes: () => Uint8Array): fc.Arbitrary<Uint8Array> => fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.uint8Array({ maxLength: 12 }), fc.boolean()), { minLength: 1, maxLength: 3 }).map((list) => {
  let altered = Buffer.from(bytes())
  for (const [a, length, b, strange, moves] of list) {
    const from = a % altered.length
    const piece = altered.subarray(from, from + (length % 200))
    const rest = Buffer.concat([altered.subarray(0, from), strange, altered.subarray(from + piece.length)])
    const to = b % (rest.length + 1)
    altered = moves ? Buffer.concat([rest.subarray(0, to), piece, rest.subarray(to)]) : rest
    if (altered.length === 0) altered = Buffer.from(' ')
  }
  return new Uint8Array(altered)
}).filter((altered) => Buffer.compare(altered, bytes()) !== 0)

/** The same file with one digit of a hex string another one: each of the sixteen is as likely. */
export function otherDigit(bytes: Uint8Array, at: number, by: number): Uint8Array {
  const digits = '0123456789abcdef'
  const own = digits.indexOf(String.fromCharCode(bytes[at] ?? 0))
  return bytes.with(at, digits.charCodeAt((own + 1 + (by % 15)) % 16))
}

/** Where the hex digits of each signature's message stand, without the padding behind it. */
export function digitsOf(pdf: Uint8Array): number[] {
  const text = Buffer.from(pdf).toString('latin1')
  return [...text.matchAll(/\/Contents <3082([0-9a-f]{4})/g)].flatMap(({ index, 1: length = '0' }) => {
    const from = index + '/Contents <'.length
    return Array.from({ length: 8 + 2 * Number.parseInt(length, 16) }, (_, i) => from + i)
  })
}

/**
 * What an editor changes inside the file before the contractor signs it again: numbers, names, bytes of a stream, a line twice. The
 * length of a stream is corrected, so that reading goes on to what only the second drawing finds.
 */
export const inside = (body: string, at: number, kind: number, strange: string): string => {
  const lines = body.split('\n')
  const line = at % lines.length
  const own = lines[line] ?? ''
  const changed = kind % 5 === 0 ? own.replace(/\d/, (digit) => String((Number(digit) + 1 + (at % 8)) % 10))
    : kind % 5 === 1 ? own.replace(/\/[A-Za-z]+/, (name) => `/${strange}${name.slice(1)}`)
    : kind % 5 === 2 ? own.slice(0, at % (own.length + 1)) + strange + own.slice(at % (own.length + 1))
    : kind % 5 === 3 ? `${own}\n${own}` : own.slice(0, -1)
  const altered = lines.with(line, changed).join('\n')
  const [, head = '', content = ''] = /^([\s\S]*?\nstream\n)([\s\S]*)\nendstream$/.exec(altered) ?? []
  return head === '' ? altered : `${head.replace(/\/Length \d+/, `/Length ${content.length}`)}${content}\nendstream`
}
