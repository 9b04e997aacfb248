import { ledger } from '../definition.ts'
import { columnsOf, words } from './columns.ts'

const { text, number, day, instant, state } = columnsOf<'copy'>()

/** F-19 複製記録簿: every copy of what was entrusted, what it is for, where it is, and how it ended (Art. 11(8)). */
export const copies = ledger({
  name: 'copies',
  title: words('複製記録簿', 'Register of copies'),
  lead: words('預り情報の複製（作業用・バックアップ・印刷）と、その目的・場所・消去の記録です。', 'Copies of what was entrusted: what for, where, and how each ended.'),
  form: 'F-19', article: '11(8)', office: 'contractor', kind: 'copy',
  contractOf: (c) => c.contractId,
  leadsTo: (c) => `/copies/${c.id}`,
  spokenOf: { 'print-attempted': ({ copyId }) => copyId },
  columns: [
    text('no', '複製番号', 'Copy', 8, (c) => c.no),
    text('item', '元情報', 'Copy of', 26, (c) => c.itemName),
    state('kind', '種別', 'Kind', 10, { 作業用: words('作業用', 'working'), バックアップ: words('バックアップ', 'backup'), 印刷: words('印刷', 'print') }, (c) => c.kind),
    instant('madeAt', '作成日', 'Made', 16, (c) => c.made?.at, { filterable: true }),
    text('purpose', '目的', 'Purpose', 18, (c) => c.purpose),
    text('place', '保管場所', 'Place', 18, (c) => c.place),
    text('medium', '媒体番号', 'Medium', 14, (c) => c.medium),
    text('approvedBy', '承認者', 'Approved by', 12, (c, look) => c.approved && (look('person', c.approved.by)?.name ?? c.approved.by)),
    instant('endedAt', '消去日', 'Ended', 16, (c) => c.ended?.at, { filterable: true }),
    text('endedHow', '消去方法', 'How', 16, (c) => c.ended?.how),
    day('useUntil', '使用期限', 'Until', 12, (c) => c.useUntil, { filterable: true }),
    text('madeBy', '作成者', 'Made by', 12, (c, look) => c.made && (look('person', c.made.by)?.name ?? c.made.by), { extra: true }),
    text('requestedBy', '申請者', 'Asked by', 12, (c, look) => look('person', c.requestedBy)?.name ?? c.requestedBy, { extra: true }),
    number('sheets', '枚数', 'Sheets', 6, (c) => c.made?.sheets, { extra: true }),
    text('path', 'ファイル', 'File', 30, (c) => c.made?.path, { extra: true }),
    text('sha256', 'SHA-256', 'SHA-256', 20, (c) => c.made?.sha256, { extra: true }),
    state('state', '状態', 'State', 10, {
      requested: words('承認待ち', 'to be approved'), approved: words('作成待ち', 'to be made'), making: words('作成中', 'being made'), 'in use': words('使用中', 'in use'), ended: words('消去済', 'ended'), declined: words('却下', 'declined'), withdrawn: words('取下げ', 'withdrawn'),
    }, (c) => c.state),
  ],
})
