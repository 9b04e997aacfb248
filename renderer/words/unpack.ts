import { both } from './both.ts'

export const unpack = both({
  title: '開梱', lead: '届いた梱包を開けます。中身をすべて確かめてから取り出し、一つでも違えば何も取り出しません。', begin: '届いた梱包を開ける', toReceive: '受領の一覧',
  drop: '梱包（.zip、分割したものは .001）と、鍵の封筒があればそれもここに置く', volumes: '分割されたものは、すべての巻を一つのフォルダに集めてから .001 を置きます。',
  package: '梱包', letter: '鍵の封筒', needPackage: '梱包のファイルを置いてください。',
  key: '鍵', byLetter: '鍵の封筒と、こちらの鍵で開ける', byLetterWhy: '送り主から何も聞く必要はありません。', byLetterNot: '鍵の封筒（.key.p7m）が届いていれば、上に一緒に置きます。', byPassphrase: 'パスフレーズで開ける', byPassphraseWhy: '送り主から別の経路で聞いたものを、ハイフンも含めて入力します。', passphrase: 'パスフレーズ', needPassphrase: 'パスフレーズを入力してください。', needLetter: '鍵の封筒を置いてください。',
  into: '取り出す先', pickInto: '取り出す先を選ぶ', intoWhy: '新しいフォルダか、空のフォルダを選びます。', needInto: '取り出す先を選んでください。',
  open: '開梱する', look: '取り出さずに確かめる',
  jobTitle: '{{file}}の開梱', jobCancel: '開梱を中止します。取り出しかけたものは消え、何も残りません。届いた梱包はそのままです。', abandoned: '中止しました。取り出したものはありません。',
  lookTitle: '{{file}}の確認', lookCancel: '確認を中止します。届いた梱包には何も起きません。',
  opened: '開梱しました', openedLead: 'すべての中身が、封をしたときの記録と一致しました。', files: 'ファイル数', bytes: '大きさ', where: '取り出した先', sender: '封をした組織', senderNone: '分かりません（パスフレーズで開けたため）', checks: { clean: '検査済（検出なし）', unscanned: '一部のファイルを検査できませんでした。使う前に、ウイルス対策ソフトで確かめてください。', failed: '検査が途中で失敗しました。使う前に、ウイルス対策ソフトで確かめてください。', 'no-scanner': 'この端末の検査ソフトを呼び出せませんでした。使う前に、ウイルス対策ソフトで確かめてください。' }, check: 'ウイルスチェック', openFolder: '取り出した先を開く', another: '別の梱包を開ける',
  whole: '壊れておらず、中身もすべて一致しました', wholeLead: '取り出してはいません。このまま開梱できます。', packageNo: '梱包番号', readBack: '読み方', differs: '封をしたときと違います', differsLead: '取り出さずに、送り主に知らせて送り直してもらってください。',
}, {
  title: 'Open', lead: 'Opens a package that has arrived. Everything inside is checked before anything is taken out; if one thing differs, nothing is.', begin: 'Open a package', toReceive: 'All hand-overs',
  drop: 'Drop the package (.zip, or of volumes the .001) and the key letter, if one came', volumes: 'Gather all volumes in one folder first, then drop the .001.',
  package: 'Package', letter: 'Key letter', needPackage: 'Drop the package.',
  key: 'Key', byLetter: 'With the key letter and our own key', byLetterWhy: 'There is nothing to ask the sender for.', byLetterNot: 'If a key letter (.key.p7m) came, drop it above as well.', byPassphrase: 'With the passphrase', byPassphraseWhy: 'As the sender told it by another way, with its hyphens.', passphrase: 'Passphrase', needPassphrase: 'Type the passphrase.', needLetter: 'Drop the key letter.',
  into: 'Where it goes', pickInto: 'Choose where it goes', intoWhy: 'A new folder, or an empty one.', needInto: 'Choose where it goes.',
  open: 'Open it', look: 'Check without taking out',
  jobTitle: 'Opening {{file}}', jobCancel: 'Opening is called off. What was taken out so far disappears and nothing remains. The package stays as it is.', abandoned: 'Called off. Nothing was taken out.',
  lookTitle: 'Checking {{file}}', lookCancel: 'Stops checking. Nothing happens to the package.',
  opened: 'Opened', openedLead: 'Everything inside agrees with what was sealed.', files: 'Files', bytes: 'Size', where: 'Taken out to', sender: 'Sealed by', senderNone: 'not known (opened by passphrase)', checks: { clean: 'checked, nothing found', unscanned: 'Some files could not be looked into. Check them before using them.', failed: 'The check failed. Check the files before using them.', 'no-scanner': 'No scanner could be asked on this machine. Check the files before using them.' }, check: 'Virus check', openFolder: 'Open the folder', another: 'Open another package',
  whole: 'It is undamaged, and everything inside agrees', wholeLead: 'Nothing was taken out. It can be opened as it is.', packageNo: 'Package no.', readBack: 'Read', differs: 'It is not as it was sealed', differsLead: 'Take nothing out; tell the sender and ask for it again.',
})
