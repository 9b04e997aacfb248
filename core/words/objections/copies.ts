import type { Sentences } from './sentences.ts'

/** Copies (Art. 11(8)). */
export interface CopyObjections {
  'copy-without-parent': Record<never, never>
  'copy-without-purpose': Record<never, never>
  'copy-without-file': Record<never, never>
  'copy-until-past': { day: string }
  'copy-elsewhere': { no: string; serial: string }
  'copy-differs': { no: string; path: string }
  'copy-still-there': { no: string; path: string }
  'copy-end-unsaid': { no: string }
  'copy-wipe-unfit': { no: string }
  'print-not-approved': Record<never, never>
}

export const copies: Sentences<CopyObjections> = {
  ja: {
    'copy-without-parent': () => '何の複製かを選んでください。元になる預り情報のない複製は作れません。',
    'copy-without-purpose': () => '複製の目的を入力してください。',
    'copy-without-file': () => 'この預り情報は紙で、保管庫にファイルがありません。紙の複写は「印刷」として申請してください。',
    'copy-until-past': ({ day }) => `使用期限（${day}）が過ぎています。今日以降の日にしてください。`,
    'copy-elsewhere': ({ no, serial }) => `複製${no}は、別の媒体（製造番号${serial}）に置く承認を受けていません。承認された場所を選ぶか、申請し直してください。`,
    'copy-differs': ({ no, path }) => `複製${no}（${path}）を読み返したところ、元と一致しませんでした。使わずに消去して、もう一度作ってください。`,
    'copy-still-there': ({ no, path }) => `複製${no}のファイルがまだあります（${path}）。「消去・廃棄」で消してから記録してください。`,
    'copy-end-unsaid': ({ no }) => `複製${no}をどのように消去・廃棄したかを入力してください。`,
    'copy-wipe-unfit': ({ no }) => `選んだ消去の記録は、複製${no}を含まないか、まだ合格と確認されていません。別の記録を選んでください。`,
    'print-not-approved': () => 'この情報の印刷は承認されていません。試みたことは台帳に記録しました。種別「印刷」で申請し、作業責任者の承認を得てください。',
  },
  en: {
    'copy-without-parent': () => 'Choose what this is a copy of. There are no copies without an entrusted item.',
    'copy-without-purpose': () => 'Enter the purpose of the copy.',
    'copy-without-file': () => 'This item is paper and has no file in the vault. Ask for a print instead.',
    'copy-until-past': ({ day }) => `The last day of use (${day}) is over. Choose today or later.`,
    'copy-elsewhere': ({ no, serial }) => `Copy ${no} was not approved for the medium with serial number ${serial}. Choose the approved place, or ask anew.`,
    'copy-differs': ({ no, path }) => `Copy ${no} (${path}) was read back and differs from its original. Do not use it; erase it and make another.`,
    'copy-still-there': ({ no, path }) => `The file of copy ${no} is still there (${path}). Erase it under a plan of disposal first.`,
    'copy-end-unsaid': ({ no }) => `Say how copy ${no} was erased or disposed of.`,
    'copy-wipe-unfit': ({ no }) => `That erasure does not cover copy ${no}, or has not passed its verification. Choose another.`,
    'print-not-approved': () => 'Printing this is not approved. The attempt has been recorded. Ask for a copy of the kind “print” and have the supervisor approve it.',
  },
}
