import type { EmbeddedFont } from './pdfkit-inside.ts'
import type { Type, Weight } from './marks.ts'
import { isBoundary, signsOf } from './signs.ts'

/** Measures and writes with the embedded typefaces, one glyph a sign: no ligatures, no kerning, nothing that depends on a shaper. */
export interface Typefaces {
  /**
   * Whether both weights have a glyph with a width for it: marks without one would land on a neighbour. A character with a selector of
   * variants (`signsOf`) only where that gives it a glyph of its own.
   */
  canPrint(sign: string): boolean
  /** Points. */
  widthOf(text: string, type: Type): number
}

export function typefaces(fonts: Record<Weight, EmbeddedFont>): Typefaces {
  const advances: Record<Weight, Map<string, number>> = { regular: new Map(), bold: new Map() }
  const printable = new Map<string, boolean>()
  const advanceOf = (sign: string, weight: Weight): number => {
    const known = advances[weight].get(sign)
    if (known !== undefined) return known
    const advance = isBoundary(sign) ? 0 : glyphOf(fonts[weight], sign).advanceWidth * fonts[weight].scale
    advances[weight].set(sign, advance)
    return advance
  }
  return {
    canPrint(sign) {
      const known = printable.get(sign)
      if (known !== undefined) return known
      const answer = (['regular', 'bold'] as const).every((weight) => hasGlyph(fonts[weight], sign) && advanceOf(sign, weight) > 0)
      printable.set(sign, answer)
      return answer
    },
    widthOf(text, { size, weight }) {
      let thousandths = 0
      for (const sign of signsOf(text)) thousandths += advanceOf(sign, weight)
      return (thousandths * size) / 1000
    },
  }
}

/** The hexadecimal string that shows `text`, and the glyphs' places in the subset, which grows as it is used. */
export function encode(font: EmbeddedFont, text: string): string {
  let hex = ''
  for (const sign of signsOf(text)) {
    const glyph = glyphOf(font, sign)
    const place = font.subset.includeGlyph(glyph.id)
    font.widths[place] ??= glyph.advanceWidth * font.scale
    font.unicode[place] ??= codePointsOf(sign)
    hex += place.toString(16).padStart(4, '0')
  }
  return hex
}

function hasGlyph({ font }: EmbeddedFont, sign: string): boolean {
  return isVariant(sign) ? variantsOf(font).has(sign) : font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)
}

function glyphOf({ font }: EmbeddedFont, sign: string): { readonly id: number; readonly advanceWidth: number } {
  const variant = isVariant(sign) ? variantsOf(font).get(sign) : undefined
  return variant === undefined ? font.glyphForCodePoint(sign.codePointAt(0) ?? 0) : font.getGlyph(variant, codePointsOf(sign))
}

const isVariant = (sign: string): boolean => sign.length > (sign.codePointAt(0)! > 0xffff ? 2 : 1)
const codePointsOf = (sign: string): number[] => Array.from(sign, (character) => character.codePointAt(0) ?? 0)

/**
 * Ideographs with a selector for which the typeface has a glyph that no character has by itself (葛󠄀 with its older form): by sign, the glyph.
 * Other selectors (U+FE00 …) move a comma or give the glyph of a character of its own, which nobody could tell from that character.
 */
function variantsOf(font: EmbeddedFont['font']): ReadonlyMap<string, number> {
  const known = variants.get(font)
  if (known) return known
  const own = new Set(font.characterSet.map((codePoint) => font.glyphForCodePoint(codePoint).id))
  const selectors = font._cmapProcessor.uvs?.varSelectors.toArray().filter(({ varSelector }) => varSelector >= 0xe0100) ?? []
  const found = new Map(selectors.flatMap(({ varSelector, nonDefaultUVS }) => (nonDefaultUVS ?? []).filter(({ glyphID }) => !own.has(glyphID)).map(({ unicodeValue, glyphID }) => [String.fromCodePoint(unicodeValue, varSelector), glyphID] as const)))
  variants.set(font, found)
  return found
}

/** By typeface, which is read once. */
const variants = new WeakMap<EmbeddedFont['font'], ReadonlyMap<string, number>>()
