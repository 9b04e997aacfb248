import { fontPath } from '../../fonts.ts'
import type { Ink, Mark, ModulesMark, Page, Piece, TextMark, Weight } from './marks.ts'
import { inInfo } from './on-paper.ts'
import { openPdf, type EmbeddedFont, type PdfInside, type StructureElement } from './pdfkit-inside.ts'
import { runsOf } from './signs.ts'
import { encode, typefaces, type Typefaces } from './typeface.ts'
import { writeXmp } from './xmp.ts'

export interface SheetInfo {
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly createdAt: Date
  /** The text of the QR code, which cannot be worked out again from the record: its reader needs it to draw the same page. */
  readonly seal: string
  /** Which renderer drew it: `F-25/1`. */
  readonly template: string
  /** A4 on its side. */
  readonly landscape?: boolean
  /** Smaller, and no longer byte for byte the same on every machine: for what nobody has to draw again. */
  readonly compress?: boolean
}

/** A PDF being drawn: what measures its text, and where its pages go. */
export interface Sheet {
  readonly pdf: PdfInside
  readonly faces: Typefaces
  draw(pages: readonly Page[]): void
  /** The page on which invisible fields hang. */
  firstPage(): PdfInside['page']
}

/** A4 in points. */
export const PAPER = { width: 595.28, height: 841.89 } as const

/** Opens an empty document in Noto Sans JP, its dates and identity derived from `info` alone. */
export function openSheet({ title, author, subject, createdAt, seal, template, landscape = false, compress = false }: SheetInfo): Sheet {
  const info = { Title: inInfo(title), Author: inInfo(author), Subject: inInfo(subject), Creator: `Azukari ${template}`, Producer: 'Azukari', CreationDate: createdAt, ModDate: createdAt, AzukariSeal: seal }
  const pdf = openPdf({ landscape, compress }, info)
  pdf._addInfo = () => pdf.appendXML(writeXmp(info))
  const fonts = { regular: embed(pdf, 'regular'), bold: embed(pdf, 'bold') }
  let first: PdfInside['page'] | null = null
  return {
    pdf, faces: typefaces(fonts),
    draw(pages) {
      pdf.addPage()
      first = pdf.page
      drawPages(pdf, fonts, pages)
    },
    firstPage: () => first ?? pdf.page,
  }
}

function embed(pdf: PdfInside, weight: Weight): EmbeddedFont {
  pdf.font(read[weight] ?? fontPath(weight))
  read[weight] = pdf._font.font
  return pdf._font
}

/** Read once: taking a typeface apart is half the work of a page. What a document adds to it, its subset keeps. */
const read: Partial<Record<Weight, EmbeddedFont['font']>> = {}

/** Red as seal ink is. */
const INKS: Readonly<Record<Ink, string>> = { red: '0.8 0.07 0.09' }

function drawPages(pdf: PdfInside, fonts: Record<Weight, EmbeddedFont>, pages: readonly Page[]): void {
  const document = pdf.struct('Document')
  pdf.addStructure(document)
  const tables = new Map<string, StructureElement>()
  const rowsOf = (table: string): StructureElement => {
    const known = tables.get(table)
    if (known) return known
    const opened = pdf.struct('Table')
    document.add(opened)
    tables.set(table, opened)
    return opened
  }
  for (const [i, page] of pages.entries()) {
    if (i > 0) pdf.addPage()
    for (const piece of page) drawPiece(pdf, fonts, piece, document, rowsOf)
  }
  document.end()
}

function drawPiece(pdf: PdfInside, fonts: Record<Weight, EmbeddedFont>, piece: Piece, document: StructureElement, rowsOf: (table: string) => StructureElement): void {
  const show = (marks: readonly Mark[]) => () => marks.forEach((mark) => pdf.addContent(operatorsOf(mark, fonts, pdf)))
  if (piece.kind === 'artifact') {
    pdf.markContent('Artifact', { type: piece.type })
    show(piece.marks)()
    pdf.endMarkedContent()
    return
  }
  if (piece.kind === 'element') {
    const element = pdf.struct(piece.tag, piece.alt === undefined ? {} : { alt: piece.alt })
    document.add(element)
    element.add(show(piece.marks))
    return
  }
  const row = pdf.struct('TR')
  rowsOf(piece.table).add(row)
  for (const { tag, scope, marks } of piece.cells) {
    const cell = pdf.struct(tag, scope ? { scope } : {})
    row.add(cell)
    cell.add(show(marks))
  }
}

