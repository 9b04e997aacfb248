import type { TemplateDraft } from '../form.ts'

/** F-15 媒体管理簿 (Art. 11(5)): two or three facts a cell, for a register of eighteen columns would not be read. */
export const f15: TemplateDraft = {
  form: 'F-15', version: 'F-15/1', title: '媒体管理簿', article: '11(5)', statement: '特記仕様書{article}の規定により管理する電磁的記録媒体は、{asOf}現在、下記のとおりです。',
  sections: [
    { kind: 'table', heading: '', rows: 'media', columns: [
      { label: '登録番号\n登録年月日', key: 'noAndDay', share: 14 }, { label: '製品名\n種別', key: 'productAndType', share: 12 }, { label: 'メーカー\n型番', key: 'makerAndModel', share: 12 }, { label: '製造番号', key: 'serial', share: 12 }, { label: '容量\n暗号化機能', key: 'capacityAndEncryption', share: 11 },
      { label: '所有', key: 'owner', share: 7, align: 'center' }, { label: '保管場所\n施錠方法・鍵管理者', key: 'keeping', share: 18 }, { label: '使用者\n貸出日・返却日', key: 'use', share: 14 }, { label: '状態\n廃棄日', key: 'stateAndEnd', share: 12 },
    ] },
  ],
}
