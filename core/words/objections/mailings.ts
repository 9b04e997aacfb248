import type { ServiceClass } from '../../mailings/carriers.ts'
import { serviceClassWords } from '../terms.ts'
import type { Sentences } from './sentences.ts'

/** Mailing (Art. 11(4)). */
export interface MailingObjections {
  'plain-file-beside': { names: string; count: number }
  'nothing-sealed-on-medium': Record<never, never>
  'medium-folder-missing': Record<never, never>
  'medium-with-document': { no: string }
  'package-not-on-medium': { no: string; folder: string }
  'service-not-registered-class': { carrier: string; service: string }
  'service-needs-city': { carrier: string; service: string }
  'service-unknown': { carrier: string; service: string }
  'critical-without-liability': { carrier: string; service: string }
  'service-class-too-good': { service: string; best: ServiceClass }
  'letters-not-by-agreement': { service: string }
  'page-of-no-carrier': { page: string }
  'seal-used-before': { sealNo: string; mailing: string }
  'seal-differs': { mailing: string; expected: string; read: string }
  'contents-not-compared': { mailing: string }
  'slip-not-a-scan': { path: string }
  'shinsho-by-parcel': { service: string }
  'tracking-malformed': { digits: string; expects: string }
  'tracking-check-digit': { digits: string }
  'tracking-placeholder': { digits: string }
  'tracking-used-before': { digits: string; mailing: string }
  'shinten-not-confirmed': { mailing: string }
  'key-by-same-mail': Record<never, never>
  'key-by-other-mail': Record<never, never>
  'no-key-to-tell': { no: string }
}

