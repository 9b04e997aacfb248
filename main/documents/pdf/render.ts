import type { DocumentRecord } from '../../../core/documents/records.ts'
import { instantOf } from '../../../core/time.ts'
import { formOf, type DrawnForm } from '../forms/templates.ts'
import { textsOf, type Page } from './marks.ts'
import { isBoundary, signsOf } from './signs.ts'
import { openSheet, type Sheet } from './sheet.ts'
import { addSignatureFields } from './signature-fields.ts'
import type { Typefaces } from './typeface.ts'

export interface RenderOrder {
  readonly record: DocumentRecord
  /** The record's canonical bytes, which the document carries as an associated file. */
  readonly canonical: Uint8Array
  readonly code: string
  readonly seal: string
}

/**
 * Draws a record on its form: PDF/A-3b, tagged, the record embedded, with room for a signature (`sign-pdf.ts` fills it).
 * The same order gives the same bytes, in every runtime and on every machine. Null where the record's form has no paper.
 */
export function renderPdf(order: RenderOrder): Uint8Array | null {
  return drawAgain(order)?.bytes ?? null
}

/** The same, and beside it what `unprintableIn` finds: whoever compares a paper with its record asks both. */
export function drawAgain(order: RenderOrder): { bytes: Uint8Array; unprintable: string[] } | null {
  const form = formOf(order.record)
  if (form === null) return null
  const sheet = sheetFor(order, form)
  const pages = form.pages(order, sheet.faces)
  sheet.draw(pages)
  const { pdf } = sheet
  const issuedAt = new Date(instantOf(order.record.issuedAt))
  pdf.file(order.canonical, {
    name: `${order.record.docNo}.json`, type: 'application/json', description: '本書の記録（RFC 8785）', relationship: 'Source', creationDate: issuedAt, modifiedDate: issuedAt,
  })
  addSignatureFields(pdf, sheet.firstPage(), issuedAt)
  pdf.end()
  return { bytes: new Uint8Array(pdf.read() ?? []), unprintable: unprintableOn(pages, sheet.faces) }
}

/** The characters of the form that the typefaces cannot print, in reading order, each once. */
export function unprintableIn(order: RenderOrder): string[] {
  const form = formOf(order.record)
  if (form === null) return []
  const { faces } = sheetFor(order, form)
  return unprintableOn(form.pages(order, faces), faces)
}

function unprintableOn(pages: readonly Page[], faces: Typefaces): string[] {
  const characters = new Set<string>()
  for (const text of textsOf(pages)) for (const sign of signsOf(text)) characters.add(sign)
  return [...characters].filter((sign) => !isBoundary(sign) && !faces.canPrint(sign))
}

function sheetFor({ record, seal }: RenderOrder, { title, author, subject }: DrawnForm): Sheet {
  return openSheet({ title, author, subject, createdAt: new Date(instantOf(record.issuedAt)), seal, template: record.template })
}
