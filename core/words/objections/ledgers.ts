import type { Sentences } from './sentences.ts'

/** Ledgers as tables (Art. 17). */
export interface LedgerObjections {
  'ledger-busy': Record<never, never>
  'ledger-unknown': { ledger: string }
  'row-unknown': { ledger: string; id: string }
  'too-many-rows-for-pdf': { rows: number; most: number }
}

export const ledgers: Sentences<LedgerObjections> = {
  ja: {
    'ledger-busy': () => 'ほかの記録と重なったため、書き込めませんでした。もう一度お試しください。',
    'ledger-unknown': ({ ledger }) => `「${ledger}」という台帳はこの事務所にありません。台帳の一覧から選んでください。`,
    'row-unknown': ({ ledger, id }) => `「${ledger}」に、選ばれた行（${id}）がありません。一覧を開き直してください。`,
    'too-many-rows-for-pdf': ({ rows, most }) => `${rows}行は多すぎて、PDFにできません（${most}行まで）。期間や状態で絞り込むか、ExcelかCSVで保存してください。`,
  },
  en: {
    'ledger-busy': () => 'Another entry came first. Please try again.',
    'ledger-unknown': ({ ledger }) => `This office keeps no ledger called “${ledger}”. Choose one from the list.`,
    'row-unknown': ({ ledger, id }) => `“${ledger}” has no such row (${id}). Open the list again.`,
    'too-many-rows-for-pdf': ({ rows, most }) => `${rows} rows are too many for a PDF (at most ${most}). Narrow them by period or state, or save as Excel or CSV.`,
  },
}
