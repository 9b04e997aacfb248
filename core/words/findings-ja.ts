import type { Finding } from '../documents/document.ts'
import type { FindingCode, KnownFindings, SignatureFault } from './findings.ts'
import type { Day } from '../time.ts'
import { wareki } from './dates.ts'

type Sentences = { [C in FindingCode]: (facts: KnownFindings[C]) => string }

/** What was found, in a sentence for the clerk who holds the file. A code without a sentence does not compile. */
const sentences: Sentences = {
  'file-missing': () => 'ファイルが見つかりません。',
  'file-unreadable': () => 'ファイルを読み取れません。媒体やアクセス権を確かめてください。',
  'file-empty': () => 'ファイルが空です。',
  'file-too-large': ({ size, limit }) => `ファイルが大きすぎるため、読まずに拒否しました（${size}バイト。上限 ${limit}バイト）。`,
  'verification-gave-up': () => 'このファイルの検証は、途中で続けられなくなりました（メモリー不足など）。ファイルを信用せず、発行者に確かめてください。',
  'file-not-recognised': () => '当システムが発行する文書（PDF・JSON・CSV）ではありません。',

  'signature-absent': () => '署名がありません。値は読み取れますが、発行者は確かめられません。紙の確認コードと照合してください。',
  'signature-not-checkable': ({ keyId }) => `値は確認コードと一致しますが、鍵 ${keyId} が登録されていないため署名は確かめられません。`,

  'json-not-canonical': ({ why }) => `記録（JSON）が定めた書き方（RFC 8785）ではありません（${spellings[why] ?? why}）。`,
  'record-malformed': ({ field }) => `記録の項目「${field}」が様式に合いません。`,
  'record-contradicts-itself': ({ field, said, found }) => `記録の項目「${field}」が明細と合いません（記載 ${said}、計算 ${found}）。`,
  'date-impossible': ({ field }) => `項目「${field}」の日付が暦にありません。`,
  'issued-in-the-future': ({ issuedAt }) => `発行日時（${issuedAt}）が未来です。`,
  'signed-at-other-time': ({ signedAt, issuedAt }) => `署名の日時（${signedAt}）が発行日時（${issuedAt}）と異なります。`,
  'other-contract': ({ contractNo }) => `この鍵は、契約「${contractNo}」の文書には登録されていません。`,
  'record-of-other-keys': ({ field }) => `記録に書かれた鍵（${field}）が、署名した鍵と異なります。`,
  'witness-wrong': ({ why }) => `記録に添えられた台帳の証明が正しくありません（${why}）。`,
  'trusted-key-unreadable': ({ position }) => `信頼する鍵として渡された${position}番目のものを読み取れません。`,

  'pdf-not-ours': ({ at, why }) => `当システムが書き出したPDFの形ではありません（${at}バイト目：${placed(why)}）。ほかのソフトで保存し直された可能性があります。`,
  'pdf-truncated': () => 'PDFが途中で切れています。',
  'pdf-bytes-appended': () => 'PDFの末尾に余分なデータが付け足されています。',
  'pdf-updated-later': () => '署名の後にPDFが更新されています。',
  'pdf-bytes-unaccounted': ({ at }) => `PDFの中に、どこにも属さないデータがあります（${at}バイト目）。`,
  'pdf-duplicate-key': ({ key }) => `PDFの同じ辞書に項目「${key}」が二つあります。`,
  'pdf-forbidden': ({ name }) => `PDFに、文書には不要な仕掛け（${name}）が含まれています。`,
  'pdf-compressed': ({ filter }) => `PDFに、当システムが使わない圧縮・変換（${filter}）が含まれています。`,
  'pdf-unreachable-object': ({ number }) => `PDFに、どこからも参照されない隠れた部品（${number}）があります。`,
  'pdf-attachments': ({ count }) => `PDFの添付ファイルは1個でなければなりません（${count}個ありました）。`,
  'pdf-fields': ({ count }) => `PDFの署名欄は2個でなければなりません（${count}個ありました）。`,
  'pdf-signatures': ({ count }) => `PDFの署名は1個でなければなりません（${count}個ありました）。`,
  'pdf-certification-missing': () => 'PDFに、後からの変更を禁じる指定（DocMDP）がありません。',
  'pdf-range-wrong': () => '署名の対象範囲（ByteRange）が、ファイル全体を覆っていません。',
  'pdf-contents-malformed': () => '署名の値（Contents）の書き方が正しくありません。',
  'pdf-unprintable': ({ characters }) => `記録に、紙面に印刷できない文字（${characters}）が含まれています。印刷と記録が同じに見えるとは限りません。`,
  'pdf-print-differs': ({ at, object }) => `印刷内容が、添付された記録から作り直したものと一致しません（${at}バイト目：${placed(object)}）。`,

  'pdf-signature-lost': () => 'このPDFには、署名も添付の記録も残っていません（無害化、再保存又はスキャンで失われたと思われます）。同じ文書のCSV又はJSONを取り込むか、紙面の確認コードで照合してください。',

  'picture-unreadable': ({ why }) => `画像を安全に読み取れません（${pictures[why] ?? why}）。撮り直すか、PNG又はJPEGで保存し直してください。`,
  'qr-not-found': () => '文書のQRコードを読み取れません。QRコード全体が写るように撮り直すか、紙面の確認コードを入力してください。',
  'qr-proves-its-own': ({ docNo, organisation, issuedOn }) => `QRコードは、「${organisation}」が${wareki(issuedOn as Day)}に文書 ${docNo} を発行したことだけを証明します。紙面の記載までは証明しないため、確認コードが同じ文書の内容と照合してください。`,
  'qr-not-checkable': ({ docNo, keyId }) => `QRコードは文書 ${docNo} のものですが、鍵 ${keyId} が登録されていないため、本物かどうか確かめられません。`,

  'csv-malformed': ({ line, why }) => `CSVの${line}行目の書き方が正しくありません（${spellings[why] ?? why}）。`,
  'csv-in-utf-16': () => 'CSVがUTF-16（Unicodeテキスト）で保存されています。UTF-8（コンマ区切り）で保存し直すか、受け取ったままのファイルを取り込んでください。',
  'csv-column-missing': ({ column }) => `CSVに列「${column}」がありません。`,
  'csv-column-twice': ({ column }) => `CSVに列「${column}」が二つあります。`,
  'csv-column-unknown': ({ column }) => `CSVに、様式にない列「${column}」があります。`,
  'csv-value-malformed': ({ row, column }) => `${row}件目の「${column}」の値が様式に合いません。`,
  'csv-value-differs': ({ row, column }) => `${row}件目の「${column}」が発行時と異なります。`,
  'csv-rows-missing': ({ expected, found }) => `明細の行数が合いません（発行時 ${expected}行、現在 ${found}行）。`,
  'csv-values-differ': () => 'CSVの値が発行時と異なります。',
  'code-differs': ({ code }) => `確認コード（${code}）が内容と一致しません。`,
  'code-absent': () => '確認コードも署名もないため、照合できません。',
  'seal-malformed': () => '署名欄（QRコード）の文字列は、当システムが書いたものではありません。',
  'seal-of-other-document': ({ field }) => `署名欄は別の文書のものです（${field}）。`,
  'seal-signature-wrong': ({ keyId }) => `鍵 ${keyId} による署名が正しくありません。`,

  'signature-refused': ({ why }) => `署名を信頼できません：${faults[why] ?? why}`,
  'signer-in-other-place': ({ organisation, form }) => `「${organisation}」の鍵で署名されていますが、この様式（${form}）を発行する立場の鍵ではありません。`,

  'counter-signature-refused': ({ why }) => `収受の署名（2番目の署名）を信頼できません：${faults[why] ?? why}`,
  'counter-signed-by-issuer': ({ organisation }) => `収受の署名（2番目の署名）が、文書を発行した「${organisation}」自身の鍵によるものです。`,
  'counter-signed-by-outsider': ({ organisation }) => `収受の署名（2番目の署名）をした「${organisation}」は、この契約の委託者（甲）として登録されていません。`,
  'counter-signed-at-impossible-time': ({ signedAt, issuedAt }) => `収受の署名の日時（${signedAt}）が、発行日時（${issuedAt}）より前か、未来です。`,

  'not-for-import': ({ form }) => `この様式（${form}）は取り込みの対象ではありません。`,
  'ledger-forked': ({ size, knownDocNo }) => `台帳の分岐（FORK）：この文書が示す受託者の台帳（${size}件）は、${knownDocNo === '' ? '先に受け取った台帳署名' : `${knownDocNo} が示した同じ件数の台帳`}と内容が違います。記録が書き換えられたおそれがあります。取り込まずに、「受託者の台帳」のページの手順で受託者に説明を求めてください。`,
  'ledger-rolled-back': ({ size, knownSize, knownDocNo }) => `台帳の巻戻し（ROLLBACK）：この文書が示す受託者の台帳は${size}件ですが、より前に発行された ${knownDocNo} では${knownSize}件でした。記録が失われたか、古い控えに戻されたおそれがあります。取り込まずに、受託者に整合証明と説明を求めてください。`,
  'key-ended': ({ on, why }) => (why === '失効' ? `この文書の署名の鍵は、失効を記録しています（${on}）。失効した鍵の署名は、日付にかかわらず信用できません。新しい鍵で発行し直すよう、受託者に求めてください。` : `この文書の署名の鍵は、${on} から使われていません。新しい鍵の公開鍵届を確かめ、発行し直すよう受託者に求めてください。`),
  'contract-unknown': ({ contractNo }) => `契約「${contractNo}」は登録されていません。`,
  'number-taken': ({ docNo }) => `文書番号 ${docNo} の同じ版が、別の内容で既に取り込まれています。受託者が台帳を復元したときは、取り込んである ${docNo} の収受通知を保存して受託者に渡してください。受託者がそれを取り込むと、次からはこの番号の後の番号が付きます。`,
  'file-changed': () => '確かめている間にファイルが変わりました。もう一度取り込んでください。',
  'path-is-link': () => 'リンク（ショートカット）です。リンク先はたどりません。ファイルそのものを取り込んでください。',
  'path-not-a-file': () => 'ふつうのファイルでもフォルダーでもありません。',
  'folder-unreadable': () => 'フォルダーを開けません。アクセス権を確かめてください。',
  'folder-empty': () => 'フォルダーにファイルがありません。',
  'folder-too-deep': ({ depth }) => `フォルダーが${depth}段より深く重なっているため、その先は見ていません。書類の入ったフォルダーを直接選んでください。`,
  'too-many-files': ({ most }) => `一度に取り込めるのは${most}ファイルまでです。残りは見ていません。分けて取り込んでください。`,
  'contract-not-in-hand': ({ contractNo }) => `別の契約「${contractNo}」の書類です。画面上の契約を切り替えてから取り込んでください。`,
  'paper-matches': ({ docNo, revision, verdict }) => `紙のコードは、取り込んだ ${docNo}（第${revision}版、${verdict === 'verified' ? '✔ 署名あり' : '△ 署名なし'}）のものです。紙に印刷された文字までは確かめていません。値を見比べてください。`,
  'paper-of-other-record': ({ docNo }) => `紙の番号 ${docNo} の書類は取り込んでありますが、コードが違います。この紙は別の記録から刷られたものです。受託者に確かめてください。`,
  'paper-without-record': ({ docNo }) => `紙だけでは取り込めません（コードには項目の値が入っていません）。${docNo} のPDF・JSON・CSVを先に取り込むと、この紙と照合できます。`,
}

