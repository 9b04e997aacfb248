import type { Finding } from '../../../core/documents/document.ts'
import { finding } from '../../../core/words/findings.ts'
import { readValue, SyntaxProblem, type PdfValue } from './pdf-syntax.ts'

export type Dictionary = ReadonlyMap<string, PdfValue>

export interface PdfObject {
  readonly number: number
  readonly from: number
  readonly to: number
  readonly value: PdfValue
  /** Where its stream's bytes lie, if it has one. */
  readonly stream: { readonly from: number; readonly to: number } | null
}

export interface PdfFile {
  readonly objects: ReadonlyMap<number, PdfObject>
  readonly trailer: Dictionary
}

const HEADER = '%PDF-1.7\n%\xff\xff\xff\xff\n'

/**
 * Accounts for every byte of a PDF of one revision: the header, objects one behind the other, a classical cross-reference
 * table, trailer, end. Whatever is built otherwise is refused with what was found; nothing is repaired.
 */
export function readPdf(text: string): PdfFile | Finding {
  try {
    return readStrictly(text)
  } catch (problem) {
    if (!(problem instanceof SyntaxProblem)) throw problem
    // Looked for, not split at: a file of nothing but ends would fill the memory.
    const end = text.indexOf('\n%%EOF\n')
    if (end >= 0 && text.includes('\n%%EOF\n', end + 1)) return finding('pdf-updated-later', {})
    if (problem.key !== null) return finding('pdf-duplicate-key', { key: problem.key })
    return finding('pdf-not-ours', { at: problem.at, why: problem.why })
  }
}

function readStrictly(text: string): PdfFile | Finding {
  if (!text.startsWith(HEADER)) throw new SyntaxProblem(0, 'the header')
  const start = /startxref\n(\d{1,10})\n%%EOF\n$/.exec(text.slice(-40))
  if (!start) return text.includes('\n%%EOF\n') ? finding('pdf-bytes-appended', {}) : finding('pdf-truncated', {})
  const table = readTable(text, Number(start[1]))
  const { value: trailer, end } = readValue(text, table.end + 'trailer\n'.length)
  if (!text.startsWith('trailer\n', table.end) || trailer.kind !== 'dictionary') throw new SyntaxProblem(table.end, 'the trailer')
  if (trailer.entries.has('Prev')) return finding('pdf-updated-later', {})
  const [extra] = [...trailer.entries.keys()].filter((key) => !['Size', 'Root', 'Info', 'ID'].includes(key))
  if (extra !== undefined) return finding('pdf-forbidden', { name: extra })
  if (end + 1 + start[0].length !== text.length) return finding('pdf-bytes-unaccounted', { at: end })
  const objects = readObjects(text, table.offsets, Number(start[1]))
  return objects instanceof Map ? { objects, trailer: trailer.entries } : objects
}

/** The offsets of objects 1, 2, … as the table has them. */
function readTable(text: string, at: number): { offsets: number[]; end: number } {
  const head = /^xref\n0 (\d{1,7})\n0000000000 65535 f \n/.exec(text.slice(at, at + 60))
  if (!head) throw new SyntaxProblem(at, 'the cross-reference table')
  const count = Number(head[1]) - 1
  const from = at + head[0].length
  const offsets: number[] = []
  for (let entry = from; offsets.length < count; entry += 20) {
    const [, offset] = /^(\d{10}) 00000 n \n$/.exec(text.slice(entry, entry + 20)) ?? []
    if (offset === undefined) throw new SyntaxProblem(entry, 'the cross-reference table')
    offsets.push(Number(offset))
  }
  return { offsets, end: from + 20 * count }
}

function readObjects(text: string, offsets: readonly number[], stop: number): Map<number, PdfObject> | Finding {
  const inOrder = offsets.map((from, i) => ({ number: i + 1, from })).sort((a, b) => a.from - b.from)
  const objects = new Map<number, PdfObject>()
  let at = HEADER.length
  for (const { number, from } of inOrder) {
    if (from !== at) return finding('pdf-bytes-unaccounted', { at })
    const object = readObject(text, number, from)
    objects.set(number, object)
    at = object.to
  }
  return at === stop ? objects : finding('pdf-bytes-unaccounted', { at })
}

function readObject(text: string, number: number, from: number): PdfObject {
  const opening = `${number} 0 obj\n`
  if (!text.startsWith(opening, from)) throw new SyntaxProblem(from, `object ${number}`)
  const { value, end } = readValue(text, from + opening.length)
  if (text.startsWith('\nendobj\n', end)) return { number, from, to: end + '\nendobj\n'.length, value, stream: null }

  const length = value.kind === 'dictionary' ? value.entries.get('Length') : undefined
  if (!text.startsWith('\nstream\n', end) || length?.kind !== 'number') throw new SyntaxProblem(end, `the end of object ${number}`)
  const stream = { from: end + '\nstream\n'.length, to: end + '\nstream\n'.length + length.number }
  const closing = '\nendstream\nendobj\n'
  if (!text.startsWith(closing, stream.to)) throw new SyntaxProblem(stream.to, `the end of the stream in object ${number}`)
  return { number, from, to: stream.to + closing.length, value, stream }
}
