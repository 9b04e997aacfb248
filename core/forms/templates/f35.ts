import type { TemplateDraft } from '../form.ts'

/** F-35 事故報告書 (Art. 18①). Whether the law asks for a report is the city's judgement; the paper states facts. */
export const f35: TemplateDraft = {
  form: 'F-35', version: 'F-35/1', title: '事故報告書', article: '18①', statement: '特記仕様書{article}の規定により、事故（又はそのおそれ）について下記のとおり報告します（{reportKind}）。',
  sections: [
    { kind: 'fields', heading: '報告', fields: [
      { label: '報告区分', key: 'reportKind', need: true }, { label: '事故番号', key: 'no', need: true }, { label: '発見日時', key: 'foundAt', as: 'time', need: true }, { label: '報告日時', key: 'reportedAt', as: 'time', need: true },
      { label: '発見から報告まで', key: 'elapsed', need: true }, { label: '発見者', key: 'foundBy', need: true }, { label: '先の報告', key: 'earlier', wide: true },
    ] },
    { kind: 'fields', heading: '事故の内容', fields: [
      { label: '種別', key: 'nature' }, { label: '情報の区分', key: 'importanceClass', need: true }, { label: '発生日時', key: 'occurredAt', need: true }, { label: '件数', key: 'count', need: true },
      { label: '発生場所', key: 'place', wide: true, need: true }, { label: '情報の内容', key: 'content', wide: true, need: true }, { label: '発生状況', key: 'circumstances', wide: true, need: true }, { label: '原因', key: 'cause', wide: true },
    ] },
    { kind: 'fields', heading: '暗号化の状況', fields: [{ label: '暗号化の有無・方式', key: 'encryption', wide: true, need: true }, { label: '鍵の管理', key: 'keyCustody', wide: true }] },
    { kind: 'table', heading: '対象の梱包', rows: 'packages', columns: [
      { label: '梱包番号', key: 'no', share: 18 }, { label: '方式', key: 'lock', share: 22 }, { label: '鍵導出', key: 'kdf', share: 20 }, { label: '鍵の連絡', key: 'key', share: 24 }, { label: '封をした日時', key: 'sealedAt', share: 16, as: 'time' },
    ] },
    { kind: 'table', heading: '対象の預り情報', rows: 'items', columns: [{ label: '名称', key: 'name', share: 28 }, { label: '種類', key: 'kind', share: 18 }, { label: '件数', key: 'count', share: 12, as: 'number', align: 'right' }, { label: '台帳で最後に確かめた所在', key: 'where', share: 42 }] },
    { kind: 'table', heading: '経過（発生状況・初動対応・拡大防止・証拠保全・関係者連絡）', rows: 'timeline', least: 1, columns: [{ label: '日時', key: 'at', share: 20, as: 'time' }, { label: '区分', key: 'kind', share: 14 }, { label: '内容', key: 'what', share: 50 }, { label: '担当', key: 'who', share: 16 }] },
    { kind: 'fields', heading: '対応', fields: [
      { label: '二次被害のおそれ', key: 'secondaryDamage', wide: true }, { label: '対応状況', key: 'measures', wide: true }, { label: '本人対応', key: 'toPersons', wide: true }, { label: '公表', key: 'publication', wide: true },
      { label: '再発防止策', key: 'prevention', wide: true }, { label: '添付証跡', key: 'attachments', wide: true }, { label: '備考', key: 'remarks', wide: true },
    ] },
    { kind: 'table', heading: '先の報告から変わったこと', rows: 'changes', columns: [{ label: '項目', key: 'what', share: 18 }, { label: '先の報告', key: 'before', share: 41 }, { label: '今回の報告', key: 'after', share: 41 }] },
  ],
  notes: ['法令による報告・通知の要否の判断は、甲が行います。', '暗号化・所在の記載は、発行の時点の台帳によります。', '台帳の証人　件数　{ledgerSize}　先頭のハッシュ値　{ledgerRoot}'],
}
