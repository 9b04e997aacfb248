import { megabytes } from '../megabytes.ts'
import type { Sentences } from './sentences.ts'

/** Packages, and writing them onto a medium (Art. 11(3), 11(5)). */
export interface PackageObjections {
  'package-not-verified': { no: string }
  'package-missing': { no: string; path: string }
  'package-changed': { no: string }
  'target-exists': { path: string }
  'disk-full': { path: string }
  'folder-missing': { path: string }
  'source-changed': { path: string }
  'sealing-failed': { what: string; path: string }
  'recipient-key-missing': { organisation: string }
  'recipient-key-expired': { organisation: string; day: string }
  'package-key-wrong': { path: string }
  'package-broken': { path: string; what: string }
  'package-hostile': { path: string; what: string }
  'package-weak-cipher': { path: string }
  'package-not-understood': { path: string; what: string }
  'key-letter-refused': { path: string; what: string }
  'package-in-volumes': { no: string }
  'package-not-cut-so': { no: string; what: string }
  'drive-unknown': { folder: string }
  'drive-changed': { no: string }
  'drive-not-a-medium': { folder: string }
  'medium-serial-differs': { no: string; expected: string; found: string }
  'medium-serial-unread': { no: string }
  'medium-too-small': { no: string; needed: number; free: number; missing: number }
  'file-too-large-for-medium': { no: string; name: string; most: number }
  'package-not-written-there': { no: string; medium: string }
  'writing-failed': { what: string; path: string }
}

