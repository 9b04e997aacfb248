import type { Kind } from '../../ledger/shelf.ts'
import type { CellKind, LedgerColumn, Words } from '../definition.ts'

type Value<K extends Kind> = LedgerColumn<K>['value']
type More<K extends Kind> = Pick<LedgerColumn<K>, 'filterable' | 'extra'>

/** How columns of a kind are written down: `const { text, day } = columnsOf<'mailing'>()`. Widths are in characters. */
export function columnsOf<K extends Kind>() {
  const of = (kind: CellKind) => (key: string, ja: string, en: string, width: number, value: Value<K>, more: More<K> = {}): LedgerColumn<K> => ({ key, title: { ja, en }, kind, width, value, ...more })
  return {
    text: of('text'), number: of('number'), bytes: of('bytes'), day: of('day'), instant: of('instant'),
    state: (key: string, ja: string, en: string, width: number, states: Readonly<Record<string, Words>>, value: Value<K>, more: More<K> = { filterable: true }): LedgerColumn<K> => ({ key, title: { ja, en }, kind: 'state', width, states, value, ...more }),
  }
}

export const words = (ja: string, en: string): Words => ({ ja, en })
/** States whose Japanese word is what the ledger keeps. */
export const sameInBoth = (pairs: Readonly<Record<string, string>>): Record<string, Words> => Object.fromEntries(Object.entries(pairs).map(([ja, en]) => [ja, { ja, en }]))
export const yesNo = { yes: words('有', 'yes'), no: words('無', 'no') }
/** 最重要情報・重要情報・その他 (Art. 2). */
export const classes = sameInBoth({ 最重要情報: 'most important', 重要情報: 'important', その他: 'other' })
/** Several things in one cell. */
export const several = (texts: readonly (string | null | undefined)[]): string | null => texts.filter((text) => text !== null && text !== undefined && text !== '').join('、') || null
