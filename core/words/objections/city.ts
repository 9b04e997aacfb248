import type { Sentences } from './sentences.ts'

/** The city. */
export interface CityObjections {
  'receipt-number-missing': { docNo: string }
  'receipt-number-given': { docNo: string; cityReceiptNo: string }
  'receipt-number-taken': { cityReceiptNo: string; docNo: string }
  'nothing-to-export': { what: string; contractNo: string }
}

export const city: Sentences<CityObjections> = {
  ja: {
    'receipt-number-missing': ({ docNo }) => `${docNo} に収受番号がありません。収受番号を入力してから、収受通知を作ってください。`,
    'receipt-number-given': ({ docNo, cityReceiptNo }) => `${docNo} には、すでに収受番号「${cityReceiptNo}」が付いています。付けた番号は変えられません。`,
    'receipt-number-taken': ({ cityReceiptNo, docNo }) => `収受番号「${cityReceiptNo}」は、すでに ${docNo} に付いています。別の番号を入力してください。`,
    'nothing-to-export': ({ what, contractNo }) => `契約「${contractNo}」には、書き出す${what === 'receipts' ? '預り証' : '証明書'}がまだありません。`,
  },
  en: {
    'receipt-number-missing': ({ docNo }) => `${docNo} has no receipt number of the city yet. Enter it first.`,
    'receipt-number-given': ({ docNo, cityReceiptNo }) => `${docNo} has the receipt number “${cityReceiptNo}” already, and a number that was given is not changed.`,
    'receipt-number-taken': ({ cityReceiptNo, docNo }) => `The receipt number “${cityReceiptNo}” belongs to ${docNo} already. Enter another.`,
    'nothing-to-export': ({ what, contractNo }) => `There are no ${what} of contract “${contractNo}” yet.`,
  },
}
