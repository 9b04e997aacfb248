import type { BackupTrouble, KnownHead } from '../../backup/backup.ts'
import type { Instant } from '../../time.ts'
import { warekiTime } from '../dates.ts'
import type { Sentences } from './sentences.ts'

/** Backups of the vault, and coming back from them. */
export interface BackupObjections {
  'backup-not-planned': Record<never, never>
  'backup-under-way': Record<never, never>
  'backup-trouble': { what: BackupTrouble; path: string }
  'backup-key-wrong': Record<never, never>
  'restore-while-open': Record<never, never>
  'restore-over-another': Record<never, never>
  'restoring-unknown': Record<never, never>
  'restoring-admits-less': { lost: number; admitted: number }
  'numbers-unsaid': { entries: number; madeAt: Instant }
  'numbers-of-no-series': { numbers: string }
  'backup-behind': { entries: number; madeAt: Instant; known: number; knownAt: Instant | null; source: KnownHead['source']; where: string; missing: number; forked: boolean; confirmation: string }
}

export const backup: Sentences<BackupObjections> = {
  ja: {
    'backup-not-planned': () => 'バックアップの保存先が決まっていません。先に保存先を設定するか、フォルダを選んでください。',
    'backup-under-way': () => 'バックアップを作っているところです。終わってから、もう一度行ってください。',
    'backup-trouble': ({ what, path }) => troubles[what][0].replace('{path}', path),
    'backup-key-wrong': () => '復旧キー、ID又はパスワードが、このバックアップのものと違います。作った日の後にパスワードを変えたときは、変える前のパスワードか、印刷した復旧キーを使ってください。',
    'restore-while-open': () => 'サインインしたままでは復元できません。サインアウトしてから、入口の画面で行ってください。',
    'restore-over-another': () => 'ここには別の組織の保管庫があります。復元すると入れ替わってしまうため行えません。別の保存先（--home）を指定するか、別のパソコンで行ってください。',
    'restoring-unknown': () => 'この復元の記録が見つかりません。画面を開き直してください。',
    'restoring-admits-less': ({ lost, admitted }) => `失われた件数を${lost}件とは届け出られません。この復元では${admitted}件が失われたことが記録されています。${admitted}件以上の数を入力してください。`,
    'numbers-unsaid': ({ entries, madeAt }) => `この台帳は${warekiTime(madeAt)}のバックアップ（台帳${entries}件）から復元したもので、その後に付けた番号が分かりません。このまま番号を付けると、市に渡した書類や送った物と同じ番号になるおそれがあります。「設定」の「バックアップ」で、既に使った番号を記録してから、もう一度行ってください（管理者か作業責任者が記録します）。`,
    'numbers-of-no-series': ({ numbers }) => `この事業所で付ける番号ではないものがあります：${numbers}。書類・ラベルに印字された番号（例：A-R8-017-005、MED-2026-0003）を、1行に1つずつそのまま入力してください。`,
    'backup-behind': ({ entries, madeAt, known, knownAt, source, missing, forked, confirmation }) =>
      `このバックアップ（${warekiTime(madeAt)}、台帳${entries}件）より新しい台帳があります：${sources[source][0]}（${knownAt === null ? '' : `${warekiTime(knownAt)}、`}${known}件）。復元すると、${missing > 0 ? `その後の${missing}件の記録` : 'このバックアップにない記録'}が失われます。${forked ? 'また、このバックアップの台帳は途中から別のものになっています。' : ''}より新しいバックアップを選んでください。失ってよいときだけ、確認欄に「${confirmation}」と入力してください。失われたことは台帳に記録されます。`,
  },
  en: {
    'backup-not-planned': () => 'No folder for backups has been set. Set one first, or choose a folder.',
    'backup-under-way': () => 'A backup is being made. Try again when it has ended.',
    'backup-trouble': ({ what, path }) => troubles[what][1].replace('{path}', path),
    'backup-key-wrong': () => 'The recovery key, ID or password is not one of this backup. If a password was changed since, use the one from before, or the printed recovery key.',
    'restore-while-open': () => 'Nothing is restored while somebody is signed in. Sign out, then restore from the first screen.',
    'restore-over-another': () => 'The vault of another organisation lies here and would be replaced. Choose another home (--home) or another machine.',
    'restoring-unknown': () => 'This restoring was not found. Open the page again.',
    'restoring-admits-less': ({ lost, admitted }) => `${lost} entries are fewer than this ledger knows to be lost (${admitted}). Enter ${admitted} or more.`,
    'numbers-unsaid': ({ entries, madeAt }) => `This ledger was restored from a backup of ${new Date(madeAt).toISOString()} (${entries} entries), and nobody has said which numbers were given after it. Have an administrator or supervisor record them under Settings, Backups, then try again.`,
    'numbers-of-no-series': ({ numbers }) => `These are no numbers that this office gives: ${numbers}. Type each as it is printed (A-R8-017-005, MED-2026-0003), one to a line.`,
    'backup-behind': ({ entries, madeAt, known, knownAt, source, missing, forked, confirmation }) =>
      `The ledger is known to be newer than this backup (${new Date(madeAt).toISOString()}, ${entries} entries): ${sources[source][1]} (${knownAt === null ? '' : `${new Date(knownAt).toISOString()}, `}${known} entries). Restoring loses ${missing > 0 ? `${missing} later entries` : 'entries that are not in it'}.${forked ? ' This backup also goes on differently from some point.' : ''} Choose a newer backup. Only if they may be lost, type “${confirmation}” to confirm; the ledger will say so.`,
  },
}

