import { sayArticle } from '../articles.ts'
import type { Code, Objection } from '../refusal.ts'
import type { KnownObjections } from './objections.ts'
import { acts, driveMethods, hindrances, levels, methods, moments, offices, planKinds, roleWords, sayFacts, sayNotBegun, sayRoles, stateWord, things, whyNots } from './terms.ts'
import { sayUnscanned } from './unscanned.ts'

/** What is wrong, and what to do next. Polite, without blame; a code without a sentence does not compile. */
type Sentences = { [C in Code]: (facts: KnownObjections[C]) => string }

const sentences: Sentences = {
  'person-not-trained': ({ person }) => `${person}さんの教育が済んでいないため、情報を取り扱えません。「人と場所」で教育を記録してください。`,
  'person-not-pledged': ({ person }) => `${person}さんの誓約書がないため、情報を取り扱えません。「人と場所」で誓約書を記録してください。`,
  'person-of-company-not-approved': ({ person, company }) => `${company}への再委託の承認がないため、${person}さんは情報を取り扱えません。甲の承認を得てください。`,
  'not-your-office': ({ needs }) => `この操作は${sayRoles(needs, 0)}だけが行えます。担当の方に依頼してください。`,
  'same-person': ({ person, act }) => `${acts[act][0]}は別の人が行う必要があります。${person}さん以外の方が確認してください。`,
  'role-of-other-office': ({ role }) => `この保管庫では「${roleWords[role][0]}」の役割は使えません。ほかの役割を選んでください。`,
  'login-taken': ({ loginId }) => `ID「${loginId}」は既に使われています。別のIDを決めてください。`,
  'password-too-short': ({ least }) => `パスワードは${least}文字以上にしてください。`,
  'password-too-common': () => 'よく使われるパスワードのため使えません。関係のない単語をいくつか組み合わせてください。',
  'password-holds-id': () => 'パスワードにIDを含めないでください。',

  'vault-absent': () => 'まだ保管庫がありません。はじめに組織と管理者を登録してください。',
  'vault-exists': () => '保管庫は既にあります。サインインしてください。',
  'vault-locked': () => '施錠されています。サインインしてください。',
  'vault-in-use': () => 'この保管庫は、ほかの画面又はコマンドが使用中です。そちらを終了してからやり直してください。',
  'vault-damaged': ({ what }) => `保管庫のファイル（${what}）が壊れています。操作を続けず、バックアップから戻すか管理者に連絡してください。`,
  'wrong-password': ({ triesLeft }) => `IDかパスワードが違います。あと${triesLeft}回間違えると、しばらく使えなくなります。`,
  'locked-out': ({ until, failures }) => `${failures}回続けて間違えたため、${until}まで使えません。時間をおくか、管理者に再開を依頼してください。`,
  'no-account': ({ person }) => `${person}さんにはIDがありません。管理者がIDを発行してください。`,
  'has-account': ({ person }) => `${person}さんには既にIDがあります。パスワードを忘れたときは、管理者が「再開」で決め直せます。`,
  'wrong-recovery-key': () => '復旧キーかIDが違います。印刷した紙の文字をもう一度確かめてください。',
  'office-of-other-kind': ({ needs }) => `この操作は${offices[needs][0]}の保管庫で行います。`,
  'ledger-busy': () => 'ほかの記録と重なったため、書き込めませんでした。もう一度お試しください。',

  'contract-exists': ({ contractNo }) => `契約番号「${contractNo}」は既に登録されています。一覧から開いてください。`,
  'short-no-taken': ({ shortNo, contractNo }) => `文書番号に使う略号「${shortNo}」は、契約「${contractNo}」で使っています。別の略号にしてください。`,
  'contractor-missing': () => '受託者の名称を入力してください。公開鍵届と照らし合わせるために使います。',
  'contract-closed': ({ contractNo }) => `契約「${contractNo}」は終了しているため、新しい記録はできません。`,
  'contract-unknown': () => '契約が見つかりません。一覧から選び直してください。',
  'certification-missing': ({ day }) => `${day}に有効な認証（ISMS・プライバシーマーク等）が登録されていないため、最重要情報を受け取れません。「契約」で認証を登録してください。`,
  'recipient-exists': ({ name }) => `宛先「${name}」は既に登録されています。同姓同名のときは、部署を添えて登録してください。`,
  'recipient-unknown': ({ name }) => `宛先「${name}」は、この契約に登録されていません。「契約」で登録してください。`,
  'key-notice-refused': ({ path, reason }) => `公開鍵届（${path}）を受け入れられません（${reason}）。届け出た組織に、もう一度作ってもらってください。`,
  'key-of-another': ({ organisation, expected }) => `この公開鍵届は「${organisation}」のものです。この契約の相手方は「${expected}」です。届を取り違えていないか確かめてください。`,
  'fingerprint-differs': ({ organisation }) => `${organisation}の公開鍵届と、聞き取った指紋（確認のことば）が一致しません。登録せず、相手に電話で確かめてください。`,

  'nothing-found': ({ what }) => `${things[what][0]}が見つかりません。一覧を開き直してください。`,
  'handover-not-as-designated': ({ differs }) => `甲の指定と異なる受渡しです（${differs}）。甲の了承番号・理由・別の人の確認を入力してください。`,
  'handover-already-received': () => 'この受渡しは、既に受け取りが済んでいます。続けて受け取るときは、新しい受渡しを登録してください。',
  'list-differs': ({ count, first }) => `受領内容が甲の一覧と一致しません（${count}件。例：${first}）。甲に確認し、差異を記録してください。`,
  'receipt-not-issued': ({ handover }) => `預り証を発行するまで利用できません（${handover}）。先に預り証を発行してください。`,
  'receipt-already-issued': ({ docNo }) => `預り証 ${docNo} は既に発行されています。発行した書面は書き換えられません。誤りがあるときは、甲に連絡して扱いを決めてください。`,
  'medium-not-named': () => '電磁的記録媒体で受け取るときは、登録した媒体を選び、ウイルスチェックの結果を記録してください。',
  'virus-check-stale': ({ at }) => `ウイルスチェックの日時（${at}）が、受領の前後24時間の外です。媒体をもう一度検査してください。`,
  'virus-check-missing': ({ medium }) => `媒体 ${medium} のウイルスチェックの記録がありません。検査してから結果を記録してください。`,
  'virus-found': ({ scanner }) => `${scanner}がウイルスを検出しました。媒体を取り外して隔離し、作業責任者に連絡してください。`,
  'virus-in-file': ({ file, name, count, scanner }) => `${scanner}が「${file}」からウイルス（${name}）を検出しました${count > 1 ? `（ほか${count - 1}件）` : ''}。開かずに媒体を取り外して隔離し、作業責任者に連絡して、事故として甲に報告してください。取込みも封緘もしていません。`,
  'virus-scanner-missing': () => 'この機器には、使える検査ソフト（定義ファイルを含む）が見つかりません。別の検査ソフトで検査し、製品名・定義ファイルの日付・検査日時を入力してください。',
  'virus-scan-failed': ({ scanner, what }) => `${scanner}での検査が最後まで終わりませんでした（${what}）。もう一度行うか、別の検査ソフトで検査し、製品名・定義ファイルの日付・検査日時を入力してください。`,
  'virus-not-scanned': ({ first, why, count }) => `検査できなかったファイルがあります（${count}件。例：${first}：${sayUnscanned(why)[0]}）。別の方法で検査し、製品名・定義ファイルの日付・検査日時を入力してください。`,
  'words-for-unknown-file': ({ name }) => `「${name}」は受け取るファイルの中にありません。ファイル名を確かめてください。`,
  'sources-troubled': ({ count, first, what }) => `扱えないファイルがあります（${count}件。例：${first}：${TROUBLES[what] ?? what}）。ファイルを確かめてからやり直してください。`,
  'no-files': () => 'ファイルがありません。ファイル又はフォルダを選んでください。',
  'unprintable-characters': ({ characters }) => `帳票に印刷できない文字があります：${characters}　別の文字に置き換えるか、甲に表記を相談してください。`,
  'acknowledgement-unmatched': ({ docNo }) => `収受通知が指す文書（${docNo}）は、この保管庫が発行したものと一致しません。取り込まずに、甲に確かめてください。`,
  'document-not-believed': ({ file, reason }) => `${file} は受け入れられません。${reason}`,

  'medium-unregistered': ({ serial }) => `登録されていない媒体です（${serial}）。取り外し、必要なら「媒体」で登録してください。`,
  'medium-exists': ({ no }) => `媒体番号 ${no} は既に登録されています。別の番号にしてください。`,
  'serial-exists': ({ serial, no }) => `製造番号 ${serial} は ${no} として既に登録されています。媒体の製造番号を確かめてください。`,
  'medium-not-away': ({ no, state }) => `媒体 ${no} は「${stateWord(state, 0)}」で、戻りを記録する状態ではありません。番号を確かめてください。`,
  'medium-not-in-store': ({ no, state }) => `媒体 ${no} は「${stateWord(state, 0)}」のため使えません。所在を確かめてください。`,
  'drives-unreadable': ({ tool }) => `この機器のドライブを確かめられませんでした（${tool}）。差し直すか再起動してから、もう一度お試しください。続くときは管理者に、${tool} が使えるかを確かめてもらってください。`,

  'medium-not-of-city': ({ no }) => `媒体 ${no} は乙の所有です。返却ではなく、消去又は廃棄を計画してください。`,
  'plan-facts-missing': ({ missing }) => `消去・廃棄の${sayFacts(missing, 0)}を定めてください。項目・媒体名・数量・方法・予定日がそろうまで実施できません。`,
  'plan-in-the-past': ({ day }) => `予定日（${day}）が過ぎています。今日以降の日を選んでください。`,
  'plan-withdrawn': ({ no }) => `計画 ${no} は取りやめになっています。新しい計画を作成してください。`,
  'plan-without-files': ({ information }) => `「${information}」のファイル又はフォルダを選んでください。`,
  'medium-not-chosen': ({ information }) => `「${information}」の媒体を媒体管理簿から選んでください。`,
  'medium-planned-already': ({ no, plan }) => `媒体 ${no} は既に${plan === '' ? 'この計画の別の行' : `計画 ${plan}`}にあります。重なりを解いてください。`,
  'notice-not-issued': ({ no }) => `計画 ${no} の消去・廃棄届出書がまだ発行されていません。発行してから提出を記録してください。`,
  'notice-not-submitted': ({ no }) => `甲から届出の求めがあります。計画 ${no} の消去・廃棄届出書を提出してから実施してください。`,
  'before-planned-day': ({ no, day }) => `計画 ${no} の予定日は${day}です。予定日になってから実施するか、計画を改めてください。`,
  'witness-absent': ({ organisation, name }) => `甲の立会いが求められています（${organisation} ${name} 様）。立会者の所属と氏名を入力してください。`,
  'witness-not-confirmed': ({ name }) => `立会者（${name} 様）の確認がまだです。結果を見ていただいてから、確認欄に印を付けてください。`,
  'must-be-destroyed': ({ medium }) => `「${medium}」には特定個人情報が入っていたため、廃棄には物理的破壊の記録が必要です。方法を「物理破壊」にしてください。`,
  'method-below-class': ({ medium, level, least, importanceClass }) => `「${medium}」の${importanceClass}には ${levels[least][0]} 以上が必要ですが、選んだ方法は ${levels[level][0]} です。方法を改めるか、甲の了承番号を入力してください。`,
  'not-by-overwriting': ({ method }) => `この行の方法は「${methods[method][0]}」です。上書きではなく、その方法の記録を行ってください。`,
  'not-by-destruction': ({ method }) => `この行の方法は「${methods[method][0]}」です。物理破壊を行うときは、計画を改めてください。`,
  'not-by-this-way': ({ method }) => `この行の方法は「${methods[method][0]}」です。計画で決めた方法で実施してください。別の方法にするときは、計画を改めてください。`,
  'method-not-for-kind': ({ method, kind }) => `${planKinds[kind][0]}は「${methods[method][0]}」では消去できません。対象の種類に合う方法を選んでください。`,
  'path-kept-out': ({ path }) => `${path} には、この端末のシステム、預かりのプログラム又は保管庫が含まれるため、消去できません。その部分を除いて、計画を改めてください。`,
  'nothing-to-wipe': ({ path }) => `消去するファイル・フォルダが見つかりません（${path}）。既に消えているか、場所が変わっています。場所を確かめて、計画を改めてください。`,
  'too-many-files': ({ count, limit }) => `ファイルの数が${count}件あり、一度に扱える${limit}件を超えています。フォルダを分けて、計画を改めてください。`,
  'files-changed-since': () => '一覧を見た後に、ファイルが増減したか書き換わっています。一覧をもう一度確かめてから始めてください。',
  'drive-gone': ({ path }) => `${path} に媒体がありません。つなぎ直して、一覧を更新してください。`,
  'command-not-offered': ({ method, whyNot }) => `この媒体に「${driveMethods[method][0]}」は使えません。${whyNots[whyNot][0]}。別の命令を選ぶか、別の方法の計画に改めてください。`,
  'wipe-log-not-understood': ({ file }) => `${file} は、nwipeの記録としてもBlanccoの報告書としても読めません。消去ソフトが書き出した元のファイルを、編集せずに選んでください。`,
  'wipe-log-of-other-serial': ({ no, serial, found }) => `この記録に媒体 ${no}（製造番号 ${serial}）の消去はありません（記録にある製造番号：${found === '' ? 'なし' : found}）。この媒体の記録を選んでください。`,
  'wipe-log-of-other-run': ({ file, ended }) => `${file} に残る消去の終了は ${ended} で、入力した日時と合いません。今回の消去の記録を選ぶか、日時を確かめてください。`,
  'wipe-log-used': ({ file }) => `${file} は、この媒体の別の消去の記録として既に登録されています。今回の消去の記録を選んでください。`,
  'drive-absent': ({ no, serial }) => `媒体 ${no}（製造番号 ${serial}）がこの端末につながっていません。つなぎ直して、一覧を更新してください。`,
  'drive-not-wipeable': ({ path, hindrance }) => `${path} は消去できません。${hindrances[hindrance][0]}。取り違えがないか確かめ、必要なら取り出し（マウント解除）をしてからやり直してください。`,
  'drive-of-other-serial': ({ no, serial, found }) => `つながっている媒体は ${no} ではありません（管理簿の製造番号 ${serial}、実物 ${found === '' ? '読取不可' : found}）。正しい媒体をつないでください。`,
  'typed-serial-differs': ({ no }) => `入力した製造番号が媒体 ${no} と一致しません。媒体のラベルを見て入力してください。`,
  'begun-by-another': ({ operator }) => `この消去は、${operator}さんが始めたものです。続きも${operator}さんが行うか、「中止」として記録し、改めて消去してください。`,
  'read-back-not-begun': ({ no, reason }) => `媒体 ${no} の読戻しを始められませんでした（${reason}）。結果はまだ確認されていません。媒体の接続と権限を確かめて、やり直してください。`,
  'destroyed-before-plan': ({ no }) => `破壊の日時が、計画 ${no} を決めた日時より前です。日時を確かめてください。計画の前に破壊していたときは、甲に連絡して扱いを決めてください。`,
  'one-medium-a-line': ({ medium, quantity }) => `${medium} の数量が ${quantity} です。媒体は1点ごとに計画の行を分け、数量を1としてください。`,
  'second-person-missing': ({ act, importanceClass }) => `${importanceClass}の${acts[act][0]}には、もう1人のIDとパスワードが必要です。別の従事者に確認を依頼してください。`,
  'wipe-not-begun': ({ no, reason }) => `媒体 ${no} の消去を始められませんでした（${sayNotBegun(reason, 0)}）。何も書き込んでいません。直してから、もう一度始めてください。`,
  'wipe-not-verified': () => '実施者とは別の人の確認がまだです。確認してから証明書を発行してください。',
  'wipe-did-not-pass': ({ result }) => `結果が「${result}」のため、消去証明書は発行できません。消去をやり直すか、物理破壊を計画してください。`,
  'wipes-all-passed': () => 'すべて合格しています。報告書ではなく、データ消去証明書を発行してください。',
  'wipes-of-several-contracts': () => '別の契約の記録が混ざっています。契約ごとに分けて発行してください。',
  'erased-and-destroyed-together': () => '消去と物理破壊は、別の証明書になります。分けて発行してください。',
  'destruction-without-effect': ({ no, type }) => `媒体 ${no}（${type}）には、磁気消去の効果がありません。破砕・裁断などの物理破壊を行い、記録してください。`,
  'document-already-issued': ({ docNo }) => `${docNo} として既に発行されています。発行した書面は書き換えられません。誤りがあるときは、甲に連絡して扱いを決めてください。`,
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
  'drive-not-a-medium': ({ folder }) => `このフォルダ（${folder}）は、この端末自身のディスクにあります。登録した媒体をつなぎ、その中のフォルダを選んでください。`,
  'drive-changed': ({ no }) => `書込みの途中で媒体が入れ替わったおそれがあります（${no}）。媒体をつなぎ直し、もう一度書き込んでください。`,
  'medium-serial-differs': ({ no, expected, found }) => `つないだ媒体の製造番号（${found}）が、媒体 ${no} の登録（${expected}）と一致しません。媒体を取り違えていないか確かめてください。`,
  'medium-serial-unread': ({ no }) => `媒体 ${no} の製造番号を機械で読めません。本体の表示を見て製造番号を入力し、別の人の確認を受けてください。`,
  'medium-too-small': ({ no, needed, free, missing }) => `媒体 ${no} の空き容量が足りません（必要 ${megabytes(needed)}、空き ${megabytes(free)}、不足 ${megabytes(missing)}）。容量を空けるか、分割して複数の媒体に書き込んでください。`,
  'file-too-large-for-medium': ({ no, name, most }) => `媒体 ${no} の形式（FAT32など）では、${megabytes(most)}を超えるファイルを書けません（${name}）。分割して書き込むか、exFATなどで初期化した媒体を使ってください。`,
  'package-not-written-there': ({ no, medium }) => `梱包 ${no} を媒体 ${medium} に書き込んで検証した記録がありません。先に「媒体へ書き込む」を行ってください。`,
  'writing-failed': ({ what, path }) => `媒体に書き込めませんでした（${PACKAGE_TROUBLES[what] ?? what}：${path}）。途中のファイルは残していません。別の媒体に書き込んでください。`,

  'plain-file-beside': ({ names, count }) => `暗号化されていないファイルが一緒にあります（${count}件：${names}）。取り除くか、封をしてください。パスワード設定又は暗号化が必要です。`,
  'nothing-sealed-on-medium': () => '媒体で送るときは、封をした梱包を選んでください。パスワード設定又は暗号化が必要です。',
  'medium-folder-missing': () => '媒体で送るときは、登録した媒体と、その媒体のフォルダを選んでください。中身を確かめてから封をします。',
  'medium-with-document': ({ no }) => `文書として送るときは、媒体（${no}）を付けられません。媒体を送るときは「媒体」を選んでください。`,
  'package-not-on-medium': ({ no, folder }) => `梱包 ${no} が、検証した内容のまま媒体（${folder}）に入っていません。媒体に写し直してください。`,
  'third-party-without-consent': ({ organisation }) => `「${organisation}」は甲ではありません。甲の承諾のない第三者提供はできません。承諾番号・理由・別の人の確認を入力してください。`,
  'service-not-registered-class': ({ carrier, service }) => `${carrier}「${service}」は、書留相当の追跡可能な手段ではありません。簡易書留などを選んでください。`,
  'service-needs-city': ({ carrier, service }) => `${carrier}「${service}」は、甲の書面による了承がある場合だけ使えます。了承番号・理由・別の人の確認を入力するか、簡易書留などを選んでください。`,
  'service-unknown': ({ carrier, service }) => `${carrier}「${service}」は一覧にありません。一覧から選んでください。`,
  'shinsho-by-parcel': ({ service }) => `信書は「${service}」では送れません（郵便法第4条）。書留などの郵便を選んでください。`,
  'tracking-malformed': ({ expects }) => `追跡番号の桁数又は文字が違います。${SHAPES[expects] ?? expects}を入力してください。`,
  'tracking-check-digit': ({ digits }) => `追跡番号の検査数字が一致しません（${digits}）。伝票を見て、もう一度入力してください。`,
  'tracking-placeholder': () => '同じ数字だけの番号は使えません。伝票の追跡番号を入力してください。',
  'tracking-used-before': ({ mailing }) => `追跡番号が重複しています（送付 ${mailing}）。伝票を確かめてください。`,
  'shinten-not-confirmed': () => '親展表示を別の者が確認してください。確認が済むまで発送できません。',
  'state-does-not-allow': ({ is, act }) => `今の状態（${stateWord(is, 0)}）では「${acts[act][0]}」はできません。一覧で状態を確かめてください。`,
  'before-its-time': ({ what, earlier }) => `${moments[what][0]}が${moments[earlier][0]}より前になっています。日時を確かめてください。`,
  'key-by-same-mail': () => '同一経路でのパスワード送付はできません。電話・対面など、別の方法で伝えてください。',
  'key-by-other-mail': () => '別のメールでパスワードを伝えるには、甲の了承番号・理由・別の人の確認が必要です。電話・対面をお勧めします。',
  'no-key-to-tell': ({ no }) => `${no} の鍵は封筒で渡しているため、連絡するパスフレーズはありません。鍵の封筒を一緒に届けてください。`,
  'fax-prohibited': () => 'FAXによる送信は原則禁止です。暗号化した添付ファイルのメール、又は書留で送ってください。',

  'information-in-body': ({ what }) => `本文に情報が書かれているようです（${what}）。情報は添付ファイルで送信してください。`,
  'attachment-not-sealed': ({ no }) => `添付する梱包 ${no} が、検証済みの暗号化ファイルではありません。強度不足の暗号方式や平文は送れません。封をし直してください。`,
  'recipient-not-allowed': ({ address }) => `宛先 ${address} は、この契約に登録されていません。宛先を確かめるか、甲の了承番号・理由・別の人の確認を入力してください。`,
  'recipients-not-checked': () => '宛先を別の者が確認してください。確認が済むまで送信済みにできません。',

  'receipt-number-missing': ({ docNo }) => `${docNo} に収受番号がありません。収受番号を入力してから、収受通知を作ってください。`,

  'input-not-understood': ({ where, problem }) => `入力を読み取れません（${where}：${problem}）。入力を確かめてください。`,
  'time-in-future': ({ what }) => `${moments[what][0]}が未来の日時になっています。日時を確かめてください。`,
  'file-unreadable': ({ path }) => `ファイルを読めません（${path}）。場所とアクセス権を確かめてください。`,
  'too-large': ({ path, limit }) => `ファイルが大きすぎます（${path}。上限 ${Math.round(limit / 1_048_576)} MB）。別の方法で渡してください。`,
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
const megabytes = (bytes: number): string => `${(Math.ceil(bytes / 100_000) / 10).toLocaleString('ja-JP')} MB`
const SHAPES: Readonly<Record<string, string>> = {
  '11 digits, mod 7': '数字11桁', '12 digits, mod 7': '数字12桁', S10: '英字2・数字9・英字2の13文字', '10 to 12 digits': '数字10〜12桁', '11 or 12 digits': '数字11〜12桁', free: '英数字4文字以上',
}

/** The sentence, then the article in brackets where there is one: `…してください。（第11条第4号）`. */
export function sayInJapanese(objection: Objection): string {
  const sentence = (sentences[objection.code] as (facts: unknown) => string)(objection.facts)
  return objection.article === null ? sentence : `${sentence}（${sayArticle(objection.article)}）`
}
