import PDFDocument from 'pdfkit'

/**
 * The inner parts of pdfkit that we lean on. They are not its public interface: the version is pinned exactly, and the
 * documents in test/vectors, which must come out byte for byte for ever, say at once when a new version differs.
 */
export interface Reference { data: Record<string, unknown>; end(chunk?: Uint8Array | string): void }

export interface StructureElement { readonly dictionary: Reference; add(child: StructureElement | (() => void)): StructureElement; end(): void }

export interface EmbeddedFont {
  readonly id: string
  readonly scale: number
  readonly font: {
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number }
    getGlyph(id: number, codePoints: readonly number[]): { readonly id: number; readonly advanceWidth: number }
    readonly characterSet: readonly number[]
    /** The table of variants (OpenType, cmap format 14) as it was read: fontkit itself finds hardly any of them. */
    readonly _cmapProcessor: { readonly uvs: { readonly varSelectors: { toArray(): readonly { varSelector: number; nonDefaultUVS: readonly { unicodeValue: number; glyphID: number }[] | null }[] } } | null }
  }
  readonly subset: { includeGlyph(glyph: number): number }
  readonly widths: (number | undefined)[]
  readonly unicode: (readonly number[] | undefined)[]
  ref(): Reference
}

export interface PdfInside {
  readonly page: { readonly dictionary: Reference; readonly fonts: Record<string, Reference>; readonly annotations: Reference[] }
  readonly info: Record<string, unknown>
  readonly _root: Reference
  _font: EmbeddedFont
  _addInfo(): void
  endAcroForm(): void
  ref(data: Record<string, unknown>): Reference
  addPage(): void
  addContent(operators: string): void
  /** By its path, or as it was read before. */
  font(source: string | EmbeddedFont['font']): void
  file(bytes: Uint8Array, options: { name: string; type: string; description: string; relationship: string; creationDate: Date; modifiedDate: Date }): void
  appendXML(xml: string): void
  markContent(tag: 'Artifact', options: { type: string }): void
  endMarkedContent(): void
  struct(type: string, options?: { alt?: string; scope?: string }): StructureElement
  addStructure(element: StructureElement): void
  end(): void
  read(): Buffer | null
}

/**
 * Opens an empty PDF 1.7, tagged, in Japanese, claiming PDF/A-3b. Documents write every stream plainly: with no compressor
 * in between, the same record gives the same bytes on every machine, and a reader sees what it gets.
 */
export function openPdf(paper: { landscape: boolean; compress: boolean }, info: { Title: string; Author: string; Subject: string; Creator: string; Producer: string; CreationDate: Date; ModDate: Date } & Record<string, unknown>): PdfInside {
  // `font: null` keeps Helvetica out, which PDF/A would have us embed.
  const options = {
    pdfVersion: '1.7', subset: 'PDF/A-3b', tagged: true, lang: 'ja', displayTitle: true, compress: paper.compress,
    size: 'A4', layout: paper.landscape ? 'landscape' : 'portrait', margin: 0, autoFirstPage: false, font: null, info,
  }
  return new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions) as unknown as PdfInside
}