const sources: Readonly<Record<KnownHead['source'], readonly [ja: string, en: string]>> = {
  'present-vault': ['今ここにある保管庫', 'the vault that lies here'],
  'last-locked': ['ここの保管庫を最後に施錠したときの台帳', 'the ledger when the vault here was last locked'],
  'newer-backup': ['同じフォルダにある別のバックアップ', 'another backup in the same folder'],
  witness: ['指定された台帳の証明', 'the checkpoint that was pointed to'],
}

/** What went wrong with a backup, for cards and lists too. */
export const troubles: Readonly<Record<BackupTrouble, readonly [ja: string, en: string]>> = {
  'folder-missing': ['保存先のフォルダが見つかりません（{path}）。USBメモリーやネットワークがつながっているか確かめてください。', 'The folder for backups is not there ({path}). Check that the stick or the network is connected.'],
  'generations-missing': ['保存先（{path}）に、前に作ったバックアップが一つもありません。別の媒体がつながっていないか確かめてください。新しい媒体に替えたときは「今すぐ作る」で始めてください。', 'None of the earlier backups is in the folder ({path}). Check that no other medium is connected; on a new medium, begin by making one by hand.'],
  'disk-full': ['空き容量が足りません（{path}）。途中のファイルは残していません。容量を空けてからやり直してください。', 'There is not enough room ({path}). Nothing was left behind. Make room and try again.'],
  'read-only': ['書き込めない場所です（{path}）。書込み禁止やアクセス権を確かめてください。', 'This place cannot be written to ({path}). Check its write protection and permissions.'],
  'target-exists': ['同じ名前のファイルが既にあります（{path}）。少し待ってから、もう一度行ってください。', 'A file of this name exists ({path}). Wait a minute and try again.'],
  'file-too-large-for-disk': ['この媒体の形式（FAT）では4GBを超えるファイルを置けません（{path}）。exFATかNTFSの媒体を使ってください。', 'This medium (FAT) takes no file above 4 GB ({path}). Use one with exFAT or NTFS.'],
  'disk-failed': ['保存先への読み書きに失敗しました（{path}）。媒体を確かめるか、別の媒体に替えてください。', 'Reading or writing failed there ({path}). Check the medium or use another.'],
  'ledger-damaged': ['台帳に壊れた箇所があるため、バックアップを作りませんでした。前のバックアップは残しています。「台帳」の検証で確かめ、管理者に連絡してください。', 'The ledger is damaged, so no backup was made; earlier ones were kept. Verify the ledger and call the administrator.'],
  'source-changed': ['作っている間に保管庫のファイルが変わりました（{path}）。もう一度行ってください。', 'A file of the vault changed meanwhile ({path}). Try again.'],
  'not-a-backup': ['これは預かりのバックアップではありません（{path}）。拡張子が .azkbackup のファイルを選んでください。', 'This is no backup of Azukari ({path}). Choose a file that ends in .azkbackup.'],
  'backup-newer': ['新しい版の預かりで作られたバックアップです（{path}）。預かりを更新してから復元してください。', 'This backup is of a newer Azukari ({path}). Update first.'],
  'backup-damaged': ['バックアップが壊れているか、途中で切れています（{path}）。使わずに、別の世代を選んでください。', 'This backup is damaged or cut off ({path}). Do not use it; choose another generation.'],
  'backup-missing': ['バックアップのファイルが見つかりません（{path}）。媒体がつながっているか確かめてください。', 'The backup is not there ({path}). Check that the medium is connected.'],
  'backup-unreadable': ['バックアップを読めません（{path}）。媒体とアクセス権を確かめてください。', 'The backup cannot be read ({path}). Check the medium and its permissions.'],
  'wrong-vault': ['これは別の保管庫のバックアップです（{path}）。ファイルを選び直してください。', 'This backup is of another vault ({path}). Choose another file.'],
  'witness-not-ours': ['指定されたファイルに、この台帳の証明がありません（{path}）。市に渡した文書（JSON）か整合証明を選ぶか、指定せずに進めてください。', 'This file holds no checkpoint of this ledger ({path}). Choose a document (JSON) or a consistency proof, or go on without.'],
  'not-as-written': ['読み返した内容が書いたものと違いました（{path}）。そのファイルは残していません。別の媒体に替えてください。', 'What was read back is not what was written ({path}); it was not kept. Use another medium.'],
  interrupted: ['作っている途中で終了したため、できていません。次の機会に作り直します。', 'It was cut off while being made; it is made again at the next chance.'],
  'called-off': ['途中で取りやめました。残したファイルはありません。', 'It was called off; nothing was left behind.'],
  failed: ['予期しない問題で作れませんでした。管理者に連絡してください。', 'It failed for a reason nobody foresaw. Call the administrator.'],
}
