import type { TemplateDraft } from '../form.ts'

/** F-09 再委託承認申請書, with the boxes of the approval (Art. 9②, 10). */
export const f09: TemplateDraft = {
  form: 'F-09', version: 'F-09/1', title: '再委託承認申請書', article: '9②', statement: '特記仕様書{article}の規定により、本業務の一部の再委託について下記のとおり承認を申請します。',
  sections: [
    { kind: 'fields', heading: '再委託先', fields: [
      { label: '名称', key: 'name', wide: true, need: true }, { label: '所在地', key: 'address', wide: true }, { label: '代表者', key: 'representative' }, { label: '連絡先', key: 'contact' }, { label: '認証', key: 'certification', wide: true },
    ] },
    { kind: 'fields', heading: '再委託の内容', fields: [
      { label: '再委託をする理由', key: 'reason', wide: true, need: true }, { label: '処理する内容', key: 'tasks', wide: true, need: true }, { label: '期間（始）', key: 'from', as: 'day' }, { label: '期間（終）', key: 'to', as: 'day' },
      { label: '取り扱う情報', key: 'information', wide: true, need: true }, { label: '安全性及び信頼性を確保する対策', key: 'safety', wide: true, need: true }, { label: '管理及び監督の方法', key: 'supervision', wide: true, need: true }, { label: '再々委託', key: 'further', wide: true },
    ] },
    { kind: 'fields', heading: '承認（甲記入欄）', fields: [{ label: '承認番号', key: 'approvalNo', as: 'blank' }, { label: '承認日', key: 'approvedOn', as: 'blank' }, { label: '条件', key: 'conditions', as: 'blank', wide: true }] },
  ],
}
