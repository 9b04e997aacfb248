import type { TemplateDraft } from '../form.ts'

/** F-05 作業場所届出書, and the notice of its change (Art. 6①). */
export const f05: TemplateDraft = {
  form: 'F-05', version: 'F-05/1', title: '作業場所届出書', article: '6①', statement: '特記仕様書{article}の規定により、作業場所を下記のとおり届け出ます。',
  sections: [
    { kind: 'each', heading: '{name}', rows: 'places', least: 1, fields: [
      { label: '名称', key: 'name', need: true }, { label: '庁舎内の別', key: 'insideCityHall', need: true }, { label: '所在地', key: 'address', wide: true, need: true }, { label: '建物・室', key: 'room' }, { label: '面積', key: 'area' },
      { label: '入退室管理', key: 'entryControl', wide: true, need: true }, { label: '施錠保管', key: 'lockStorage', wide: true, need: true }, { label: '使用機器', key: 'devices', wide: true }, { label: 'ネットワーク接続', key: 'network', wide: true },
      { label: '使用開始', key: 'from', as: 'day', need: true }, { label: '使用終了', key: 'to', as: 'day' },
    ] },
    { kind: 'fields', heading: '変更', whenSaid: true, fields: [{ label: '変更日', key: 'changedOn', as: 'day' }, { label: '届出日', key: 'notifiedOn', as: 'day' }, { label: '変更の内容', key: 'change', wide: true }, { label: '変更理由', key: 'changeReason', wide: true }] },
  ],
}
