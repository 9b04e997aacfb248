import type { Sentences } from './sentences.ts'

/** Letters, their revisions, and what the city asked for (Art. 16, R-37). */
export interface DocumentObjections {
  'form-not-offered': { form: string }
  'form-subject-unknown': { form: string; title: string }
  'form-facts-missing': { title: string; missing: string }
  'form-fact-unfit': { title: string; what: string }
  'template-malformed': { where: string }
  'template-of-other-form': { form: string; found: string }
  'template-key-unknown': { keys: string }
  'template-version-taken': { version: string }
  'numbering-unfit': { pattern: string; why: 'seq' | 'unknown' | 'characters' | 'length' | 'reserved' }
  'document-superseded': { docNo: string; revision: number; kind: string }
  'document-not-corrected': { docNo: string }
  'document-relied-on': { docNo: string; what: string }
  'document-unchanged': { docNo: string }
  'field-not-correctable': { field: string; may: string }
  'correction-changes-nothing': { field: string }
  'correction-empties': { field: string }
  'request-settled': { form: string; state: 'answered' | 'accepted' | 'withdrawn' }
  'request-not-answered': { form: string }
  'request-dates-reversed': { dueOn: string; requestedOn: string }
  'request-in-the-future': { at: string }
  'document-answers-other': { docNo: string; form: string; asked: string }
}

export const documents: Sentences<DocumentObjections> = {
  ja: {
    'form-not-offered': ({ form }) => `書面 ${form} に記載する事項が、まだこのソフトに登録できません。`,
    'form-subject-unknown': ({ form, title }) => `「${title}」（${form}）は、何についての書面かを選んで発行します。一覧から対象を選んでください。`,
    'form-facts-missing': ({ title, missing }) => `「${title}」に記載する事項が登録されていません：${missing}　登録してから発行してください。`,
    'form-fact-unfit': ({ title, what }) => `「${title}」の「${what}」が、書面に記載できる形ではありません（長さ又は日付）。登録した内容を直してください。`,
    'template-malformed': ({ where }) => `様式のファイルが読み取れません（${where}）。当初の様式を保存し、それを書き換えて使ってください。`,
    'template-of-other-form': ({ form, found }) => `このファイルは ${found} の様式です。${form} の様式を選んでください。`,
    'template-key-unknown': ({ keys }) => `様式が求める項目のうち、記載できる事項がないものがあります：${keys}　項目を削るか、記入用の空欄（"key": null）にしてください。`,
    'template-version-taken': ({ version }) => `様式の版「${version}」は、別の内容で登録されています。版の番号を上げてください。`,
    'numbering-unfit': ({ pattern, why }) => `文書番号の付け方「${pattern}」は使えません。${NUMBERING[why]}`,
    'document-superseded': ({ docNo, revision, kind }) => `${docNo} には、これより新しい第${revision}版（${kind}）があります。新しい版を使ってください。`,
    'document-not-corrected': ({ docNo }) => `${docNo} は訂正・取消しの対象ではありません。収受通知や公開鍵届は、新しく発行してください。`,
    'document-relied-on': ({ docNo, what }) => `${docNo} に基づいて既に行われたこと（${what}）があるため、取り消せません。訂正版を発行してください。`,
    'document-unchanged': ({ docNo }) => `${docNo} に記載した事項は、発行した時から変わっていません。先に、登録した内容を直してください。`,
    'field-not-correctable': ({ field, may }) => `「${field}」は証拠となる記録のため、訂正できません。訂正できるのは次の記載です：${may}`,
    'correction-changes-nothing': ({ field }) => `「${field}」は、今の記載と同じです。訂正後の記載を入力してください。`,
    'correction-empties': ({ field }) => `「${field}」は空にできません。訂正後の記載を入力してください。`,
    'request-settled': ({ form, state }) => `書面 ${form} の求めは、${REQUEST_STATES[state]}。`,
    'request-not-answered': ({ form }) => `書面 ${form} は、まだ提出していません。先に提出してください。`,
    'request-dates-reversed': ({ dueOn, requestedOn }) => `提出期限（${dueOn}）が、求めのあった日（${requestedOn}）より前です。日付を確かめてください。`,
    'request-in-the-future': ({ at }) => `求めのあった日時（${at}）が、現在より後です。日時を確かめてください。`,
    'document-answers-other': ({ docNo, form, asked }) => `${docNo} は書面 ${form} です。求められている ${asked} を選んでください。`,
  },
  en: {
    'form-not-offered': ({ form }) => `The facts of form ${form} cannot be entered here yet.`,
    'form-subject-unknown': ({ form, title }) => `“${title}” (${form}) speaks of one thing: choose it from the list.`,
    'form-facts-missing': ({ title, missing }) => `“${title}” lacks: ${missing}. Enter them, then issue it.`,
    'form-fact-unfit': ({ title, what }) => `“${what}” does not fit into “${title}” (length or date). Correct what was entered.`,
    'template-malformed': ({ where }) => `The template’s file cannot be read (${where}). Save our own template and change that.`,
    'template-of-other-form': ({ form, found }) => `This file is a template of ${found}. Choose one of ${form}.`,
    'template-key-unknown': ({ keys }) => `The template asks for facts that nobody has: ${keys}. Drop them, or leave boxes for a pen ("key": null).`,
    'template-version-taken': ({ version }) => `Version “${version}” of the template is registered with other content. Count its number up.`,
    'numbering-unfit': ({ pattern, why }) => `“${pattern}” cannot number documents (${why}). Use {prefix} {contract} {form} {year} {fiscal} and, once and near the end, {seq:3}.`,
    'document-superseded': ({ docNo, revision, kind }) => `There is a newer revision ${revision} of ${docNo} (${kind}). Use that one.`,
    'document-not-corrected': ({ docNo }) => `${docNo} is not a document that is corrected or cancelled: issue a new one.`,
    'document-relied-on': ({ docNo, what }) => `${docNo} cannot be cancelled, since something was done on its ground (${what}). Issue a correction.`,
    'document-unchanged': ({ docNo }) => `What ${docNo} says is still what is registered. Correct what was entered first.`,
    'field-not-correctable': ({ field, may }) => `“${field}” is evidence and not corrected. These words may be: ${may}`,
    'correction-changes-nothing': ({ field }) => `“${field}” says so already. Enter other words.`,
    'correction-empties': ({ field }) => `“${field}” cannot be empty. Enter what it should say.`,
    'request-settled': ({ form, state }) => `The request for form ${form} is ${state} already.`,
    'request-not-answered': ({ form }) => `Form ${form} has not been handed in yet. Hand it in first.`,
    'request-dates-reversed': ({ dueOn, requestedOn }) => `The deadline (${dueOn}) lies before the day of the request (${requestedOn}). Check the dates.`,
    'request-in-the-future': ({ at }) => `The request’s time (${at}) lies in the future. Check it.`,
    'document-answers-other': ({ docNo, form, asked }) => `${docNo} is form ${form}. Choose a document of form ${asked}, which was asked for.`,
  },
}

const NUMBERING = {
  seq: '連番を {seq:3} のように一度だけ、前後に数字が付かない形で、終わりに近い位置に入れてください。', unknown: '使えるのは {prefix} {contract} {form} {year} {fiscal} {seq:3} です。', characters: 'ファイル名に使えない文字や空白が含まれています。',
  length: '長すぎます。短くしてください。', reserved: 'A-、E-、N-、C- で始まる番号は、預り証・証明書・届出書・収受通知に使っています。',
} as const
const REQUEST_STATES = { answered: '既に提出しています', accepted: '既に受理されています', withdrawn: '取り下げられています' } as const
