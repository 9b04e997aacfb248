import { ledger } from '../definition.ts'
import { classes, columnsOf, sameInBoth, words } from './columns.ts'

const { text, number, bytes, instant, state } = columnsOf<'item'>()

/** 預り情報一覧: everything that the city entrusted, file by file (Art. 14). */
export const items = ledger({
  name: 'items',
  title: words('預り情報一覧', 'Entrusted information'),
  lead: words('市から預かった情報の一覧です。預り証の番号・種類・形式・保管場所がわかります。', 'What the city entrusted, with its receipt, kind, form and place.'),
  form: null, article: '14', office: 'contractor', kind: 'item',
  contractOf: (i) => i.contractId,
  leadsTo: (i) => `/receive/${i.handoverId}`,
  columns: [
    text('receiptNo', '預り番号', 'Receipt', 16, (i, look) => look('handover', i.handoverId)?.receiptNo),
    number('no', '行', 'Line', 5, (i) => i.no),
    instant('receivedAt', '受領日時', 'Received', 16, (i, look) => look('handover', i.handoverId)?.at, { filterable: true }),
    text('name', '名称・ファイル名', 'Name', 30, (i) => i.name),
    text('infoKind', '情報の種類', 'Kind of information', 16, (i) => i.infoKind, { filterable: true }),
    state('form', '受領形式', 'Form', 12, sameInBoth({ 電磁的記録媒体: 'medium', 電子ファイル: 'file', 紙: 'paper' }), (i) => i.form),
    number('count', '件数', 'Records', 9, (i) => i.count, { filterable: true }),
    bytes('size', '大きさ', 'Size', 9, (i) => i.size),
    state('importanceClass', '重要度', 'Class', 10, classes, (i) => i.importanceClass),
    state('personalInfo', '個人情報', 'Personal', 8, { yes: words('有', 'yes'), no: words('無', 'no') }, (i) => (i.personalInfo ? 'yes' : 'no')),
    state('myNumber', '特定個人情報', 'My Number', 8, { yes: words('有', 'yes'), no: words('無', 'no') }, (i) => (i.myNumber ? 'yes' : 'no'), { extra: true, filterable: true }),
    text('medium', '媒体番号', 'Medium', 15, (i, look) => look('handover', i.handoverId)?.medium, { extra: true }),
    text('storagePlace', '保管場所', 'Kept at', 18, (i, look) => look('handover', i.handoverId)?.storagePlace, { filterable: true }),
    text('purpose', '利用目的', 'Purpose', 20, (i, look) => look('handover', i.handoverId)?.purpose, { extra: true }),
    text('sha256', 'SHA-256', 'SHA-256', 20, (i) => i.sha256, { extra: true }),
    state('state', '状態', 'State', 10, { checked: words('照合済', 'compared'), 'in custody': words('預り中', 'in custody'), replaced: words('差替済', 'replaced'), returned: words('返却済', 'given back'), erased: words('消去済', 'erased') }, (i) => i.state),
  ],
})
