import { both } from './both.ts'

/** Files one by one, the drive's own command, another program's log. */
export const wipesOtherwise = both({
  filesLead: '先に一覧を作り、何が消えるかを確かめます。一覧は、消し始める前に台帳へ記録します。一覧を見た後に中身が変わっていたときは、何も消さずに止まります。',
  makeList: '一覧を作る', makeAgain: '一覧を作り直す', listJob: '{{no}}の一覧', listCancel: '一覧を作るのをやめます。何も変わりません。',
  dangerFiles: 'ここに挙がったファイルとフォルダを消去します', countFiles: 'ファイル', countNames: '名前の合計（フォルダとリンクを含む）', size: '大きさ', listHash: '一覧のSHA-256', paths: '計画の場所',
  findings: '注意が要るもの', findingsMore: 'ほか{{count}}件', limits: 'この場所では消去が及ばないもの',
  hardLinks: '別の名前（ハードリンク）からも見えるファイルを、ほかの名前ごと空にして消す', readOnly: '読取専用のファイルも、書込みを許してから消す', freeSpace: '続けて、同じ領域の空き容量を上書きする（一時的に空きがなくなります）',
  typeCount: '消すファイルの数を入力してください', typedCountDiffers: '一覧のファイルの数と一致していません。', begin: 'ファイルを消去する', job: '{{no}}のファイルの消去', cancelMeans: '消去を途中でやめます。ここまでに消したファイルは元に戻りません。記録には「中止」と残り、証明書は発行できません。',
  leftLead: '前回の消去が途中で終わっています。「中止」として記録し、別の人が確認すると、もう一度実施できます。', settle: '中止として記録する',
  addPaths: '消すファイル・フォルダをここへ', noPaths: '消すファイルかフォルダを選んでください。', removePath: '{{path}}を外す', fileName: '置いてある場所の名前', fileNameExample: '例：PC-021 作業領域',
  commandLead: '媒体自身に消去を命じます。命令を送ると取り消せません。対応しているかどうかは、媒体に尋ねて調べます。', ask: '使える命令を調べる', command: '命令', estimate: '目安 {{minutes}}分', hidden: '隠し領域（HPA・DCO）', hiddenStates: { none: 'なし', present: 'あり', unknown: '確かめられません' },
  noCommands: 'この媒体に送れる命令はありません。別の方法の計画に改めてください。', reliesOnEncryption: '暗号鍵だけを捨てる方法です。使い始めから暗号化されていた場合にだけ効果があります。', chooseCommand: '命令を選んでください。', give: '消去命令を送る', commandJob: '{{no}}の消去命令', commandCancel: '見守るのをやめます。送った命令は取り消せないため、結果は「確かめられない」となり、合格になりません。',
  externalLead: 'nwipeの記録（ログ）又はBlanccoの報告書（XML）を、消去ソフトが書き出したまま選んでください。製造番号が計画の媒体と一致しない記録は受け付けません。記録は保管庫に残します。', log: '消去ソフトの記録', at: '消去が終わった日時', performedBy: '消去した人', record: '記録を読み込む', recorded: '記録を読み込みました',
  facts: { end: '終わり方', ends: { whole: '一覧のすべて', 'with-exceptions': '例外あり', abandoned: '途中でやめた', failed: '異常で中断' }, overwritten: '上書きして消した', removedOnly: '名前だけを消した（フォルダ・リンクなど）', failed: '消せなかった', notReached: '手を付けていない', fromCache: '媒体から読み戻せなかった', freeSpace: '空き容量の上書き', freeSpaces: { filled: '済み', failed: '完了せず', abandoned: '中止' }, exceptions: '例外', said: '媒体の応答', samples: '前後の標本', samplesOf: '{{places}}か所のうち、元のままのもの {{unchanged}}か所', password: '媒体に残ったパスワード', outcome: '命令の結果', outcomes: { done: '媒体が完了と答えた', failed: '失敗', unsupported: '対応していない', frozen: '凍結', refused: '送らなかった', abandoned: '送る前にやめた', unknown: '確かめられない' }, tool: '消去ソフト', toolMethod: '消去ソフトの方法', toolTime: '消去ソフトの時刻', logHash: '記録のSHA-256' },
  limitWords: {
    journal: 'ジャーナルに内容が残ることがあります', 'names-in-journal': 'ジャーナルに名前が残ることがあります', 'copy-on-write': '書換えのたびに別の場所へ書くファイルシステムのため、元の場所に残ります', 'shared-blocks': '複製と共有しているため、複製に残ります', compressed: '圧縮されているため、元の場所に残ることがあります', snapshots: 'スナップショットに残ります', 'flash-spare': 'フラッシュの予備領域に残ることがあります', 'reserved-blocks': 'システム用の予約領域には及びません',
    network: 'ネットワークの先の保存方法は分かりません', memory: 'メモリ上の領域です', 'unknown-file-system': 'ファイルシステムの種類が分かりません', 'extents-unknown': '置き場所を確かめられません', 'slack-of-living-files': '残すファイルの余白には及びません', 'small-files-cut-short': '小さな隙間の一部には及びません', 'extended-attributes': '拡張属性の内容には及びません',
  },
  findingWords: {
    'symbolic-link': 'リンク（リンク先は消しません）', 'hard-link': '別の名前がある', sparse: '空白を含む', compressed: '圧縮', encrypted: '暗号化', 'copy-on-write': '別の場所へ書く', 'shared-blocks': '複製と共有', 'extents-unknown': '置き場所が不明', journal: '内容がジャーナルに残る', immutable: '変更禁止', 'append-only': '追記のみ', 'read-only': '読取専用', 'read-only-volume': '読取専用の媒体', 'open-elsewhere': '使用中', 'alternate-streams': '代替ストリーム', 'extended-attributes': '拡張属性', 'cloud-placeholder': '実体がクラウド',
    'cloud-folder': '同期フォルダ', 'mount-point': '別の媒体', network: 'ネットワーク', 'unknown-file-system': '種類が不明', 'not-a-file': 'ファイルでない', unreadable: '読めない', protected: '保護の対象', missing: '見当たらない',
  },
  troubleWords: {
    'hard-link': '別の名前がある', immutable: '変更禁止', 'read-only': '読取専用', 'read-only-volume': '読取専用の媒体', 'open-elsewhere': '使用中', running: '実行中', changed: '一覧の後に変更', growing: '書込み中', gone: '見当たらない', 'not-permitted': '権限なし', 'not-a-file': 'ファイルでない', 'mount-point': '別の媒体', 'cloud-placeholder': '実体がクラウド', 'disk-full': '空き不足', damaged: '読み書き不能', differs: '読み戻しが一致しない', 'folder-not-empty': 'フォルダが空でない', unreachable: '届かない場所', unsuitable: '消去に適さない', protected: '保護の対象', cancelled: '中止', 'name-left': '名前が残る', other: 'その他',
  },
  plannedItems: 'この行に含まれる預り情報', plannedItemsWhy: '選んでおくと、届出書と証明書に預り番号が載ります。', vaultWhy: 'この端末の保管庫に封をして保管している写しのうち、消すものを選びます。', plannedItemsNone: '選べる預り情報はありません。',
  vaultJob: '保管庫の写しの消去', dangerVault: '保管庫にある預り情報の写しを消去します', vaultLead: '消した写しは元に戻せません。梱包や確認に使うことも、もうできません。', vaultWhat: '情報の項目', countItems: '消す預り情報の数', typeItems: '消す預り情報の数を入力してください', typedItemsDiffer: '計画の数と一致していません。',
}, {
  filesLead: 'A list is made first, to see what will go. It is in the ledger before anything is erased; whatever has changed since it was looked at stops everything.',
  makeList: 'Make the list', makeAgain: 'Make it again', listJob: 'List of {{no}}', listCancel: 'Stops listing. Nothing is changed.',
  dangerFiles: 'These files and folders will be erased', countFiles: 'Files', countNames: 'Names in all (folders and links too)', size: 'Size', listHash: 'SHA-256 of the list', paths: 'Where, as planned',
  findings: 'Take note of', findingsMore: 'and {{count}} more', limits: 'What erasing does not reach there',
  hardLinks: 'Empty and remove files that have other names (hard links), too', readOnly: 'Make read-only files writable and remove them', freeSpace: 'Then overwrite the free space of the same volumes (they are full meanwhile)',
  typeCount: 'Type how many files will be erased', typedCountDiffers: 'That is not the number of files in the list.', begin: 'Erase the files', job: 'Erasing files of {{no}}', cancelMeans: 'Stops erasing. What is erased stays erased. It is recorded as abandoned, and no certificate can be issued.',
  leftLead: 'The last erasure was broken off. Recorded as abandoned and verified by another person, it can be carried out again.', settle: 'Record it as abandoned',
  addPaths: 'Files and folders to erase', noPaths: 'Choose files or folders to erase.', removePath: 'Remove {{path}}', fileName: 'Where they lie', fileNameExample: 'e.g. PC-021, work folder',
  commandLead: 'The drive erases itself. A command that was sent cannot be called back. The drive is asked what it offers.', ask: 'Ask what it offers', command: 'Command', estimate: 'about {{minutes}} min', hidden: 'Hidden areas (HPA, DCO)', hiddenStates: { none: 'none', present: 'present', unknown: 'cannot be told' },
  noCommands: 'There is no command for this drive. Plan another method.', reliesOnEncryption: 'Only the key is destroyed: worth what the encryption from the first use on was worth.', chooseCommand: 'Choose a command.', give: 'Send the command', commandJob: 'Command to {{no}}', commandCancel: 'Stops watching. What was sent cannot be called back, so its end is unknown, and it will not pass.',
  externalLead: 'Choose nwipe’s log or Blancco’s report (XML) as the program wrote it. A log that does not name the serial number of the planned medium is refused. It is kept in the vault.', log: 'Log of the program', at: 'When it ended', performedBy: 'By whom', record: 'Read the log', recorded: 'The log has been recorded',
  facts: { end: 'How it ended', ends: { whole: 'all of the list', 'with-exceptions': 'with exceptions', abandoned: 'called off', failed: 'broke off' }, overwritten: 'Overwritten and gone', removedOnly: 'Only the name removed (folders, links …)', failed: 'Not erased', notReached: 'Not reached', fromCache: 'Not read back from the medium', freeSpace: 'Free space', freeSpaces: { filled: 'filled', failed: 'not completed', abandoned: 'called off' }, exceptions: 'Exceptions', said: 'The drive’s words', samples: 'Places before and after', samplesOf: '{{unchanged}} of {{places}} places are as they were', password: 'Password left on the drive', outcome: 'What came of it', outcomes: { done: 'the drive says done', failed: 'failed', unsupported: 'not supported', frozen: 'frozen', refused: 'not sent', abandoned: 'called off before it was sent', unknown: 'unknown' }, tool: 'Program', toolMethod: 'Its method', toolTime: 'Its times', logHash: 'SHA-256 of the log' },
  limitWords: {
    journal: 'the journal may keep contents', 'names-in-journal': 'the journal may keep names', 'copy-on-write': 'the file system writes elsewhere: the old place keeps it', 'shared-blocks': 'copies share its blocks and keep it', compressed: 'compressed: the old place may keep it', snapshots: 'snapshots keep it', 'flash-spare': 'spare areas of flash may keep it', 'reserved-blocks': 'blocks kept for the system are not reached',
    network: 'nobody can tell how the far side stores it', memory: 'this lies in memory', 'unknown-file-system': 'the file system is unknown', 'extents-unknown': 'where it lies cannot be told', 'slack-of-living-files': 'the slack of other files is not reached', 'small-files-cut-short': 'some small gaps are not reached', 'extended-attributes': 'extended attributes are not reached',
  },
  findingWords: {
    'symbolic-link': 'a link (its target stays)', 'hard-link': 'has other names', sparse: 'has holes', compressed: 'compressed', encrypted: 'encrypted', 'copy-on-write': 'written elsewhere', 'shared-blocks': 'shares blocks', 'extents-unknown': 'place unknown', journal: 'contents in the journal', immutable: 'immutable', 'append-only': 'append only', 'read-only': 'read-only', 'read-only-volume': 'read-only volume', 'open-elsewhere': 'in use', 'alternate-streams': 'alternate streams', 'extended-attributes': 'extended attributes', 'cloud-placeholder': 'in the cloud',
    'cloud-folder': 'synchronised folder', 'mount-point': 'another volume', network: 'network', 'unknown-file-system': 'unknown file system', 'not-a-file': 'not a file', unreadable: 'unreadable', protected: 'protected', missing: 'missing',
  },
  troubleWords: {
    'hard-link': 'has other names', immutable: 'immutable', 'read-only': 'read-only', 'read-only-volume': 'read-only volume', 'open-elsewhere': 'in use', running: 'running', changed: 'changed since the list', growing: 'growing', gone: 'gone', 'not-permitted': 'not permitted', 'not-a-file': 'not a file', 'mount-point': 'another volume', 'cloud-placeholder': 'in the cloud', 'disk-full': 'no room', damaged: 'damaged', differs: 'differs when read back', 'folder-not-empty': 'folder not empty', unreachable: 'unreachable', unsuitable: 'unsuitable', protected: 'protected', cancelled: 'called off', 'name-left': 'name left', other: 'other',
  },
  plannedItems: 'Entrusted items in this line', plannedItemsWhy: 'The notice and the certificate will name their receipts.', vaultWhy: 'Of the copies sealed in this machine’s vault, those that are to be erased.', plannedItemsNone: 'There is no item to choose.',
  vaultJob: 'Erasing in the vault', dangerVault: 'Copies of entrusted items in the vault will be erased', vaultLead: 'They cannot be brought back, nor packed or looked at any more.', vaultWhat: 'Information', countItems: 'Items to erase', typeItems: 'Type the number of items to erase', typedItemsDiffer: 'The number does not agree with the plan.',
})
