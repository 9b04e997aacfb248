import type { Finding } from '../../../core/documents/document.ts'
import { finding } from '../../../core/words/findings.ts'
import { CMS_ROOM } from '../pdf/signature-fields.ts'
import type { Dictionary, PdfFile, PdfObject } from './pdf-structure.ts'
import type { PdfValue } from './pdf-syntax.ts'

/** What the verifier takes out of a PDF whose build it accepts. */
export interface PdfParts {
  readonly attachment: { readonly from: number; readonly to: number }
  /** The text of the QR code. */
  readonly seal: string
  readonly contents: { readonly from: number; readonly to: number; readonly hex: string }
}

/** Keys and types by which a PDF does something, hides something, or comes from another program. */
const FORBIDDEN = new Set([
  'JavaScript', 'JS', 'OpenAction', 'AA', 'Launch', 'URI', 'GoToR', 'GoToE', 'SubmitForm', 'ImportData', 'OCProperties', 'OCGs', 'OC', 'RichMedia', 'Movie', 'Sound', 'Screen',
  'ObjStm', 'XRef', 'Encrypt', 'XFA', 'NeedAppearances', 'Collection', 'Extends', 'DSS', 'Link', 'FreeText', 'Stamp', 'Popup', 'FileAttachment', 'Redact', 'AP', 'MK',
])

/**
 * Names what a clerk should hear of before the byte-by-byte comparison says no more than "differs": scripts, hidden
 * parts, second attachments, signatures that cover less than the file.
 */
export function acceptParts(file: PdfFile, size: number): { parts: PdfParts } | { findings: Finding[] } {
  const objects = [...file.objects.values()]
  const dictionaries: Dictionary[] = []
  for (const { value } of objects) collectDictionaries(value, dictionaries)
  const attachments = objects.filter(({ value }) => isType(value, 'EmbeddedFile'))
  const signatures = objects.filter(({ value }) => isType(value, 'Sig'))
  const fields = dictionaries.filter((entries) => nameOf(entries.get('FT')) !== null)
  const findings = [
    ...forbidden(dictionaries), ...compressed(dictionaries), ...unreachable(file),
    ...(attachments.length === 1 ? [] : [finding('pdf-attachments', { count: attachments.length })]),
    ...(fields.length === 2 ? [] : [finding('pdf-fields', { count: fields.length })]),
    ...(signatures.length === 1 && fields.filter((entries) => entries.has('V')).length === 1 ? [] : [finding('pdf-signatures', { count: fields.filter((entries) => entries.has('V')).length })]),
    ...signatures.flatMap((signature) => againstSignature(signature, size)),
  ]
  const seal = sealIn(file)
  const contents = dictionaryOf(signatures[0]?.value)?.get('Contents')
  const attachment = attachments[0]?.stream
  if (findings.length === 0 && attachment && contents?.kind === 'hex' && seal !== null) return { parts: { attachment, seal, contents } }
  return { findings: findings.length > 0 ? findings : [finding('pdf-not-ours', { at: 0, why: 'no seal' })] }
}

function againstSignature({ value }: PdfObject, size: number): Finding[] {
  const entries = dictionaryOf(value)
  const contents = entries?.get('Contents')
  const isCertifying = JSON.stringify(plain(entries?.get('Reference'))) === CERTIFYING
  if (contents?.kind !== 'hex' || !isTidy(contents.hex)) return [finding('pdf-contents-malformed', {}), ...(isCertifying ? [] : [finding('pdf-certification-missing', {})])]
  const expected = [0, contents.from, contents.to, size - contents.to]
  const range = entries?.get('ByteRange')
  const isWhole = range?.kind === 'array' && range.items.length === 4 && range.items.every((item, i) => item.kind === 'number' && item.number === expected[i])
  return [
    ...(isWhole ? [] : [finding('pdf-range-wrong', {})]),
    ...(nameOf(entries?.get('SubFilter')) === 'ETSI.CAdES.detached' && nameOf(entries?.get('Filter')) === 'Adobe.PPKLite' ? [] : [finding('pdf-contents-malformed', {})]),
    ...(isCertifying ? [] : [finding('pdf-certification-missing', {})]),
  ]
}

