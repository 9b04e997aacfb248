import type { TemplateDraft } from '../form.ts'

/** F-11 持出許可申請書 (Art. 11(2)). */
export const f11: TemplateDraft = {
  form: 'F-11', version: 'F-11/1', title: '持出許可申請書', article: '11(2)', statement: '特記仕様書{article}の規定により、情報の持出しについて下記のとおり申請します。',
  sections: [
    { kind: 'fields', heading: '申請', fields: [{ label: '管理番号', key: 'no', need: true }, { label: '申請日', key: 'appliedOn', as: 'day', need: true }, { label: '申請者', key: 'applicant', need: true }, { label: '持出者', key: 'carriers', need: true }] },
    { kind: 'fields', heading: '持ち出すもの', fields: [
      { label: '情報の内容', key: 'information', wide: true, need: true }, { label: '媒体番号', key: 'mediumNo' }, { label: '製造番号', key: 'serial' }, { label: '重要度', key: 'importanceClass', need: true }, { label: '件数', key: 'count', as: 'number' },
      { label: '暗号化方式', key: 'encryption', wide: true, need: true },
    ] },
    { kind: 'fields', heading: '持出し', fields: [
      { label: '持出目的', key: 'purpose', wide: true, need: true }, { label: '持出先', key: 'destination', wide: true, need: true }, { label: '経路・手段', key: 'route', wide: true, need: true },
      { label: '持出期間（始）', key: 'from', as: 'time', need: true }, { label: '返却予定', key: 'until', as: 'time', need: true }, { label: '返却後の消去', key: 'eraseAfterUse', wide: true },
    ] },
    { kind: 'fields', heading: '承認', fields: [{ label: '承認者（乙）', key: 'approvedBy' }, { label: '承認日時（乙）', key: 'approvedAt', as: 'time' }, { label: '甲承認番号', key: 'cityApprovalNo', as: 'blank' }, { label: '甲承認日', key: 'cityApprovedOn', as: 'blank' }] },
  ],
}
