export interface Texts { readonly [key: string]: string | Texts }
type SameShape<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameShape<T[K]> }

/** The texts of one screen in both languages, side by side: what lacks its translation does not compile. */
export function both<T extends Texts>(ja: T, en: SameShape<T>): { ja: T; en: SameShape<T> } {
  return { ja, en }
}
