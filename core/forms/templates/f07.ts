import type { TemplateDraft } from '../form.ts'

/** F-07 教育・研修実施記録 (Art. 7). */
export const f07: TemplateDraft = {
  form: 'F-07', version: 'F-07/1', title: '教育・研修実施報告書', article: '7', statement: '特記仕様書{article}の規定により、作業責任者及び作業従事者に対する教育を下記のとおり実施しました。',
  sections: [
    { kind: 'fields', heading: '実施の概要', fields: [
      { label: '実施日', key: 'heldOn', as: 'day', need: true }, { label: '実施方法', key: 'method', need: true }, { label: '講師', key: 'trainer', need: true }, { label: '教材名', key: 'material' },
      { label: '実施内容', key: 'content', wide: true, need: true }, { label: '教材のSHA-256', key: 'materialSha256', wide: true },
    ] },
    { kind: 'table', heading: '受講者', rows: 'attendees', least: 1, columns: [
      { label: '番号', key: 'no', share: 7, align: 'center', as: 'number' }, { label: '氏名', key: 'name', share: 20, need: true }, { label: '所属会社', key: 'company', share: 23 }, { label: '区分', key: 'duty', share: 14 },
      { label: '受講日', key: 'attendedOn', share: 18, as: 'day', need: true }, { label: '理解度確認', key: 'result', share: 18, align: 'center' },
    ] },
    { kind: 'table', heading: '欠席者と後日の実施', rows: 'absentees', columns: [
      { label: '氏名', key: 'name', share: 22 }, { label: '所属会社', key: 'company', share: 24 }, { label: '欠席の理由', key: 'reason', share: 20 }, { label: '後日実施日', key: 'followedOn', share: 18, as: 'day' }, { label: '理解度確認', key: 'result', share: 16, align: 'center' },
    ] },
  ],
}
