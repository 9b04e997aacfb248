import type { DriveHindrance } from '../../media/drive.ts'
import type { DriveMethod, WhyNot } from '../../wipes/drive-commands.ts'
import type { Level, Method, PlanTarget } from '../../wipes/plan.ts'
import { megabytes } from '../megabytes.ts'
import { type Act, acts, driveMethods, hindrances, levels, methods, planKinds, sayFacts, sayNotBegun, whyNots } from '../terms.ts'
import type { Sentences } from './sentences.ts'

/** Erasing and disposing (Art. 15). */
export interface WipeObjections {
  'plan-facts-missing': { missing: string }
  'plan-in-the-past': { day: string }
  'plan-withdrawn': { no: string }
  'plan-without-files': { information: string }
  'plan-without-items': { information: string }
  'class-below-items': { information: string; item: string; importanceClass: string }
  'item-planned-already': { name: string; plan: string }
  'medium-not-chosen': { information: string }
  'medium-planned-already': { no: string; plan: string }
  'notice-not-issued': { no: string }
  'notice-not-submitted': { no: string }
  'before-planned-day': { no: string; day: string }
  'witness-absent': { organisation: string; name: string }
  'witness-not-confirmed': { name: string }
  'must-be-destroyed': { medium: string }
  'method-below-class': { medium: string; level: Level; least: Level; importanceClass: string }
  'not-by-overwriting': { method: Method }
  'not-by-destruction': { method: Method }
  'not-by-this-way': { method: Method }
  'method-not-for-kind': { method: Method; kind: PlanTarget['kind'] }
  'path-kept-out': { path: string }
  'nothing-to-wipe': { path: string }
  'too-many-files': { count: number; limit: number }
  'files-changed-since': Record<never, never>
  'drive-gone': { path: string }
  'command-not-offered': { method: DriveMethod; whyNot: WhyNot }
  'wipe-log-not-understood': { file: string }
  'wipe-log-of-other-serial': { no: string; serial: string; found: string }
  'wipe-log-of-other-run': { file: string; ended: string }
  'wipe-log-used': { file: string }
  'drive-absent': { no: string; serial: string }
  'drive-not-wipeable': { path: string; hindrance: DriveHindrance }
  'drive-of-other-serial': { no: string; serial: string; found: string }
  'typed-serial-differs': { no: string }
  'drive-of-other-size': { no: string; registered: number; found: number }
  'photos-missing': { medium: string }
  'nothing-to-read-back': { method: Method }
  'begun-by-another': { operator: string }
  'read-back-not-begun': { no: string; reason: string }
  'destroyed-before-plan': { no: string }
  'one-medium-a-line': { medium: string; quantity: number }
  'second-person-missing': { act: Act; importanceClass: string }
  'wipe-not-begun': { no: string; reason: string }
  'wipe-not-verified': Record<never, never>
  'wipe-did-not-pass': { result: string }
  'wipes-all-passed': Record<never, never>
  'wipes-of-several-contracts': Record<never, never>
  'erased-and-destroyed-together': Record<never, never>
  'destruction-without-effect': { no: string; type: string }
  'document-already-issued': { docNo: string }
}

