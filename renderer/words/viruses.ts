import { both } from './both.ts'

export const viruses = both({
  ready: 'この機器の{{name}}で、取り込む前・封をする前に自動で検査します。', engine: 'エンジン {{engine}}', signatures: '定義ファイル {{version}}（{{day}}）', undated: '定義ファイルの日付は分かりません。',
  old: '定義ファイルが3日より前のものです。検査ソフトを更新してください。検査は行えますが、古いことが記録に残ります。',
  none: 'この機器には、使える検査ソフトが見つかりません。別の検査ソフトで検査した結果を入力してください。',
  byHand: '別の検査ソフトでの結果を入力する', byHandWhy: '自動の検査が終わらないとき、暗号化などで検査できないファイルがあるときに使います。検出されたものは、この入力があっても取り込みません。',
  title: 'ウイルスチェック', product: '検査ソフト', patternDate: '定義ファイルの日付', at: '検査した日時', note: '検査の方法など', noteExample: '例：検査用パソコンで検査し、検出なし', attested: '検査画面を見て、検出がないことを確かめました',
  need: '「{{field}}」を入力してください。', needAttested: '検査画面を見て確かめたら、印を付けてください。',
  clean: '検出なし（{{count}}件）', byWord: '{{product}}での検査を記録（定義ファイル {{pattern}}）', notScanned: '自動では検査できないものがありました。',
  warnings: { 'signatures-old': '定義ファイルが3日より前のものです。', 'signatures-undated': '定義ファイルの日付が分かりません。' },
}, {
  ready: '{{name}} on this machine looks through the files before anything is taken in or sealed.', engine: 'engine {{engine}}', signatures: 'signatures {{version}} ({{day}})', undated: 'The date of its signatures is not known.',
  old: 'Its signatures are more than three days old. Please update the scanner. It can be used, but its age goes on record.',
  none: 'No virus scanner is ready on this machine. Check with another product and enter what it said.',
  byHand: 'Enter the result of another product', byHandWhy: 'For a check that does not come to an end, and for files that cannot be looked into, such as encrypted ones. What is found stays outside all the same.',
  title: 'Virus check', product: 'Scanner', patternDate: 'Date of its signatures', at: 'Checked at', note: 'How it was checked', noteExample: 'e.g. checked on the inspection PC, nothing found', attested: 'I have looked at the result, and nothing was found',
  need: 'Please fill in “{{field}}”.', needAttested: 'Tick once you have looked at the scanner’s result.',
  clean: 'nothing found ({{count}} files)', byWord: 'checked with {{product}}, on record (signatures {{pattern}})', notScanned: 'Some of it could not be scanned here.',
  warnings: { 'signatures-old': 'The signatures are more than three days old.', 'signatures-undated': 'The date of the signatures is not known.' },
})