const CERTIFYING = JSON.stringify([{ Type: 'SigRef', TransformMethod: 'DocMDP', TransformParams: { Type: 'TransformParams', P: 2, V: '1.2' } }])

/** Lower-case digits, as many as there is room for, nothing but zeros behind the message. */
export function isTidy(hex: string): boolean {
  if (hex.length !== 2 * CMS_ROOM || !/^3082[0-9a-f]*$/.test(hex)) return false
  const end = 8 + 2 * Number.parseInt(hex.slice(4, 8), 16)
  return end < hex.length && /^0*$/.test(hex.slice(end))
}

function forbidden(dictionaries: readonly Dictionary[]): Finding[] {
  const names = new Set<string>()
  for (const entries of dictionaries) {
    for (const key of entries.keys()) if (FORBIDDEN.has(key)) names.add(key)
    for (const key of ['S', 'Subtype', 'Type']) {
      const name = nameOf(entries.get(key))
      if (name !== null && FORBIDDEN.has(name)) names.add(name)
    }
  }
  return [...names].map((name) => finding('pdf-forbidden', { name }))
}

function compressed(dictionaries: readonly Dictionary[]): Finding[] {
  const filters = dictionaries.filter((entries) => !isTypeOf(entries, 'Sig') && entries.has('Filter')).map((entries) => nameOf(entries.get('Filter')) ?? 'Filter')
  return [...new Set(filters)].map((filter) => finding('pdf-compressed', { filter }))
}

function unreachable({ objects, trailer }: PdfFile): Finding[] {
  const seen = new Set<number>()
  const waiting: number[] = []
  for (const value of trailer.values()) collectReferences(value, waiting)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    const object = objects.get(next)
    if (object) collectReferences(object.value, waiting)
  }
  return [...objects.values()].filter(({ number, value }) => !seen.has(number) && !isEmpty(value)).slice(0, 3).map(({ number }) => finding('pdf-unreachable-object', { number }))
}

/** pdfkit leaves an empty outline behind, which hides nothing. */
function isEmpty(value: PdfValue): boolean {
  return dictionaryOf(value)?.size === 0
}

function sealIn({ objects, trailer }: PdfFile): string | null {
  const info = dictionaryOf(follow(objects, trailer.get('Info')))
  const seal = follow(objects, info?.get('AzukariSeal'))
  return seal?.kind === 'text' && /^AZK1[0-9A-Z]*$/.test(seal.text) ? seal.text : null
}

function follow(objects: ReadonlyMap<number, PdfObject>, value: PdfValue | undefined): PdfValue | undefined {
  return value?.kind === 'reference' ? objects.get(value.to)?.value : value
}

function collectDictionaries(value: PdfValue, into: Dictionary[]): void {
  if (value.kind === 'array') for (const inner of value.items) collectDictionaries(inner, into)
  if (value.kind !== 'dictionary') return
  into.push(value.entries)
  for (const inner of value.entries.values()) collectDictionaries(inner, into)
}

function collectReferences(value: PdfValue, into: number[]): void {
  if (value.kind === 'reference') into.push(value.to)
  else if (value.kind === 'array') for (const inner of value.items) collectReferences(inner, into)
  else if (value.kind === 'dictionary') for (const inner of value.entries.values()) collectReferences(inner, into)
}

function dictionaryOf(value: PdfValue | undefined): Dictionary | null {
  return value?.kind === 'dictionary' ? value.entries : null
}

function isType(value: PdfValue, type: string): boolean {
  const entries = dictionaryOf(value)
  return entries !== null && isTypeOf(entries, type)
}

function isTypeOf(entries: Dictionary, type: string): boolean {
  return nameOf(entries.get('Type')) === type
}

function nameOf(value: PdfValue | undefined): string | null {
  return value?.kind === 'name' ? value.name : null
}

/** A small value as JSON would hold it, for comparing. */
function plain(value: PdfValue | undefined): unknown {
  switch (value?.kind) {
    case 'dictionary': return Object.fromEntries([...value.entries].map(([key, inner]) => [key, plain(inner)]))
    case 'array': return value.items.map(plain)
    case 'name': return value.name
    case 'text': return value.text
    case 'number': return value.number
    default: return null
  }
}
