import { both } from './both.ts'

export const exporting = both({
  what: '書き出すもの', receipts: '預り証', certificates: '証明書', encoding: '文字コード', save: 'CSVを書き出す', saved: '{{count}}通を書き出しました。', showInFolder: 'フォルダーで表示',
  cp932Why: 'CP932（Shift_JIS）は、UTF-8を読めない古いシステムのためのものです。', lacking: 'CP932にない文字があります：{{characters}}', lackingAt: '{{docNo}}　{{row}}件目の「{{column}}」：{{character}}', lackingMore: 'ほかに{{count}}か所',
  lackingMeans: '「〓」に置き換え、元の文字を列「置換一覧」に書きます。取り込む側で元に戻せます。', without: '表にできないほど長いため、CSVに入っていません（JSONをお使いください）：{{docNos}}',
  pack: '証跡一式を書き出す', packing: '証跡一式の書出し', packCancel: '書出しを中止します。書きかけのファイルは残りません。', packed: '書類{{documents}}通と、台帳の記録{{entries}}件を、証明を付けて書き出しました。', shared: '別の契約にも関わる記録{{count}}件は、入れていません。',
  csvFor: 'CSVの文字コード',
}, {
  what: 'What', receipts: 'Receipts', certificates: 'Certificates', encoding: 'Encoding', save: 'Save as CSV', saved: '{{count}} documents were saved.', showInFolder: 'Show in folder',
  cp932Why: 'CP932 (Shift_JIS) is for older systems that cannot read UTF-8.', lacking: 'CP932 lacks these characters: {{characters}}', lackingAt: '{{docNo}}, item {{row}}, “{{column}}”: {{character}}', lackingMore: 'and {{count}} more places',
  lackingMeans: 'They become 〓 and are named in the column 置換一覧, so that they can be put back.', without: 'Too long for a table and not in the CSV (use the JSON): {{docNos}}',
  pack: 'Save the evidence', packing: 'Saving the evidence', packCancel: 'Stops; nothing half written is left.', packed: '{{documents}} documents and {{entries}} entries of the ledger were saved with their proofs.', shared: '{{count}} entries speak of another contract as well and were left out.',
  csvFor: 'Encoding of the CSV',
})
