import { both } from './both.ts'

export const jobs = both({
  tray: '進行中の作業',
  starting: '始めています。',
  cancelling: '中止しています。後始末が済むまでお待ちください。',
  scanning: 'ウイルスチェック中', reading: '読み取り中', writing: '書き込み中', verifying: '検証中', examining: '調べています', restoring: '組み立て中',
  of: '{{done}}／{{total}}', rate: '毎秒 {{rate}}', left: '残り {{time}}',
  cancel: '中止する',
  cancelTitle: '「{{title}}」を中止しますか',
  goOn: '続ける', cancelNow: '中止する',
  ended: '「{{title}}」が終わりました。', refused: '「{{title}}」は完了しませんでした。',
  endedHere: '「{{title}}」が終わりました。一覧から開いて、結果を確かめてください。',
  look: '画面を開く', dismiss: '閉じる',
}, {
  tray: 'Work under way',
  starting: 'Starting.',
  cancelling: 'Calling off; please wait until everything is put away.',
  scanning: 'Checking for viruses', reading: 'Reading', writing: 'Writing', verifying: 'Verifying', examining: 'Examining', restoring: 'Putting together',
  of: '{{done}} of {{total}}', rate: '{{rate}} per second', left: '{{time}} left',
  cancel: 'Call off',
  cancelTitle: 'Call off “{{title}}”?',
  goOn: 'Go on', cancelNow: 'Call off',
  ended: '“{{title}}” has ended.', refused: '“{{title}}” was not completed.',
  endedHere: '“{{title}}” has ended. Open it in the list to see how.',
  look: 'Open its page', dismiss: 'Dismiss',
})
