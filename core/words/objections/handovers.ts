import type { Sentences } from './sentences.ts'

/** Hand-over and receipt (Art. 2, 14). */
export interface HandoverObjections {
  'handover-not-as-designated': { differs: string }
  'handover-already-received': { state: string }
  'list-differs': { count: number; first: string }
  'receipt-not-issued': { handover: string }
  'receipt-already-issued': { docNo: string }
  'medium-not-named': Record<never, never>
  'words-for-unknown-file': { name: string }
  'sources-troubled': { count: number; first: string; what: string }
  'no-files': Record<never, never>
  'unprintable-characters': { characters: string }
  'acknowledgement-unmatched': { docNo: string }
  'document-not-believed': { file: string; reason: string }
}

export const handovers: Sentences<HandoverObjections> = {
  ja: {
    'handover-not-as-designated': ({ differs }) => `甲の指定と異なる受渡しです（${differs}）。甲の了承番号・理由・別の人の確認を入力してください。`,
    'handover-already-received': () => 'この受渡しは、既に受け取りが済んでいます。続けて受け取るときは、新しい受渡しを登録してください。',
    'list-differs': ({ count, first }) => `受領内容が甲の一覧と一致しません（${count}件。例：${first}）。甲に確認し、差異を記録してください。`,
    'receipt-not-issued': ({ handover }) => `預り証を発行するまで利用できません（${handover}）。先に預り証を発行してください。`,
    'receipt-already-issued': ({ docNo }) => `預り証 ${docNo} は既に発行されています。発行した書面は書き換えられません。誤りがあるときは、書類の画面から訂正版を発行してください。`,
    'medium-not-named': () => '電磁的記録媒体で受け取るときは、登録した媒体を選び、ウイルスチェックの結果を記録してください。',
    'words-for-unknown-file': ({ name }) => `「${name}」は受け取るファイルの中にありません。ファイル名を確かめてください。`,
    'sources-troubled': ({ count, first, what }) => `扱えないファイルがあります（${count}件。例：${first}：${TROUBLES[what] ?? what}）。ファイルを確かめてからやり直してください。`,
    'no-files': () => 'ファイルがありません。ファイル又はフォルダを選んでください。',
    'unprintable-characters': ({ characters }) => `帳票に印刷できない文字があります：${characters}　別の文字に置き換えるか、甲に表記を相談してください。`,
    'acknowledgement-unmatched': ({ docNo }) => `収受通知が指す文書（${docNo}）は、この保管庫が発行したものと一致しません。取り込まずに、甲に確かめてください。`,
    'document-not-believed': ({ file, reason }) => `${file} は受け入れられません。${reason}`,
  },
  en: {
    'handover-not-as-designated': ({ differs }) => `The hand-over differs from the city's designation (${differs}). Enter the city's number, the reason and a second person.`,
    'handover-already-received': () => 'This hand-over has been received already.',
    'list-differs': ({ count, first }) => `What arrived differs from the city's list (${count}, e.g. ${first}). Ask the city and record the difference.`,
    'receipt-not-issued': ({ handover }) => `Not to be used before the custody receipt is issued (${handover}).`,
    'receipt-already-issued': ({ docNo }) => `Receipt ${docNo} has been issued and is not rewritten. If it is wrong, issue its revision on the page of documents.`,
    'medium-not-named': () => 'For a recording medium, choose the registered medium and record its virus check.',
    'words-for-unknown-file': ({ name }) => `“${name}” is not among the files.`,
    'sources-troubled': ({ count, first, what }) => `Some files cannot be used (${count}, e.g. ${first}: ${what}).`,
    'no-files': () => 'No files. Choose files or a folder.',
    'unprintable-characters': ({ characters }) => `The form cannot print these characters: ${characters}`,
    'acknowledgement-unmatched': ({ docNo }) => `The acknowledgement speaks of a document (${docNo}) that this vault did not issue so.`,
    'document-not-believed': ({ file, reason }) => `${file} cannot be accepted. ${reason}`,
  },
}

const TROUBLES: Readonly<Record<string, string>> = {
  'source-missing': '見つかりません', 'source-unreadable': '開けません', 'source-not-a-file': 'ファイルではありません', 'source-changed': '読み取り中に変わりました',
  'name-not-portable': 'Windowsで使えない名前です', 'duplicate-name': '同じ名前が二つあります', 'source-empty-folder': '空のフォルダです', 'path-too-long': 'パスが長すぎます',
}