function operatorsOf(mark: Mark, fonts: Record<Weight, EmbeddedFont>, pdf: PdfInside): string {
  switch (mark.kind) {
    case 'text': return textOperators(mark, fonts[mark.weight], pdf)
    case 'rule': return `${mark.ink ? `${INKS[mark.ink]} RG ` : ''}${n(mark.width)} w ${n(mark.from[0])} ${n(mark.from[1])} m ${n(mark.to[0])} ${n(mark.to[1])} l S${mark.ink ? ' 0 G' : ''}`
    case 'fill': return `${n(mark.grey)} g ${n(mark.x)} ${n(mark.y)} ${n(mark.width)} ${n(mark.height)} re f 0 g`
    case 'modules': return modulesOperators(mark)
  }
}

/** pdfkit turns the page upside down so that y grows downwards; the text matrix turns the letters back. */
function textOperators({ x, y, text, size, pitch, ink }: TextMark, font: EmbeddedFont, pdf: PdfInside): string {
  pdf.page.fonts[font.id] ??= font.ref()
  const runs = runsOf(text).map((run) => ({ ...run, hex: encode(font, run.text) }))
  const shown = pitch === undefined ? `<${runs.map(({ hex }) => hex).join('')}> Tj` : `[${atPitch(text, font, (pitch * 1000) / size)}] TJ`
  const below = underlined(runs, { x, y, size }, font)
  return `${ink ? `${INKS[ink]} rg ` : ''}BT /${font.id} ${n(size)} Tf 1 0 0 -1 ${n(x)} ${n(y)} Tm ${shown} ET${ink ? ' 0 g' : ''}${below}`
}

/** A thin line below each remark; nothing where there is none. */
function underlined(runs: readonly { hex: string; isRemark: boolean }[], { x, y, size }: Pick<TextMark, 'x' | 'y' | 'size'>, font: EmbeddedFont): string {
  let left = x
  return runs.map(({ hex, isRemark }) => {
    const from = left
    left += (widthOf(hex, font) * size) / 1000
    return isRemark ? ` ${n(size * 0.05)} w ${n(from)} ${n(y + size * 0.2)} m ${n(left)} ${n(y + size * 0.2)} l S` : ''
  }).join('')
}

/** Thousandths of the size. */
function widthOf(hex: string, font: EmbeddedFont): number {
  return hex.match(/.{4}/g)?.reduce((sum, place) => sum + (font.widths[Number.parseInt(place, 16)] ?? 0), 0) ?? 0
}

/** Groups of a hash in columns: after each, the pen is moved on to the next multiple of the pitch (thousandths of the size). */
function atPitch(text: string, font: EmbeddedFont, pitch: number): string {
  return text.split(' ').map((group) => {
    const hex = encode(font, group)
    return `<${hex}> ${n(widthOf(hex, font) - pitch)}`
  }).join(' ')
}

/** One path for all dark runs, so that no seam shows between them. */
function modulesOperators({ x, y, side, rows }: ModulesMark): string {
  const runs = rows.flatMap((row, top) => darkRuns(row).map(([left, length]) => `${left} ${top} ${length} 1 re`))
  const scale = Math.round((side / rows.length) * 1e6) / 1e6
  return `q ${scale} 0 0 ${scale} ${n(x)} ${n(y)} cm ${runs.join('\n')} f Q`
}

function darkRuns(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = []
  for (let at = 0; at < row.length; at++) {
    const last = runs.at(-1)
    if (!row[at]) continue
    if (last && last[0] + last[1] === at) last[1]++
    else runs.push([at, 1])
  }
  return runs
}

/** Hundredths of a point are finer than any printer. */
function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}
