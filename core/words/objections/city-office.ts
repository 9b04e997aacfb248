import type { Sentences } from './sentences.ts'

/** The city's own office: answers, numbers, designations, settlement and witnessing. */
export interface CityOfficeObjections {
  'not-answerable': { form: string; docNo: string }
  'decision-not-for-form': { form: string; decision: string }
  'answer-to-unsigned': { docNo: string }
  'answer-to-superseded': { docNo: string; revision: number }
  'answer-without-reason': Record<never, never>
  'attendance-only-for-notice': Record<never, never>
  'answered-already': { docNo: string; approvalNo: string }
  'city-number-missing': { kind: string }
  'city-number-taken': { no: string; of: string }
  'remainder-left': { contractNo: string; count: number }
  'contradictions-left': { count: number }
  'answer-unmatched': { docNo: string }
  'answer-contradicts': { docNo: string; revision: number }
  'answer-older': { docNo: string; revision: number }
  'designation-empty': Record<never, never>
  'designated-twice': { name: string }
  'pdf-not-of-document': { docNo: string }
  'ledger-forked': { size: number; knownSize: number; docNo: string }
  'ledger-proof-refused': { path: string; why: 'malformed' | 'not-theirs' | 'nothing-known' | 'older' | 'restoring-forged' | 'incomplete' }
  'restoring-understated': { told: number; gone: number; from: number; to: number }
  'restoring-decided-already': Record<never, never>
  'restoring-lost-nothing': Record<never, never>
  'decision-without-reason': Record<never, never>
}

const whyJa = { malformed: '整合証明として読み取れません', 'not-theirs': 'この契約の受託者の鍵による台帳署名ではありません', 'nothing-known': 'この台帳の署名をまだ一つも受け取っていません', older: '既に受け取っている台帳署名より古い時点のものです', 'restoring-forged': '添えられた復元の届出が、この台帳に書かれたものではありません', incomplete: '既に確かめた記録の続きであることの証明が入っていません' } as const
const whyEn = { malformed: 'it is no proof of consistency', 'not-theirs': "its checkpoint is not signed by this contractor's key", 'nothing-known': 'no checkpoint of this ledger has come in yet', older: 'it is older than a checkpoint that is held already', 'restoring-forged': 'the restoring that it tells of does not stand in this ledger', incomplete: 'it does not prove that it continues what was proved before' } as const