export const wipes: Sentences<WipeObjections> = {
  ja: {
    'plan-facts-missing': ({ missing }) => `消去・廃棄の${sayFacts(missing, 0)}を定めてください。項目・媒体名・数量・方法・予定日がそろうまで実施できません。`,
    'plan-in-the-past': ({ day }) => `予定日（${day}）が過ぎています。今日以降の日を選んでください。`,
    'plan-withdrawn': ({ no }) => `計画 ${no} は取りやめになっています。新しい計画を作成してください。`,
    'plan-without-files': ({ information }) => `「${information}」のファイル又はフォルダを選んでください。`,
    'plan-without-items': ({ information }) => `「${information}」の行に、預り情報が選ばれていません。保管庫から消去する預り情報を選んでください。`,
    'class-below-items': ({ information, item, importanceClass }) => `「${information}」の区分が、含まれる預り情報（${item}：${importanceClass}）より低くなっています。区分を合わせるか、甲の了承番号を入力してください。`,
    'item-planned-already': ({ name, plan }) => `預り情報「${name}」は既に計画 ${plan} にあります。その計画を実施するか、取りやめてください。`,
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
    'drive-of-other-size': ({ no, registered, found }) => `つながっている媒体の容量（${megabytes(found)}）が、媒体 ${no} の登録（${megabytes(registered)}）と合いません。取り違えや容量の偽装がないか確かめ、登録が誤っているときは媒体管理簿を改めてください。`,
    'photos-missing': ({ medium }) => `「${medium}」の破壊の前と後の写真がありません。両方の写真を付けるか、撮影できなかった理由を備考に書いてください（写真がないときの結果は「例外」となり、証明書ではなく報告書になります）。`,
    'nothing-to-read-back': ({ method }) => `この消去の方法（${methods[method][0]}）では、読み戻して照合する内容がありません。媒体を選ばずに、記録を見て確認してください。`,
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
    'document-already-issued': ({ docNo }) => `${docNo} として既に発行されています。発行した書面は書き換えられません。誤りがあるときは、書類の画面から訂正版を発行してください。`,
  },
  en: {
    'plan-facts-missing': ({ missing }) => `Decide ${sayFacts(missing, 1)} first: nothing is erased before information, medium, quantity, method and day are decided.`,
    'plan-in-the-past': ({ day }) => `The planned day (${day}) has passed. Choose today or later.`,
    'plan-withdrawn': ({ no }) => `Plan ${no} was withdrawn. Make a new one.`,
    'plan-without-files': ({ information }) => `Choose the files or folders of “${information}”.`,
    'plan-without-items': ({ information }) => `The line “${information}” names no entrusted item. Choose what is to be erased in the vault.`,
    'class-below-items': ({ information, item, importanceClass }) => `The class of “${information}” is below that of an item in it (${item}: ${importanceClass}). Raise it, or enter the city’s number of consent.`,
    'item-planned-already': ({ name, plan }) => `The item “${name}” is in plan ${plan} already. Carry that plan out, or withdraw it.`,
    'medium-not-chosen': ({ information }) => `Choose the medium of “${information}” from the register.`,
    'medium-planned-already': ({ no, plan }) => `Medium ${no} stands in ${plan === '' ? 'another line of this plan' : `plan ${plan}`} already. Remove one of them.`,
    'notice-not-issued': ({ no }) => `The notice of plan ${no} has not been issued. Issue it before recording that it was handed in.`,
    'notice-not-submitted': ({ no }) => `The city has asked for the notice. Hand in the notice of plan ${no} first.`,
    'before-planned-day': ({ no, day }) => `Plan ${no} is for ${day}. Wait for the day, or plan anew.`,
    'witness-absent': ({ organisation, name }) => `The city asked to attend (${organisation}, ${name}). Enter who attends.`,
    'witness-not-confirmed': ({ name }) => `The witness (${name}) has not confirmed. Show the result and tick the confirmation.`,
    'must-be-destroyed': ({ medium }) => `“${medium}” held My Number information: its disposal takes physical destruction. Choose that method.`,
    'method-below-class': ({ medium, level, least, importanceClass }) => `${importanceClass} on “${medium}” asks for ${least} or more; the method is ${level}. Choose another, or enter the city's number of consent.`,
    'not-by-overwriting': ({ method }) => `This line's method is ${methods[method][1]}. Record that instead.`,
    'not-by-destruction': ({ method }) => `This line's method is ${methods[method][1]}. Plan anew to destroy it.`,
    'not-by-this-way': ({ method }) => `This line's method is ${methods[method][1]}. Carry it out so, or plan anew.`,
    'method-not-for-kind': ({ method, kind }) => `${methods[method][1]} is no method for ${planKinds[kind][1]}. Choose one that fits.`,
    'path-kept-out': ({ path }) => `${path} holds a part of this system, of Azukari or of its vault, and is not erased. Plan anew without it.`,
    'nothing-to-wipe': ({ path }) => `Nothing to erase was found (${path}). It is gone or has moved. Look where it is and plan anew.`,
    'too-many-files': ({ count, limit }) => `${count} files are more than the ${limit} that one run can hold. Plan the folders in several lines.`,
    'files-changed-since': () => 'Files have come, gone or changed since the list was looked at. Look at the list again before you begin.',
    'drive-gone': ({ path }) => `There is no drive at ${path}. Connect it and look again.`,
    'command-not-offered': ({ method, whyNot }) => `${driveMethods[method][1]} is not to be had: ${whyNots[whyNot][1]}. Choose another command, or plan another method.`,
    'wipe-log-not-understood': ({ file }) => `${file} is neither a log of nwipe nor a report of Blancco. Choose the file as the program wrote it.`,
    'wipe-log-of-other-serial': ({ no, serial, found }) => `This log does not speak of medium ${no} (serial ${serial}); it names ${found === '' ? 'no serial' : found}. Choose the log of this medium.`,
    'wipe-log-of-other-run': ({ file, ended }) => `${file} tells of a run that ended ${ended}, which is not the time entered. Choose the log of this run, or check the time.`,
    'wipe-log-used': ({ file }) => `${file} stands for another erasure of this medium already. Choose the log of this run.`,
    'drive-absent': ({ no, serial }) => `Medium ${no} (serial ${serial}) is not connected. Connect it and look again.`,
    'drive-not-wipeable': ({ path, hindrance }) => `${path} cannot be erased: ${hindrances[hindrance][1]}. Make sure that it is the right one; eject it if need be, and try again.`,
    'drive-of-other-serial': ({ no, serial, found }) => `What is connected is not ${no} (register: ${serial}; found: ${found === '' ? 'not readable' : found}). Connect the right medium.`,
    'typed-serial-differs': ({ no }) => `The serial number typed is not that of ${no}. Read it off the label.`,
    'drive-of-other-size': ({ no, registered, found }) => `The connected drive holds ${Math.round(found / 1e6).toLocaleString('en')} MB, the register says ${Math.round(registered / 1e6).toLocaleString('en')} MB of ${no}. Look for a mix-up or a false capacity; if the register is wrong, correct it.`,
    'photos-missing': ({ medium }) => `Photographs of “${medium}” before and after its destruction are missing. Add both, or say in the remarks why there are none: the result is then “with exceptions”, and a report is issued in place of a certificate.`,
    'nothing-to-read-back': ({ method }) => `Nothing can be read back and compared after ${methods[method][1]}. Verify the record without choosing a drive.`,
    'begun-by-another': ({ operator }) => `${operator} began this erasure. Only they go on with it; or record it as abandoned and erase anew.`,
    'read-back-not-begun': ({ no, reason }) => `Reading back ${no} could not begin (${reason}). Nothing has been verified yet. Look at the connection and the permissions, and try again.`,
    'destroyed-before-plan': ({ no }) => `This was destroyed before plan ${no} was decided. Check the time; if it is right, agree with the city what to do.`,
    'one-medium-a-line': ({ medium, quantity }) => `The quantity of ${medium} is ${quantity}. Give every medium a line of its own, with the quantity 1.`,
    'second-person-missing': ({ act, importanceClass }) => `For ${importanceClass}, ${acts[act][1]} takes a second person's ID and password. Ask a colleague.`,
    'wipe-not-begun': ({ no, reason }) => `Erasing ${no} could not begin (${sayNotBegun(reason, 1)}). Nothing was written. Put it right and begin again.`,
    'wipe-not-verified': () => 'Nobody but the operator has verified it yet. Have it verified before a certificate is issued.',
    'wipe-did-not-pass': ({ result }) => `The result is “${result}”: no certificate of erasure can be issued. Erase again, or plan its destruction.`,
    'wipes-all-passed': () => 'All of them passed. Issue a certificate of erasure instead of a report.',
    'wipes-of-several-contracts': () => 'These belong to different contracts. Issue a document for each contract.',
    'erased-and-destroyed-together': () => 'Erasure and destruction are certified on different forms. Issue them separately.',
    'destruction-without-effect': ({ no, type }) => `Degaussing has no effect on the medium ${no} (${type}). Destroy it by crushing or shredding, and record that.`,
    'document-already-issued': ({ docNo }) => `This was issued already as ${docNo}. What was issued is not rewritten; if it is wrong, issue its revision on the page of documents.`,
  },
}
