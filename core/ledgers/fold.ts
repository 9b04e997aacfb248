/**
 * Text as the search compares it, so that a clerk finds what someone else typed otherwise: width and compatibility (NFKC:
 * ＡＢ１ → ab1, ㈱ → (株)), capitals, katakana → hiragana, common variant characters (髙 → 高, 𠮷 → 吉), no spaces, no variation selectors.
 * Long vowels, voiced marks and old spellings stay: they are other words.
 */
export function fold(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(IGNORED, '')
  return plain.replace(KATAKANA, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60)).replace(VARIANT, (c) => variants[c] ?? c)
}

/** Words that were typed into a search, folded; a row must hold all of them. */
export const foldWords = (typed: string): string[] => typed.split(/\s+/u).map(fold).filter((word) => word !== '')

const IGNORED = /[\s\u00ad\u200b-\u200f\u2060\ufeff]|\p{Variation_Selector}/gu
/** Those with a hiragana 0x60 below; ヷ ヸ ヹ ヺ have none. */
const KATAKANA = /[ァ-ヶヽヾ]/gu

/** Variants that registers of names mix up. NFKC leaves all of these alone. */
const variants: Readonly<Record<string, string>> = Object.fromEntries(([
  ['高', '髙'], ['崎', '﨑碕嵜'], ['吉', '𠮷'], ['浜', '濱濵'], ['辺', '邊邉'], ['斉', '齊齋斎'], ['徳', '德'], ['土', '圡'], ['柳', '栁'], ['増', '增'],
  ['沢', '澤'], ['広', '廣'], ['国', '國'], ['桜', '櫻'], ['島', '嶋嶌'], ['富', '冨'], ['峰', '峯'], ['渕', '淵渊'], ['瀬', '瀨'], ['頼', '賴'],
  ['館', '舘'], ['来', '來'], ['真', '眞'], ['静', '靜'], ['恵', '惠'], ['竜', '龍'], ['滝', '瀧'], ['関', '關'], ['亀', '龜'], ['鉄', '鐵'],
] as const).flatMap(([plain, others]) => [...others].map((other) => [other, plain])))
const VARIANT = new RegExp(`[${Object.keys(variants).join('')}]`, 'gu')
