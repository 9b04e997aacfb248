import type { LedgerRescued } from '../../core/vault/rescue.ts'

/** What lies beside rescued entries, for whoever finds the folder later. */
export function rescueReadme({ entries, total, missing, proved, pages, damagedPages, blobs, blobsMissing }: Omit<LedgerRescued, 'folder'>): string {
  const ranges = missing.length === 0 ? '–' : missing.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
  return `壊れた台帳から取り出せた記録
============================

entries.ndjson       読み取れて、ハッシュが合った記録（1行に1件、ハッシュしたときのままのJSON）: ${entries} / ${total} 件
sealed-files.ndjson  記録が指す封緘済みファイルと、その有無（保管庫のフォルダに残っています）: ${blobs} 件、うち無いもの ${blobsMissing} 件
checkpoints.txt      署名されたチェックポイント
report.json          この報告を機械で読むための形

見つからなかった記録の番号（0から数える）: ${ranges}
署名で確かめられた範囲: 初めから ${proved} 件
壊れていたページ: ${damagedPages === null ? `${pages} ページのうちどれかを言えません（それを確かめるための先頭が失われています）` : `${pages} ページのうち ${damagedPages}`}

元の保管庫のファイルには何も書いていません。ここにあるのは個人情報を含む平文です。鍵のかかる場所に置き、使い終えたら消去してください。
業務を続けるには、バックアップから戻してください。

Entries rescued from a damaged ledger
=====================================

entries.ndjson holds every entry that could be read and fits its own hash, one a line, exactly as it was hashed: ${entries} of ${total}.
sealed-files.ndjson names the sealed files that they speak of; ${blobsMissing} of ${blobs} are not in the vault.
checkpoints.txt holds the signed checkpoints; the first ${proved} entries are exactly those that one of them was signed over.
Numbers not found (counted from 0): ${ranges}. Damaged pages: ${damagedPages === null ? `not to be told, of ${pages} (the first, by which they are proved, is lost)` : `${damagedPages} of ${pages}`}.

Nothing was written into the vault. This folder holds personal data in the clear: lock it away, and erase it when done.
To go on working, restore a backup.
`
}