export const cityOffice: Sentences<CityOfficeObjections> = {
  ja: {
    'not-answerable': ({ docNo }) => `${docNo} は、承認・確認の回答をする書類ではありません。収受番号を付けて、収受通知を返してください。`,
    'decision-not-for-form': ({ form, decision }) => `${form} に「${decision}」とは回答できません。選べる回答から選び直してください。`,
    'answer-to-unsigned': ({ docNo }) => `${docNo} は署名を確かめられていません（△）。署名のある PDF・CSV・JSON を受託者から受け取り、取り込んでから行ってください。`,
    'answer-to-superseded': ({ docNo, revision }) => `${docNo} の第${revision}版は、訂正版又は取消によって効力がありません。最新の版を確かめてください。`,
    'answer-without-reason': () => '不承認のときは、理由を入力してください。受託者が何を直せばよいかが分かるように書いてください。',
    'attendance-only-for-notice': () => '立会いの求めは、消去・廃棄届出書への回答でだけ付けられます。',
    'answered-already': ({ docNo, approvalNo }) => `${docNo} には、${approvalNo} で回答済みです。回答を改めるときは、理由を入力して新しい版として回答してください。`,
    'city-number-missing': ({ kind }) => `${kind}番号を入力してください。番号の付け方を決めておくと、自動で付けられます。`,
    'city-number-taken': ({ no, of }) => `番号「${no}」は、既に ${of} に使われています。別の番号にしてください。`,
    'remainder-left': ({ contractNo, count }) => `契約「${contractNo}」には、返却・消去等を確かめられない預り情報が${count}件あります。「精算」で不足している書類を受託者に求めてください。`,
    'contradictions-left': ({ count }) => `取り込んだ書類に、食い違いが${count}件あります。「精算」で内容を確かめ、受託者に訂正を求めてください。`,
    'answer-unmatched': ({ docNo }) => `この回答は、この事業所が発行した ${docNo} の内容に対するものではありません。契約と、回答の対象の文書番号・版を甲に確かめてください。`,
    'answer-contradicts': ({ docNo, revision }) => `${docNo} への第${revision}版の回答が、先に取り込んだものと食い違っています。取り込まずに、どちらが正しいかを甲に確かめてください。`,
    'answer-older': ({ docNo, revision }) => `${docNo} には、この回答（第${revision}版）より新しい版の回答を取り込み済みです。`,
    'designation-empty': () => '受け渡すものが一つもありません。ファイルを選ぶか、一覧に入力してください。',
    'designated-twice': ({ name }) => `「${name}」が一覧に二つあります。同じ名前のものは一つにまとめるか、名前を変えてください。`,
    'pdf-not-of-document': ({ docNo }) => `${docNo} の、署名の残っているPDFがありません。受託者から受け取ったままのPDFを選んでください。`,
    'ledger-forked': ({ size, knownSize, docNo }) => `台帳の分岐（FORK）です。示された台帳（${size}件）は、${docNo === '' ? '先に' : `${docNo} で`}受け取った台帳署名（${knownSize}件）の続きではありません。記録の書換えのおそれがあります。取り込まずに、受託者に説明を求めてください。`,
    'ledger-proof-refused': ({ path, why }) => `${path} は使えません：${whyJa[why]}。受託者に、最新の整合証明を求めてください。`,
    'restoring-understated': ({ told, gone, from, to }) => `復元の届出は、失われたのは${told}件としていますが、${from}番から${to}番までの${gone}件が台帳にありません。届出は認められません。受託者に、失われた件数を正しく記録し直した整合証明を求めてください。`,
    'restoring-decided-already': () => 'この復元は、既に認めたものです。取り消すことはできません。画面を開き直してください。',
    'restoring-lost-nothing': () => 'この復元では、控えてある記録は失われていません。判断は要りません。',
    'decision-without-reason': () => '判断の理由を入力してください。受託者から聞いた内容と、確かめたことを書いてください。',
  },
  en: {
    'not-answerable': ({ docNo }) => `${docNo} is nothing to be approved or confirmed. Give it a receipt number and return the acknowledgement.`,
    'decision-not-for-form': ({ form, decision }) => `${form} cannot be answered with “${decision}”. Choose one of the answers offered.`,
    'answer-to-unsigned': ({ docNo }) => `The signature of ${docNo} has not been verified (△). Import a signed PDF, CSV or JSON of it first.`,
    'answer-to-superseded': ({ docNo, revision }) => `Revision ${revision} of ${docNo} has been corrected or cancelled. Look for its newest revision.`,
    'answer-without-reason': () => 'Give the reason of a refusal, so that the contractor knows what to change.',
    'attendance-only-for-notice': () => 'Attendance can be asked for only in the answer to a notice of disposal.',
    'answered-already': ({ docNo, approvalNo }) => `${docNo} was answered under ${approvalNo}. To answer anew, give the reason; it becomes a new revision.`,
    'city-number-missing': ({ kind }) => `Enter the ${kind === '承認' ? 'approval' : 'receipt'} number, or lay down how the office numbers.`,
    'city-number-taken': ({ no, of }) => `The number “${no}” is that of ${of}. Choose another.`,
    'remainder-left': ({ contractNo, count }) => `Of contract “${contractNo}”, ${count} entrusted items are not shown to be returned or erased. Ask the contractor for the papers that the settlement lacks.`,
    'contradictions-left': ({ count }) => `The imported papers contradict each other in ${count} places. Look at the settlement and ask the contractor for corrections.`,
    'answer-unmatched': ({ docNo }) => `This answer is not to what this office issued as ${docNo}. Ask the city which document and revision it answered.`,
    'answer-contradicts': ({ docNo, revision }) => `Revision ${revision} of the answer to ${docNo} is not what was taken in before. Do not rely on it; ask the city which is right.`,
    'answer-older': ({ docNo, revision }) => `A newer answer to ${docNo} than this (revision ${revision}) has been taken in already.`,
    'designation-empty': () => 'Nothing is to be handed over. Choose files or list what goes.',
    'designated-twice': ({ name }) => `“${name}” is listed twice. Put the two together or name them apart.`,
    'pdf-not-of-document': ({ docNo }) => `There is no PDF of ${docNo} with its signature. Choose the PDF as the contractor sent it.`,
    'ledger-forked': ({ size, knownSize, docNo }) => `A FORK: the ledger shown (${size} entries) does not continue the checkpoint that came ${docNo === '' ? 'before' : `with ${docNo}`} (${knownSize} entries). Records may have been rewritten. Do not import; ask the contractor to explain.`,
    'ledger-proof-refused': ({ path, why }) => `${path} cannot be used: ${whyEn[why]}. Ask the contractor for the newest proof.`,
    'restoring-understated': ({ told, gone, from, to }) => `The restoring admits ${told} lost entries, but entries ${from} to ${to} (${gone}) are no longer there. It explains nothing. Ask the contractor to record what is really lost, and for a new proof.`,
    'restoring-decided-already': () => 'This restoring was accepted already, which cannot be undone. Open the page again.',
    'restoring-lost-nothing': () => 'Nothing that is held was lost by this restoring. There is nothing to decide.',
    'decision-without-reason': () => 'Give the reason: what the contractor said, and what was checked.',
  },
}
