import type { EmbeddedFont } from './pdfkit-inside.ts'
import type { Type, Weight } from './marks.ts'

/** Measures and writes with the embedded typefaces, one glyph a character: no ligatures, no kerning, nothing that depends on a shaper. */
export interface Typefaces {
  /** Whether both weights have a glyph of its own width for it. Marks without width would land on a neighbour. */
  canPrint(character: string): boolean
  /** Points. */
  widthOf(text: string, type: Type): number
}

export function typefaces(fonts: Record<Weight, EmbeddedFont>): Typefaces {
  const advances: Record<Weight, Map<string, number>> = { regular: new Map(), bold: new Map() }
  const advanceOf = (character: string, weight: Weight): number => {
    const known = advances[weight].get(character)
    if (known !== undefined) return known
    const advance = glyphOf(fonts[weight], character).advanceWidth * fonts[weight].scale
    advances[weight].set(character, advance)
    return advance
  }
  return {
    canPrint: (character) => (['regular', 'bold'] as const).every((weight) => hasGlyph(fonts[weight], character) && advanceOf(character, weight) > 0),
    widthOf(text, { size, weight }) {
      let thousandths = 0
      for (const character of text) thousandths += advanceOf(character, weight)
      return (thousandths * size) / 1000
    },
  }
}

/** The hexadecimal string that shows `text`, and the glyphs' places in the subset, which grows as it is used. */
export function encode(font: EmbeddedFont, text: string): string {
  let hex = ''
  for (const character of text) {
    const glyph = glyphOf(font, character)
    const place = font.subset.includeGlyph(glyph.id)
    font.widths[place] ??= glyph.advanceWidth * font.scale
    font.unicode[place] ??= [character.codePointAt(0) ?? 0]
    hex += place.toString(16).padStart(4, '0')
  }
  return hex
}

function hasGlyph(font: EmbeddedFont, character: string): boolean {
  return font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
}

function glyphOf(font: EmbeddedFont, character: string): { readonly id: number; readonly advanceWidth: number } {
  return font.font.glyphForCodePoint(character.codePointAt(0) ?? 0)
}