const spellings: Readonly<Record<string, string>> = {
  quote: '引用符の位置が誤っています', nul: '空文字（NUL）があります', 'text-after-quote': '引用符の後に文字があります', unterminated: '引用符が閉じていません', 'line-end': '改行の書き方が誤っています', cells: '列の数がほかの行と異なります', columns: '列が多すぎます', rows: '行が多すぎます',
  'json-too-large': '大きすぎます', 'json-too-deep': '入れ子が深すぎます', 'json-not-utf8': 'UTF-8ではありません', 'json-bom': '先頭に余分な印（BOM）があります', 'json-malformed': 'JSONとして読めません', 'json-forbidden-key': '使ってはならない項目名があります', 'json-duplicate-key': '同じ項目が二つあります', 'json-not-canonical': '値の書き表し方が異なります', 'json-unrepresentable': '書き表せない値があります',
}

/** Where in a PDF something is wrong, as the verifier calls it. */
function placed(why: string): string {
  const [, number] = /object (\d+)$/.exec(why) ?? []
  return number === undefined ? (places[why] ?? '部品の書き方') : `部品${number}`
}

const places: Readonly<Record<string, string>> = { 'the header': '先頭', 'the trailer': '末尾の索引', 'the cross-reference table': '相互参照表', 'nested too deeply': '入れ子が深すぎる', 'no seal': 'QRコードの記録がない', 'the file': 'ファイル全体', 'the end': '途中で終わっている' }

