import type { TemplateDraft } from '../form.ts'

/** F-22 情報システム点検表 (Art. 11(10)イ to キ). */
export const f22: TemplateDraft = {
  form: 'F-22', version: 'F-22/1', title: '情報システム点検表', article: '11(10)キ', statement: '特記仕様書第11条第10号の規定により、使用する機器を下記のとおり点検しました。',
  sections: [
    { kind: 'each', heading: '{name}', rows: 'devices', least: 1, fields: [
      { label: '機器名', key: 'name', need: true }, { label: '資産番号', key: 'assetNo' }, { label: '作業場所', key: 'place' }, { label: '製造番号', key: 'serial' }, { label: 'OS・ビルド', key: 'os', need: true }, { label: '最終更新日', key: 'lastPatchedOn', as: 'day' },
      { label: 'ウイルス対策製品', key: 'antivirus' }, { label: 'エンジン', key: 'engine' }, { label: 'パターン日付', key: 'patternOn', as: 'day' }, { label: 'インターネット接続', key: 'internet', need: true }, { label: '標的型攻撃等への対策', key: 'measures', wide: true },
      { label: '不要アプリの点検', key: 'apps', wide: true, need: true }, { label: '私物でないことの確認', key: 'notPrivate', need: true }, { label: '結果', key: 'result' }, { label: '点検者', key: 'checkedBy', need: true }, { label: '点検日', key: 'checkedOn', as: 'day', need: true }, { label: '是正', key: 'correction', wide: true },
    ] },
  ],
}
