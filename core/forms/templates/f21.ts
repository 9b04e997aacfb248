import type { TemplateDraft } from '../form.ts'

/** F-21 アクセス権限管理簿 (Art. 11(10)ア). */
export const f21: TemplateDraft = {
  form: 'F-21', version: 'F-21/1', title: 'アクセス権限管理簿', article: '11(10)ア', statement: '特記仕様書{article}の規定による認証の管理について、下記のとおり報告します。',
  sections: [
    { kind: 'table', heading: '', rows: 'accounts', least: 1, columns: [
      { label: 'ID', key: 'loginId', share: 12, need: true }, { label: '氏名', key: 'name', share: 16, need: true }, { label: '権限', key: 'roles', share: 20 }, { label: '付与日', key: 'grantedOn', share: 13, as: 'day' }, { label: '停止日', key: 'revokedOn', share: 13, as: 'day' },
      { label: '最終ログイン', key: 'lastLogin', share: 18, as: 'time' }, { label: '失敗回数', key: 'failures', share: 8, align: 'right', as: 'number' },
    ] },
  ],
}
