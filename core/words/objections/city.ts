import type { Sentences } from './sentences.ts'

/** The city. */
export interface CityObjections {
  'receipt-number-missing': { docNo: string }
}

export const city: Sentences<CityObjections> = {
  ja: {
    'receipt-number-missing': ({ docNo }) => `${docNo} に収受番号がありません。収受番号を入力してから、収受通知を作ってください。`,
  },
  en: {
    'receipt-number-missing': ({ docNo }) => `${docNo} has no receipt number of the city yet. Enter it first.`,
  },
}
