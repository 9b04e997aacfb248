import type { PackageProblem, PackageProblemCode } from '../main/packages/engine.ts'

const sentences: Readonly<Record<PackageProblemCode, string>> = {
  'wrong-password-or-damaged': 'パスワードが違うか、ファイルが壊れています。何も取り出していません。パスワードを確かめてください。',
  damaged: 'ファイルが壊れています。何も取り出していません。送り主に、もう一度送ってもらってください。',
  truncated: 'ファイルが途中で切れています。もう一度コピーするか、送り直してもらってください。',
  'not-a-zip': 'ZIPではありません。ファイルを確かめてください。',
  'weak-encryption': '強度不足の暗号方式（ZipCrypto）です。AES-256で送り直してもらってください。',
  'unsupported-method': '対応していない圧縮方式です。7-Zipなどで開いてください。',
  bomb: '展開すると異常に大きくなるため、開きません。送り主に確かめてください。',
  'hostile-name': 'フォルダの外へ書き込もうとする名前が含まれるため、開きません。送り主に確かめてください。',
  'name-not-portable': 'Windowsで使えない名前のファイルがあります。名前を変えてからやり直してください。',
  'duplicate-name': '同じ名前のファイルが二つあります。名前を変えてからやり直してください。',
  'source-missing': 'ファイルが見つかりません。場所を確かめてください。',
  'source-unreadable': 'ファイルを読めません。アクセス権を確かめてください。',
  'source-changed': '読み取り中にファイルが変わりました。ほかのソフトを閉じてからやり直してください。',
  'source-not-a-file': '通常のファイルではないものがあります。取り除いてからやり直してください。',
  'nothing-to-seal': '封をするファイルがありません。ファイル又はフォルダを指定してください。',
  'target-exists': '同じ名前のファイルが既にあります。別の名前を指定してください。',
  'target-missing': '書き込み先のフォルダがありません。場所を確かめてください。',
  'target-broken': '書いた内容が読み戻した内容と一致しません。別の媒体に書いてください。',
  'disk-full': '空き容量が足りません。途中のファイルは残していません。',
  'file-too-large-for-disk': 'この媒体の形式（FAT32など）では、4GB以上のファイルを書けません。分割して書くか、exFATなどで初期化した媒体を使ってください。',
  'read-only': '書き込めない場所です。別の場所を指定してください。',
  'package-missing': '梱包のファイルが見つかりません。場所を確かめてください。',
  'package-unreadable': '梱包のファイルを読めません。アクセス権を確かめてください。',
  'weak-password': 'パスワードが弱すぎます。生成した合言葉を使ってください。',
}

/** What is wrong and what to do next, and where: names and paths from the problem's facts. */
export function sayProblem({ code, facts }: PackageProblem): string {
  const where = [facts['path'], facts['name'], facts['entry']].filter((fact) => typeof fact === 'string').join(' ')
  return where === '' ? sentences[code] : `${sentences[code]}（${where}）`
}