export const mailings: Sentences<MailingObjections> = {
  ja: {
    'plain-file-beside': ({ names, count }) => `暗号化されていないファイルが一緒にあります（${count}件：${names}）。取り除くか、封をしてください。パスワード設定又は暗号化が必要です。`,
    'nothing-sealed-on-medium': () => '媒体で送るときは、封をした梱包を選んでください。パスワード設定又は暗号化が必要です。',
    'medium-folder-missing': () => '媒体で送るときは、登録した媒体と、その媒体のフォルダを選んでください。中身を確かめてから封をします。',
    'medium-with-document': ({ no }) => `文書として送るときは、媒体（${no}）を付けられません。媒体を送るときは「媒体」を選んでください。`,
    'package-not-on-medium': ({ no, folder }) => `梱包 ${no} が、検証した内容のまま媒体（${folder}）に入っていません。媒体に写し直してください。`,
    'service-not-registered-class': ({ carrier, service }) => `${carrier}「${service}」は、書留相当の追跡可能な手段ではありません。簡易書留などを選んでください。`,
    'service-needs-city': ({ carrier, service }) => `${carrier}「${service}」は、甲の書面による了承がある場合だけ使えます。了承番号・理由・別の人の確認を入力するか、簡易書留などを選んでください。`,
    'service-unknown': ({ carrier, service }) => `${carrier}「${service}」は一覧にありません。一覧から選んでください。`,
    'critical-without-liability': ({ carrier, service }) => `${carrier}「${service}」には損害賠償がないため、最重要情報は原則として送れません。簡易書留などを選ぶか、甲の了承番号・理由・別の人の確認を入力してください。`,
    'service-class-too-good': ({ service, best }) => `「${service}」は、引受け・追跡・対面での受渡し・損害賠償の条件がそろわないため、「${serviceClassWords[best][0]}」までしか定められません。区分を下げてください。`,
    'letters-not-by-agreement': ({ service }) => `「${service}」で信書を送れるかどうかは法律の定めで、了承では変えられません（郵便法第4条）。信書は書留などの郵便で送ってください。`,
    'page-of-no-carrier': ({ page }) => `追跡ページとして開けるのは、運送会社の決まったページだけです（${page}）。空欄にするか、運送会社のアドレスを入力してください。`,
    'seal-used-before': ({ sealNo, mailing }) => `封印番号 ${sealNo} は、送付 ${mailing} で使っています。新しい封印を貼り、その番号を入力してください。`,
    'seal-differs': ({ expected, read }) => `封印番号が起票の番号と一致しません（起票：${expected === '' ? 'なし' : expected}、確認：${read === '' ? 'なし' : read}）。封印を見直し、違うときは起票からやり直してください。`,
    'contents-not-compared': () => '中身を送付票と照らし合わせてください。照合が済むまで発送できません。',
    'slip-not-a-scan': ({ path }) => `写しとして保管できるのは、JPEG・PNG・PDFのファイルです（${path}）。読み取り直してください。`,
    'shinsho-by-parcel': ({ service }) => `信書は「${service}」では送れません（郵便法第4条）。書留などの郵便を選んでください。`,
    'tracking-malformed': ({ expects }) => `追跡番号の桁数又は文字が違います。${SHAPES[expects] ?? expects}を入力してください。`,
    'tracking-check-digit': ({ digits }) => `追跡番号の検査数字が一致しません（${digits}）。伝票を見て、もう一度入力してください。`,
    'tracking-placeholder': () => '同じ数字だけの番号は使えません。伝票の追跡番号を入力してください。',
    'tracking-used-before': ({ mailing }) => `追跡番号が重複しています（送付 ${mailing}）。伝票を確かめてください。`,
    'shinten-not-confirmed': () => '親展表示を別の者が確認してください。確認が済むまで発送できません。',
    'key-by-same-mail': () => '同一経路でのパスワード送付はできません。電話・対面など、別の方法で伝えてください。',
    'key-by-other-mail': () => '別のメールでパスワードを伝えるには、甲の了承番号・理由・別の人の確認が必要です。電話・対面をお勧めします。',
    'no-key-to-tell': ({ no }) => `${no} の鍵は封筒で渡しているため、連絡するパスフレーズはありません。鍵の封筒を一緒に届けてください。`,
  },
  en: {
    'plain-file-beside': ({ names, count }) => `Unencrypted files lie beside the package (${count}: ${names}). Remove or seal them.`,
    'nothing-sealed-on-medium': () => 'Choose a sealed package for the medium.',
    'medium-folder-missing': () => 'Choose the registered medium and its folder; what is on it is checked before it is closed.',
    'medium-with-document': ({ no }) => `A document travels without a medium (${no}). Choose “medium” to send one.`,
    'package-not-on-medium': ({ no, folder }) => `Package ${no} does not lie on the medium (${folder}) as it was verified. Copy it again.`,
    'service-not-registered-class': ({ carrier, service }) => `${carrier} “${service}” is not a registered-mail-class service. Choose registered mail.`,
    'service-needs-city': ({ carrier, service }) => `${carrier} “${service}” needs the city's written consent: its number, the reason and a second person.`,
    'service-unknown': ({ carrier, service }) => `${carrier} “${service}” is not on the list.`,
    'critical-without-liability': ({ carrier, service }) => `${carrier} “${service}” answers for no loss, so critical information does not go with it. Choose 簡易書留, or enter the city's number, the reason and a second person.`,
    'service-class-too-good': ({ service, best }) => `“${service}” lacks a sign of registered mail, so it can be no better than “${serviceClassWords[best][1]}”. Choose a lower class.`,
    'letters-not-by-agreement': ({ service }) => `Whether “${service}” may carry correspondence is the law's to say, not an agreement's (Postal Act, art. 4). Send correspondence by registered mail.`,
    'page-of-no-carrier': ({ page }) => `Only the carriers' own tracking pages can be opened (${page}). Leave it empty or enter a carrier's address.`,
    'seal-used-before': ({ sealNo, mailing }) => `Seal ${sealNo} was used for ${mailing}. Put on a new seal and enter its number.`,
    'seal-differs': ({ expected, read }) => `The seal's number is not the drafted one (drafted: ${expected || 'none'}, read: ${read || 'none'}). Look at the seal again; if it differs, draft anew.`,
    'contents-not-compared': () => 'Compare the contents with the slip first; nothing is dispatched before.',
    'slip-not-a-scan': ({ path }) => `Slips are kept as JPEG, PNG or PDF (${path}). Scan it again.`,
    'shinsho-by-parcel': ({ service }) => `Correspondence may not travel by “${service}” (Postal Act, Art. 4). Choose registered mail.`,
    'tracking-malformed': ({ expects }) => `The tracking number has the wrong shape (expected: ${expects}).`,
    'tracking-check-digit': ({ digits }) => `The check digit does not match (${digits}). Read the slip again.`,
    'tracking-placeholder': () => 'A number of equal digits cannot be used.',
    'tracking-used-before': ({ mailing }) => `This tracking number was used before (mailing ${mailing}).`,
    'shinten-not-confirmed': () => 'A second person must confirm the 親展 mark before dispatch.',
    'key-by-same-mail': () => 'The password may not travel the same way as the package. Use the telephone or tell it in person.',
    'key-by-other-mail': () => 'Telling the password by another mail needs the city\'s number, a reason and a second person.',
    'no-key-to-tell': ({ no }) => `The key of ${no} travels in an envelope; there is no passphrase to tell. Let the key letter travel along.`,
  },
}

const SHAPES: Readonly<Record<string, string>> = {
  '11 digits, mod 7': '数字11桁', '12 digits, mod 7': '数字12桁', S10: '英字2・数字9・英字2の13文字', '10 to 12 digits': '数字10〜12桁', '11 or 12 digits': '数字11〜12桁', free: '英数字4文字以上',
}
