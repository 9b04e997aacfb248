import type { Finding } from '../documents/document.ts'

/** What was found in a document, as one sentence. */
export function sayFinding(finding: Finding, language: 'ja' | 'en'): string {
  const [ja, en] = sentences[finding.code] ?? [`確認できない点があります（${finding.code}）。`, `Something could not be confirmed (${finding.code}).`]
  return language === 'ja' ? ja : en
}

const sentences: Readonly<Record<string, readonly [string, string]>> = {
  'not-for-import': ['取り込みの対象ではない種類の文書です。', 'This kind of document is not imported here.'],
  'contract-unknown': ['この契約番号は、この保管庫に登録されていません。', 'This contract is not registered in this vault.'],
  'number-taken': ['同じ文書番号・版で、内容の違う文書が既に取り込まれています。発行者に確かめてください。', 'Another content was imported under this number and revision.'],
}
