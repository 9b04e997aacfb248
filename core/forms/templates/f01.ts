import type { TemplateDraft } from '../form.ts'

/** F-01 作業責任者・連絡体制届出書, and the notice of its change (Art. 3, 5①③). */
export const f01: TemplateDraft = {
  form: 'F-01', version: 'F-01/1', title: '作業責任者・連絡体制届出書', article: '5①', statement: '特記仕様書{article}の規定により、作業責任者及び連絡体制を下記のとおり届け出ます。',
  sections: [
    { kind: 'fields', heading: '作業責任者', fields: [
      { label: '所属', key: 'supervisorCompany', need: true }, { label: '役職', key: 'supervisorTitle' }, { label: '氏名', key: 'supervisorName', need: true }, { label: 'フリガナ', key: 'supervisorKana' },
      { label: '電話', key: 'supervisorTel', need: true }, { label: 'メール', key: 'supervisorEmail' },
    ] },
    { kind: 'fields', heading: '代理者', whenSaid: true, fields: [
      { label: '所属', key: 'deputyCompany' }, { label: '役職', key: 'deputyTitle' }, { label: '氏名', key: 'deputyName' }, { label: 'フリガナ', key: 'deputyKana' }, { label: '電話', key: 'deputyTel' }, { label: 'メール', key: 'deputyEmail' },
    ] },
    { kind: 'table', heading: '連絡体制', rows: 'contacts', least: 1, columns: [
      { label: '順位', key: 'order', share: 7, align: 'center', as: 'number' }, { label: '役割', key: 'role', share: 18 }, { label: '氏名', key: 'name', share: 18, need: true },
      { label: '平日の電話', key: 'weekday', share: 17 }, { label: '夜間・休日の電話', key: 'night', share: 17 }, { label: 'メール', key: 'email', share: 23 },
    ] },
    { kind: 'table', heading: '安全管理の体制', rows: 'roles', columns: [
      { label: '役割', key: 'role', share: 24 }, { label: '氏名', key: 'name', share: 22 }, { label: '担う内容', key: 'duty', share: 24 }, { label: '就任日', key: 'from', share: 15, as: 'day' }, { label: '退任日', key: 'to', share: 15, as: 'day' },
    ] },
    { kind: 'table', heading: '責任分界点', rows: 'demarcation', columns: [
      { label: '対象', key: 'item', share: 25 }, { label: '甲', key: 'city', share: 25 }, { label: '乙', key: 'contractor', share: 25 }, { label: '再委託先', key: 'subcontractor', share: 25 },
    ] },
    { kind: 'fields', heading: '変更', whenSaid: true, fields: [
      { label: '変更前', key: 'before' }, { label: '変更後', key: 'after' }, { label: '変更日', key: 'changedOn', as: 'day' }, { label: '届出日', key: 'notifiedOn', as: 'day' }, { label: '変更理由', key: 'changeReason', wide: true },
    ] },
  ],
}