const pictures: Readonly<Record<string, string>> = { malformed: '形式が壊れています', 'too-many-points': '画素数が多すぎます', bomb: '展開すると大きくなりすぎます' }

const faults: Record<SignatureFault, string> = {
  'not-strict-der': '署名データの符号化が厳密でありません。',
  'not-signed-data': '署名データではありません。',
  'content-attached': '署名データに別の内容が埋め込まれています。',
  'no-signer': '署名者がいません。',
  'several-signers': '署名者が二人以上います。',
  'digest-not-sha-256': 'ハッシュ方式がSHA-256ではありません。',
  'signature-not-rsa': '署名方式がRSAではありません。',
  'no-signed-attributes': '署名属性がありません。',
  'unsigned-attributes': '署名に守られない属性があります。',
  'attribute-missing': '必要な署名属性がありません。',
  'attribute-unknown': '知らない署名属性があります。',
  'attribute-twice': '同じ署名属性が二つあります。',
  'attributes-unordered': '署名属性の順序が正しくありません。',
  'attribute-malformed': '署名属性の書き方が正しくありません。',
  'ess-missing': '署名に証明書が結び付けられていません。',
  'ess-of-another-certificate': '署名が別の証明書に結び付けられています。',
  'content-differs': '署名の後に内容が変更されています。',
  'signature-wrong': '署名が正しくありません。',
  'certificate-not-understood': '証明書を読み取れません。',
  'signer-certificate-missing': '署名者の証明書がありません。',
  'other-certificates': '関係のない証明書が含まれています。',
  'signer-key-weak': '署名者の鍵が弱すぎます。',
  'signer-key-usage': '署名者の証明書は署名用ではありません。',
  'signer-is-authority': '認証局の証明書で署名されています。',
  'issuer-missing': '署名者の証明書の発行者が含まれていません。',
  'issuer-is-no-authority': '証明書の発行者に発行の権限がありません。',
  'issuer-signature-wrong': '証明書の発行者の署名が正しくありません。',
  'issuer-key-weak': '証明書の発行者の鍵が弱すぎます。',
  'root-not-registered': '公開鍵届で登録された鍵ではありません。',
  'root-of-the-same-name': '登録された組織と同じ名前を名乗る、別の鍵です。',
  'signed-in-the-future': '署名の日時が未来です。',
  'before-validity': '署名の日時が、証明書の有効期間より前です。',
  'after-validity': '署名の日時が、証明書の有効期間を過ぎています。',
  'not-as-we-write': '署名データに余分なものが含まれています。',
}

export function sayFindingInJapanese({ code, facts }: Finding): string {
  const sentence = (sentences as Record<string, ((facts: never) => string) | undefined>)[code]
  return sentence ? sentence(facts as never) : `確認できない事項があります（${code}）。`
}
