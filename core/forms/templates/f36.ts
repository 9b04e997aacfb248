import type { TemplateDraft } from '../form.ts'

/** F-36 緊急時対応計画・緊急連絡体制図 (Art. 18②). */
export const f36: TemplateDraft = {
  form: 'F-36', version: 'F-36/1', title: '緊急時対応計画', article: '18②', statement: '特記仕様書{article}の規定により、緊急時対応計画を下記のとおり定めます。',
  sections: [
    { kind: 'fields', heading: '計画', fields: [{ label: '版', key: 'version', need: true }, { label: '適用日', key: 'appliedOn', as: 'day', need: true }] },
    { kind: 'table', heading: '緊急連絡体制', rows: 'contacts', least: 1, columns: [
      { label: '順位', key: 'order', share: 8, align: 'center', as: 'number' }, { label: '連絡先', key: 'name', share: 32, need: true }, { label: '平日', key: 'weekday', share: 20 }, { label: '夜間・休日', key: 'night', share: 20 }, { label: '役割', key: 'role', share: 20 },
    ] },
    { kind: 'fields', heading: '手順', fields: [
      { label: '拡大防止', key: 'containment', wide: true, need: true }, { label: '証拠保全', key: 'evidence', wide: true, need: true }, { label: '復旧', key: 'recovery', wide: true, need: true }, { label: '再発防止', key: 'prevention', wide: true, need: true },
    ] },
    { kind: 'table', heading: '訓練の記録', rows: 'drills', columns: [{ label: '実施日', key: 'heldOn', share: 20, as: 'day' }, { label: '内容', key: 'content', share: 50 }, { label: '結果', key: 'result', share: 30 }] },
  ],
}