export const packages: Sentences<PackageObjections> = {
  ja: {
    'package-not-verified': ({ no }) => `梱包 ${no} は検証が済んでいないため、出せません。封をし直してください。`,
    'package-missing': ({ no, path }) => `梱包 ${no} のファイルが元の場所にありません（${path}）。元に戻すか、封をし直してください。`,
    'package-changed': ({ no }) => `梱包 ${no} のファイルが、検証した時と変わっています。出さずに、封をし直してください。`,
    'target-exists': ({ path }) => `同じ名前のファイルが既にあります（${path}）。別の場所を選んでください。`,
    'disk-full': ({ path }) => `空き容量が足りません（${path}）。途中のファイルは残していません。容量を空けてからやり直してください。`,
    'folder-missing': ({ path }) => `フォルダがありません（${path}）。場所を選び直してください。`,
    'source-changed': ({ path }) => `読み取り中にファイルが変わりました（${path}）。ほかのソフトを閉じてからやり直してください。`,
    'sealing-failed': ({ what, path }) => `封をできませんでした（${PACKAGE_TROUBLES[what] ?? what}：${path}）。途中のファイルは残していません。`,
    'recipient-key-missing': ({ organisation }) => `${organisation}の暗号用証明書が登録されていないため、鍵の封筒を作れません。新しい公開鍵届を登録するか、パスフレーズで封をしてください。`,
    'recipient-key-expired': ({ organisation, day }) => `${organisation}の暗号用証明書は${day}で期限が切れています。新しい公開鍵届を登録するか、パスフレーズで封をしてください。`,
    'package-key-wrong': ({ path }) => `パスフレーズが違うか、ファイルが壊れています（${path}）。何も取り出していません。パスフレーズを送り主にもう一度確かめてください。`,
    'package-broken': ({ path, what }) => `${BROKEN[what] ?? 'ファイルが壊れています'}（${path}）。何も取り出していません。もう一度写すか、送り主に送り直してもらってください。`,
    'package-hostile': ({ path, what }) => `${HOSTILE[what] ?? '不審なファイルです'}。開かずに、送り主に確かめてください（${path}）。何も取り出していません。`,
    'package-weak-cipher': ({ path }) => `強度不足の暗号方式（ZipCrypto）又は暗号化されていないファイルです（${path}）。開かずに、「AES-256で暗号化したZIP（7-Zipなら暗号化方式 AES-256）」で送り直すよう、送り主に依頼してください。`,
    'package-not-understood': ({ path, what }) => `${UNREADABLE[what] ?? '対応していない形式です'}（${path}）。ファイルを確かめるか、「AES-256で暗号化したZIP」で送り直してもらってください。`,
    'key-letter-refused': ({ path, what }) => `鍵の封筒を開けられません（${LETTERS[what] ?? what}：${path}）。送り主の公開鍵届が登録されているかを確かめ、違うときは送り主に封筒を作り直してもらってください。`,
    'package-in-volumes': ({ no }) => `梱包 ${no} は分割されているため、メールには添付できません。媒体で送るか、分割せずに封をしてください。`,
    'package-not-cut-so': ({ no, what }) => `${no === '' ? '' : `梱包 ${no} を`}そのようには分けられません（${CUTS[what] ?? what}）。分割の大きさと巻の番号を確かめてください。`,
    'drive-unknown': ({ folder }) => `このフォルダがどの媒体のものか分からないため、書き込めません（${folder}）。登録した媒体を直接つなぎ、その中のフォルダを選んでください。`,
    'drive-changed': ({ no }) => `書込みの途中で媒体が入れ替わったおそれがあります（${no}）。媒体をつなぎ直し、もう一度書き込んでください。`,
    'drive-not-a-medium': ({ folder }) => `このフォルダ（${folder}）は、この端末自身のディスクにあります。登録した媒体をつなぎ、その中のフォルダを選んでください。`,
    'medium-serial-differs': ({ no, expected, found }) => `つないだ媒体の製造番号（${found}）が、媒体 ${no} の登録（${expected}）と一致しません。媒体を取り違えていないか確かめてください。`,
    'medium-serial-unread': ({ no }) => `媒体 ${no} の製造番号を機械で読めません。本体の表示を見て製造番号を入力し、別の人の確認を受けてください。`,
    'medium-too-small': ({ no, needed, free, missing }) => `媒体 ${no} の空き容量が足りません（必要 ${megabytes(needed)}、空き ${megabytes(free)}、不足 ${megabytes(missing)}）。容量を空けるか、分割して複数の媒体に書き込んでください。`,
    'file-too-large-for-medium': ({ no, name, most }) => `媒体 ${no} の形式（FAT32など）では、${megabytes(most)}を超えるファイルを書けません（${name}）。分割して書き込むか、exFATなどで初期化した媒体を使ってください。`,
    'package-not-written-there': ({ no, medium }) => `梱包 ${no} を媒体 ${medium} に書き込んで検証した記録がありません。先に「媒体へ書き込む」を行うか、媒体のラベルの製造番号を別の人と確かめて入力してください。`,
    'writing-failed': ({ what, path }) => `媒体に書き込めませんでした（${PACKAGE_TROUBLES[what] ?? what}：${path}）。途中のファイルは残していません。別の媒体に書き込んでください。`,
  },
  en: {
    'package-not-verified': ({ no }) => `Package ${no} has not been verified and may not leave. Seal it again.`,
    'package-missing': ({ no, path }) => `The file of package ${no} is not where it was (${path}).`,
    'package-changed': ({ no }) => `The file of package ${no} has changed since it was verified. Do not send it; seal it again.`,
    'target-exists': ({ path }) => `A file of this name exists (${path}). Choose another place.`,
    'disk-full': ({ path }) => `The disk is full (${path}). Nothing half written was left.`,
    'folder-missing': ({ path }) => `There is no such folder (${path}).`,
    'source-changed': ({ path }) => `The file changed while it was read (${path}). Close other programs and try again.`,
    'sealing-failed': ({ what, path }) => `Sealing failed (${what}: ${path}). Nothing half written was left.`,
    'recipient-key-missing': ({ organisation }) => `No encryption certificate of ${organisation} is registered. Register a new key notice, or seal with a passphrase.`,
    'recipient-key-expired': ({ organisation, day }) => `The encryption certificate of ${organisation} ended on ${day}. Register a new key notice, or seal with a passphrase.`,
    'package-key-wrong': ({ path }) => `The passphrase is wrong or the file is damaged (${path}). Nothing was taken out. Ask the sender for the passphrase again.`,
    'package-broken': ({ path, what }) => `The file is damaged (${what}: ${path}). Nothing was taken out. Copy it again, or ask the sender to send it again.`,
    'package-hostile': ({ path, what }) => `The file is suspicious (${what}: ${path}). Nothing was taken out. Do not open it; ask the sender.`,
    'package-weak-cipher': ({ path }) => `The file is encrypted weakly (ZipCrypto) or not at all (${path}). Ask the sender for a ZIP encrypted with AES-256.`,
    'package-not-understood': ({ path, what }) => `This kind of file cannot be read (${what}: ${path}). Ask the sender for a ZIP encrypted with AES-256.`,
    'key-letter-refused': ({ path, what }) => `The key letter cannot be opened (${what}: ${path}). Check that the sender's key notice is registered, or ask for a new letter.`,
    'package-in-volumes': ({ no }) => `Package ${no} is in volumes and cannot be attached. Send it on a medium, or seal it whole.`,
    'package-not-cut-so': ({ no, what }) => `Package ${no} cannot be cut like this (${what}). Check the size and the numbers of the volumes.`,
    'drive-unknown': ({ folder }) => `It cannot be told on which medium this folder lies (${folder}). Connect the registered medium directly and choose a folder on it.`,
    'drive-changed': ({ no }) => `The medium may have been exchanged while writing (${no}). Connect it again and write again.`,
    'drive-not-a-medium': ({ folder }) => `This folder (${folder}) lies on this machine's own disk. Connect the registered medium and choose a folder on it.`,
    'medium-serial-differs': ({ no, expected, found }) => `The serial number of this medium (${found}) is not that of medium ${no} (${expected}). Check that it is the right one.`,
    'medium-serial-unread': ({ no }) => `The drive of medium ${no} tells no serial number. Type what its label says and let a second person confirm it.`,
    'medium-too-small': ({ no, needed, free, missing }) => `Medium ${no} has no room (needed ${needed}, free ${free}, missing ${missing} bytes). Make room, or split the package over several media.`,
    'file-too-large-for-medium': ({ no, name, most }) => `The file system of medium ${no} takes no file larger than ${most} bytes (${name}). Split the package, or use a medium with exFAT.`,
    'package-not-written-there': ({ no, medium }) => `No record says that package ${no} was written to medium ${medium} and verified there. Write it to the medium first, or read the serial number off its label together with a second person.`,
    'writing-failed': ({ what, path }) => `Writing to the medium failed (${what}: ${path}). Nothing half written was left. Use another medium.`,
  },
}

