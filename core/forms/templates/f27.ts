import type { TemplateDraft } from '../form.ts'

/** F-27 業務終了時残存情報確認書 (Art. 15①): what came, what went, and that nothing is left. */
export const f27: TemplateDraft = {
  form: 'F-27', version: 'F-27/1', title: '業務終了時残存情報確認書', article: '15①', statement: '特記仕様書{article}の規定により、業務の終了に当たり、お預かりした情報の精算の状況を下記のとおり確認しました。',
  sections: [
    { kind: 'fields', heading: '確認', fields: [{ label: '確認日', key: 'confirmedOn', as: 'day', need: true }, { label: '確認者', key: 'confirmedBy', need: true }, { label: '残数の合計', key: 'left', as: 'number', need: true }, { label: '甲の指定した方法', key: 'designatedMethod' }, { label: '特記', key: 'remarks', wide: true }] },
    { kind: 'table', heading: '預り番号ごとの精算', rows: 'receipts', columns: [
      { label: '預り番号', key: 'receiptNo', share: 24, need: true }, { label: '受領数', key: 'received', share: 12, align: 'right', as: 'number', need: true }, { label: '返却数', key: 'returned', share: 12, align: 'right', as: 'number', need: true }, { label: '消去数', key: 'erased', share: 12, align: 'right', as: 'number', need: true },
      { label: '廃棄数', key: 'disposed', share: 12, align: 'right', as: 'number', need: true }, { label: '納品数', key: 'delivered', share: 12, align: 'right', as: 'number', need: true }, { label: '残数', key: 'left', share: 12, align: 'right', as: 'number', need: true },
    ] },
    { kind: 'table', heading: '複製の消去', rows: 'copies', columns: [
      { label: '複製番号', key: 'no', share: 16 }, { label: '元の情報', key: 'parent', share: 28 }, { label: '種別', key: 'kind', share: 14 }, { label: '消去日', key: 'disposedOn', share: 18, as: 'day' }, { label: '消去方法', key: 'method', share: 24 },
    ] },
    { kind: 'table', heading: '媒体の状態', rows: 'media', columns: [
      { label: '媒体番号', key: 'no', share: 22 }, { label: '製造番号', key: 'serial', share: 22 }, { label: '所有', key: 'owner', share: 10, align: 'center' }, { label: '状態', key: 'state', share: 20 }, { label: '証明書番号等', key: 'evidence', share: 26 },
    ] },
    { kind: 'table', heading: '再委託先の消去', rows: 'subcontractors', columns: [{ label: '再委託先', key: 'name', share: 40 }, { label: '消去の確認', key: 'state', share: 36 }, { label: '確認日', key: 'confirmedOn', share: 24, as: 'day' }] },
  ],
  signatures: [{ label: '確認者（乙）', key: 'confirmedBy' }],
}
