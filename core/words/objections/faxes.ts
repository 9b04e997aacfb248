import type { Sentences } from './sentences.ts'

/** Fax (Art. 11(6)). */
export interface FaxObjections {
  'fax-prohibited': Record<never, never>
  'fax-number-malformed': { faxNo: string }
  'fax-number-differs': Record<never, never>
}

export const faxes: Sentences<FaxObjections> = {
  ja: {
    'fax-prohibited': () => 'FAXによる送信は原則禁止です。暗号化した添付ファイルのメール、又は書留で送ってください。',
    'fax-number-malformed': ({ faxNo }) => `FAX番号「${faxNo}」は、市外局番からの番号になっていません。確かめてください。`,
    'fax-number-differs': () => '2人が入力したFAX番号が一致しません。甲の指示書を見て、それぞれ入力し直してください。',
  },
  en: {
    'fax-prohibited': () => 'Fax is prohibited in principle. Send an encrypted attachment or registered mail.',
    'fax-number-malformed': ({ faxNo }) => `“${faxNo}” is no complete fax number. Check it.`,
    'fax-number-differs': () => 'The two numbers differ. Both of you type it again, from the city\'s instruction.',
  },
}