const TROUBLES: Readonly<Record<string, string>> = {
  'source-missing': '見つかりません', 'source-unreadable': '開けません', 'source-not-a-file': 'ファイルではありません', 'source-changed': '読み取り中に変わりました',
  'name-not-portable': 'Windowsで使えない名前です', 'duplicate-name': '同じ名前が二つあります', 'source-empty-folder': '空のフォルダです', 'path-too-long': 'パスが長すぎます',
}
const PACKAGE_TROUBLES: Readonly<Record<string, string>> = { ...TROUBLES, 'not-verified': '読み戻した内容が一致しません', 'target-broken': '書いた内容が読み戻した内容と一致しません', 'package-unreadable': '梱包のファイルを最後まで読めません', 'file-too-large-for-disk': 'この媒体の形式では大きすぎるファイルです', 'target-missing': '書込み先のフォルダがありません', 'vault-damaged': '保管庫の中のファイルが壊れています', 'read-only': '書き込めない場所です', damaged: '書いた内容が読み戻した内容と一致しません' }
const BROKEN: Readonly<Record<string, string>> = { truncated: 'ファイルが途中で切れています', 'package-unreadable': 'ファイルを最後まで読めません', damaged: 'ファイルが壊れています' }
const HOSTILE: Readonly<Record<string, string>> = {
  bomb: '展開すると異常に大きくなります', 'hostile-name': 'フォルダの外へ書き込もうとする名前が含まれています', 'name-not-portable': '使えない名前のファイルが含まれています', 'duplicate-name': '同じ名前のファイルが二つ含まれています',
}
const UNREADABLE: Readonly<Record<string, string>> = { 'not-a-zip': 'ZIPではありません', 'unsupported-method': '対応していない圧縮方式です' }
const LETTERS: Readonly<Record<string, string>> = {
  'file-unreadable': 'ファイルを読めません', 'not-for-us': '別の宛先の封筒です', damaged: '封筒が壊れています', 'not-believed': '登録した相手の署名ではありません',
}
const CUTS: Readonly<Record<string, string>> = { 'cut-already': '既に分割されています', 'too-many': '999巻を超えます', 'no-such-volume': 'その番号の巻はありません' }
