import { both } from './both.ts'

export const ledgers = both({
  title: '台帳', lead: '受け取ってから返すまでの記録を、台帳ごとに見られます。台帳はこのソフトの操作から自動で作られ、後から書き換えることはできません。',
  rows: '{{total}}件', form: '様式 {{form}}', openNamed: '{{name}}を開く', all: 'すべての記録', allLead: '起きたことを一行ずつ、書いた順に見ます。', allOpen: 'すべての記録を見る', auditTitle: '台帳の検証と書き出し', toList: '台帳の一覧',
  search: '文字で探す（2文字から）', searchWhy: '全角・半角、大文字・小文字、ひらがな・カタカナ、異体字（髙と高）の違いは区別しません。空白で区切ると、すべてを含む行を探します。',
  found: '{{total}}件', thisContract: 'この契約', allContracts: 'すべての契約',
  narrow: '絞り込む', narrowBy: '{{column}}で絞り込む', from: '以上', to: '以下', fromDay: 'この日から', toDay: 'この日まで', blank: '（空欄）', apply: '決める', clear: '外す', clearAll: 'すべて外す', chosenMany: '{{first}} ほか{{more}}', removeFilter: '「{{filter}}」の絞込みを外す', noChoices: '値がまだありません。',
  sortBy: '{{column}}で並べ替える', ascending: '昇順', descending: '降順',
  columns: '列', allColumns: '列をすべて表示', views: '見方', viewsNone: '保存した見方はまだありません。', viewName: 'この見方の名前', viewSave: 'この見方を保存する', viewDrop: '「{{name}}」を消す', viewWhy: '絞込み・並び・列を名前を付けて残します。見えるのは自分だけです。',
  save: '保存・印刷', savePdf: 'PDF（印刷用）', saveXlsx: 'Excel', saveCsv: 'CSV（UTF-8）', saveCp932: 'CSV（Shift_JIS：CP932）', saveWhy: '今の絞込み・並び・列のまま、フォルダに保存します。保存したことは記録に残ります。',
  saving: '{{name}}の保存', saveCancel: '保存を中止します。途中まで書いたファイルは残りません。', saved: '{{rows}}件を保存しました。', replaced: '使えない文字を〓に置き換えました：{{characters}}', showInFolder: 'フォルダを開く',
  table: '{{name}}の表', keys: '上下キーで行を選び、Enterで開きます。', empty: '{{name}}にはまだ何もありません', nothingFound: '条件に合う行はありません。', nothingFoundNext: '言葉を短くするか、絞込みを外してください。',
  whole: 'すべての項目', history: '履歴', historyNone: '記録がありません。', documents: '関係する書類', acknowledged: '収受済', line: '記録 {{seq}}', exception: '例外（甲の番号 {{ref}}、確認者 {{second}}）', byMachine: '（自動記録）', confirmedBy: '確認 {{name}}', goThere: 'この件の画面を開く', rules: '確かめた規則',
}, {
  title: 'Ledgers', lead: 'The records of everything from receipt to return, ledger by ledger. They are made from what is done here, and nothing in them is changed afterwards.',
  rows: '{{total}} rows', form: 'Form {{form}}', openNamed: 'Open {{name}}', all: 'All entries', allLead: 'Everything that happened, line by line in the order it was written.', allOpen: 'See all entries', auditTitle: 'Verify and export the ledger', toList: 'All ledgers',
  search: 'Find (from two characters)', searchWhy: 'Width, capitals, hiragana and katakana, and variant characters (髙, 高) do not matter. Words parted by spaces must all be there.',
  found: '{{total}} rows', thisContract: 'This contract', allContracts: 'All contracts',
  narrow: 'Narrow', narrowBy: 'Narrow by {{column}}', from: 'at least', to: 'at most', fromDay: 'from', toDay: 'until', blank: '(blank)', apply: 'Apply', clear: 'Remove', clearAll: 'Remove all', chosenMany: '{{first}} and {{more}} more', removeFilter: 'Remove “{{filter}}”', noChoices: 'No values yet.',
  sortBy: 'Sort by {{column}}', ascending: 'ascending', descending: 'descending',
  columns: 'Columns', allColumns: 'Show all columns', views: 'Views', viewsNone: 'No saved views yet.', viewName: 'Name of this view', viewSave: 'Save this view', viewDrop: 'Remove “{{name}}”', viewWhy: 'Keeps filters, order and columns under a name. Only you see it.',
  save: 'Save, print', savePdf: 'PDF (for printing)', saveXlsx: 'Excel', saveCsv: 'CSV (UTF-8)', saveCp932: 'CSV (Shift_JIS: CP932)', saveWhy: 'As it is narrowed, sorted and shown now, into a folder. That it was saved is recorded.',
  saving: 'Saving {{name}}', saveCancel: 'Stops the saving. Nothing half written remains.', saved: '{{rows}} rows saved.', replaced: 'Characters that cannot be written became 〓: {{characters}}', showInFolder: 'Show in folder',
  table: 'Table: {{name}}', keys: 'Arrow keys choose a row, Enter opens it.', empty: '{{name}}: nothing here yet', nothingFound: 'No row fits.', nothingFoundNext: 'Use shorter words, or remove a filter.',
  whole: 'All fields', history: 'History', historyNone: 'No entries.', documents: 'Documents about it', acknowledged: 'acknowledged', line: 'entry {{seq}}', exception: 'Exception (city’s number {{ref}}, confirmed by {{second}})', byMachine: '(by the machine)', confirmedBy: 'confirmed by {{name}}', goThere: 'Open its page', rules: 'Rules checked',
})
