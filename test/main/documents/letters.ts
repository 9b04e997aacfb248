import type { FormLetter, LetterForm } from '../../../core/documents/form-letter.ts'
import type { Header } from '../../../core/documents/header.ts'
import { fill } from '../../../core/forms/fill.ts'
import { FormTemplate, type FormFacts, type Section } from '../../../core/forms/form.ts'
import { templateOf, templates } from '../../../core/forms/templates.ts'
import { septemberReceipt } from './receipts.ts'

const { v, revision, revisionKind, revisionReason, issuedAt, addressee, sender, contact, contract, articleRef, keys, witness } = septemberReceipt
export const header: Header = { v, docNo: 'ひ-R8-001', revision, revisionKind, revisionReason, issuedAt, addressee, sender, contact, contract, articleRef, keys, witness }

export interface LetterChanges { facts?: FormFacts; head?: Partial<Header>; edition?: Partial<Parameters<typeof fill>[3]>; template?: FormTemplate }

/** A letter of this form as the scenario's office would write it, with facts made from the template's own labels. */
export function letterOn(form: LetterForm, { facts = ordinary(form), head = {}, edition = {}, template = templateOf(form) }: LetterChanges = {}): FormLetter {
  return fill(template, facts, { ...header, ...head }, { revision: 1, revisionKind: '新規', reason: '', changesDocNo: '', ...edition })
}

export const allForms = [...templates.keys()]

/** What an office would have in every box: three rows in each list. */
export const ordinary = (form: LetterForm): FormFacts => factsFor(templateOf(form), 3, (label, _as, row) => KNOWN[label]?.[row % 3] ?? `${label.replace(/\n/g, '・')}の記載${row + 1}`)

const LONG = '令和9年度市民税・県民税納税通知書データ作成及び封入封緘業務（𠮷田・髙﨑方式による宛名の照合、外字の確認並びに印刷位置の校正を含む。）における作業責任者の監督の下での取扱いに関する特に長い名称の記載例であって改行を含まないもの百二十文字'

/** The longest, oddest and emptiest that a clerk could type: 120 characters everywhere, surrogate pairs, three hundred rows. */
export const hostile = (form: LetterForm, rows = 300): FormFacts => factsFor(templateOf(form), rows, (label, _as, row) => [LONG, '𠮷田 髙﨑', `=HYPERLINK("x")\n${label.slice(0, 20)}`, "'@0123456789012345"][(row + label.length) % 4] ?? '')

/** Only what a template needs is there. */
export const barest = (form: LetterForm): FormFacts => factsFor(templateOf(form), 1, (label) => label, true)

function factsFor({ sections, signatures, statement }: FormTemplate, rows: number, value: (label: string, as: string, row: number) => string, onlyNeeded = false): FormFacts {
  const fields: Record<string, string> = {}
  const tables: Record<string, Record<string, string>[]> = {}
  const said = ({ label, as = 'text', need = false }: { label: string; as?: string; need?: boolean }, row: number): string => {
    if (onlyNeeded && !need) return ''
    switch (as) {
      case 'day': return row % 7 === 6 && !need ? '' : `2026-12-${String((row % 28) + 1).padStart(2, '0')}`
      case 'time': return `2026-12-${String((row % 28) + 1).padStart(2, '0')}T1${row % 10}:05:00+09:00`
      case 'number': return String(row * 1234 + 1)
      case 'blank': return ''
      default: return value(label, as, row)
    }
  }
  const into = (row: Record<string, string>, of: readonly { key: string | null; label: string; as?: string; need?: boolean }[], at: number): void => {
    for (const one of of) if (one.key !== null && row[one.key] === undefined) row[one.key] = said(one, at)
  }
  const list = (section: Extract<Section, { rows: string }>, of: Parameters<typeof into>[1]): void => {
    const wanted = onlyNeeded ? section.kind === 'table' || section.kind === 'each' ? section.least : 1 : rows
    tables[section.rows] = Array.from({ length: section.kind === 'each' ? Math.min(wanted, 40) : wanted }, (_, at) => { const row: Record<string, string> = {}; into(row, of, at); return row })
  }
  for (const section of sections) {
    if (section.kind === 'fields') into(fields, section.fields, 0)
    if (section.kind === 'table') list(section, section.columns)
    if (section.kind === 'each') list(section, section.fields)
    if (section.kind === 'text' && section.rows !== null) tables[section.rows] = PLEDGED.map((text) => ({ text }))
  }
  for (const { key, label } of signatures) if (key !== null) fields[key] ??= value(label, 'text', 0)
  for (const [, name = ''] of statement.matchAll(/\{(\w+)\}/g)) if (name === 'asOf') fields[name] = '令和8年12月7日'
  return { fields, tables }
}

const PLEDGED = [
  '本業務に関して知り得た情報を、本業務の目的以外に利用しません。', '本業務に関して知り得た情報を、第三者に提供しません。', '甲の承認なく、情報を複写し、複製し、又は作業場所の外へ持ち出しません。',
  '本業務に従事しなくなったときは、情報を返還し、又は消去します。契約が終了した後も同様に秘密を守ります。',
]

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  氏名: ['水野 灯里', '𠮷田 美咲', '髙橋 亮'], フリガナ: ['ミズノ アカリ', 'ヨシダ ミサキ', 'タカハシ リョウ'], 所属会社: ['株式会社ひかりの丘データサービス', '株式会社ひかりの丘データサービス', '株式会社みほん人材'], 所属: ['株式会社ひかりの丘データサービス'],
  雇用区分: ['正社員', '正社員', '派遣'], 役職: ['作業責任者'], 電話: ['000-0000-0000'], メール: ['mizuno@hikarinooka.example', 'yoshida@hikarinooka.example', ''], 名称: ['本社3階 第2作業室', '青葉野市役所 税務課', '有限会社しらかば封入'], 所在地: ['架空県青葉野市ひかりの丘一丁目２番３号'],
  '建物・室': ['本社ビル3階 第2作業室'], 入退室管理: ['ICカードによる入退室管理、記録1年保存'], 施錠保管: ['施錠キャビネットC-2（鍵管理者 大庭 健吾）'], 面積: ['42㎡'], 庁舎内の別: ['庁舎外', '庁舎内', '庁舎外'], 使用機器: ['PC-021（ノート型）、プリンタPR-004'], ネットワーク接続: ['インターネットに接続しない'],
  媒体番号: ['MED-2026-0003', 'MED-2026-0004', 'MED-2026-0005'], 製造番号: ['AZ0003K7Q1', 'AZ0004M2W8', 'AZ0005P3R9'], 重要度: ['重要情報', '重要情報', 'その他'], 結果: ['良', '良', '要是正'], 指摘: ['', '', '鍵の返却記録が1件欠けていた'], 是正: ['', '', '返却記録を補い、手順を周知'],
  点検項目: ['情報を取り扱う者が名簿の者に限られているか', '持出しは承認と管理簿への記録の後に行われているか', '媒体が施錠保管され、鍵が管理されているか'], 機器名: ['PC-021', 'PC-022', 'PC-023'], 事業者名: ['株式会社ひかりの丘データサービス'], 証明書番号: ['K-0012', 'K-0013', 'K-0014'],
  'ファイルのSHA-256': ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'], 預り番号: ['A-R8-017-001', 'A-R8-017-002', 'A-R8-017-003'], 現物: ['○', '○', '×'], 区間: ['1'],
}
