import { ledger } from '../definition.ts'
import { columnsOf, sameInBoth, several, words } from './columns.ts'

const { text, bytes, instant, state } = columnsOf<'medium'>()

/** F-15 媒体管理簿: every medium in use, blank or not (Art. 11(5)). */
export const media = ledger({
  name: 'media',
  title: words('媒体管理簿', 'Media register'),
  lead: words('業務で使うすべての媒体です。情報が入っていない媒体も登録して施錠します。', 'Every medium used in the work, blank or not.'),
  form: 'F-15', article: '11(5)', office: 'contractor', kind: 'medium',
  contractOf: () => null,
  leadsTo: () => '/media',
  columns: [
    text('no', '媒体番号', 'Medium no.', 15, (m) => m.no),
    instant('registeredAt', '登録日時', 'Registered', 16, (m) => m.registeredAt, { filterable: true }),
    state('type', '種別', 'Kind', 12, sameInBoth({ USBメモリ: 'USB stick', 外付けHDD: 'external HDD', 外付けSSD: 'external SSD', 光ディスク: 'optical disc', SDカード: 'SD card', その他: 'other' }), (m) => m.type),
    text('maker', 'メーカー', 'Maker', 12, (m) => m.maker, { extra: true }),
    text('model', '型番', 'Model', 14, (m) => m.model, { extra: true }),
    text('serial', '製造番号', 'Serial no.', 16, (m) => m.serial),
    bytes('capacity', '容量', 'Capacity', 9, (m) => m.capacityBytes),
    state('owner', '所有', 'Owner', 8, { 甲: words('甲（市）', 'city'), 乙: words('乙（受託者）', 'contractor') }, (m) => m.owner),
    text('ownerNo', '甲の管理番号', 'City’s no.', 12, (m) => m.ownerNo, { extra: true }),
    text('storagePlace', '保管場所', 'Kept at', 18, (m) => m.storagePlace, { filterable: true }),
    text('lockType', '施錠の方法', 'Lock', 10, (m) => m.lockType),
    text('keyHolder', '鍵の管理者', 'Key holder', 12, (m) => m.keyHolder, { filterable: true }),
    state('state', '状態', 'State', 10, sameInBoth({
      登録: 'registered', 保管: 'kept', 使用中: 'in use', 持出中: 'carried out', 送付中: 'on its way', 返却済: 'given back', 消去予定: 'to be wiped', 消去済: 'wiped', 廃棄予定: 'to be disposed of', 廃棄済: 'disposed of', 故障: 'broken', 紛失: 'lost',
    }), (m) => m.state),
  ],
})

const stock = columnsOf<'stock-take'>()

/** F-16 棚卸記録: what lay there on a day, against what the register says (Art. 11(5)). */
export const stockTakes = ledger({
  name: 'stock-takes',
  title: words('棚卸記録', 'Stock-takes'),
  lead: words('媒体を数えた日と、見つかった差異の記録です。', 'When media were counted, and what differed.'),
  form: 'F-16', article: '11(5)', office: 'contractor', kind: 'stock-take',
  contractOf: () => null,
  leadsTo: () => '/media/stock',
  columns: [
    stock.text('no', '棚卸番号', 'No.', 14, (s) => s.no),
    stock.instant('at', '実施日時', 'When', 16, (s) => s.at, { filterable: true }),
    stock.text('by', '実施者', 'By', 12, (s, look) => look('person', s.by)?.name ?? s.by),
    stock.text('attendedBy', '立会者', 'Attended by', 12, (s) => s.attendedBy),
    stock.number('expected', 'あるはずの数', 'Expected', 8, (s) => s.expected),
    stock.number('seen', '確認した数', 'Seen', 8, (s) => s.seen.length),
    stock.number('findings', '差異', 'Differences', 8, (s) => s.findings.length, { filterable: true }),
    stock.text('what', '差異の内容', 'What differed', 30, (s) => several(s.findings.map(({ kind, medium, said }) => `${medium ?? said}（${findingWords[kind] ?? kind}）`))),
    stock.text('remarks', '是正・備考', 'Remarks', 24, (s) => s.remarks),
  ],
})

const findingWords: Readonly<Record<string, string>> = { missing: '見当たらない', elsewhere: '別の場所', 'should-be-away': 'ここにないはず', unregistered: '未登録' }
