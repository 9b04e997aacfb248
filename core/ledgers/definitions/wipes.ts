import { ledger } from '../definition.ts'
import { columnsOf, sameInBoth, words } from './columns.ts'

const { text, instant, state, bytes } = columnsOf<'wipe'>()

/** 消去・廃棄一覧: every erasure and destruction, with who did it, who confirmed it and its certificate (Art. 15). */
export const wipes = ledger({
  name: 'wipes',
  title: words('消去・廃棄一覧', 'Erasures and disposals'),
  lead: words('消去・廃棄を行った日時・実施者・方法・結果と、証明書の番号です。', 'What was erased, when, by whom, how, and its certificate.'),
  form: null, article: '15⑤', office: 'contractor', kind: 'wipe',
  contractOf: (w) => w.contractId,
  leadsTo: (w) => `/wipe/${w.planId}`,
  columns: [
    text('plan', '計画番号', 'Plan', 14, (w, look) => look('plan', w.planId)?.no),
    text('information', '情報の項目', 'Information', 22, (w, look) => look('plan', w.planId)?.targets.find(({ no }) => no === w.targetNo)?.information),
    text('medium', '媒体番号', 'Medium', 15, (w) => w.medium),
    text('serial', '製造番号', 'Serial no.', 16, (w, look) => look('medium', w.medium)?.serial),
    bytes('size', '容量', 'Size', 9, (w) => w.drive?.bytes, { extra: true }),
    state('method', '方法', 'Method', 14, {
      'overwrite-tile': words('上書き（乱数）', 'overwrite, random'), 'overwrite-zero': words('上書き（0）', 'overwrite, zeros'), 'overwrite-complement': words('上書き（補数）', 'overwrite, complement'), files: words('ファイル単位', 'file by file'),
      vault: words('金庫の写し', 'vault'), command: words('消去命令', 'drive command'), physical: words('物理破壊', 'destruction'), external: words('他の消去ソフト', 'another program'),
    }, (w) => w.method),
    instant('begunAt', '開始日時', 'Begun', 16, (w) => w.begunAt, { filterable: true }),
    instant('endedAt', '終了日時', 'Ended', 16, (w) => w.endedAt, { filterable: true }),
    text('operator', '実施者', 'By', 12, (w, look) => look('person', w.operator)?.name ?? w.operator),
    text('verifier', '確認者', 'Confirmed by', 12, (w, look) => w.verified && (look('person', w.verified.by)?.name ?? w.verified.by)),
    text('witness', '立会者', 'Witness', 14, (w) => w.witness && `${w.witness.organisation} ${w.witness.name}`),
    state('result', '結果', 'Result', 8, sameInBoth({ 合格: 'passed', 例外: 'with exceptions', 不合格: 'failed', 中止: 'stopped' }), (w) => w.result),
    text('certificateNo', '証明書番号', 'Certificate', 16, (w) => w.certificateNo),
    text('remarks', '備考', 'Remarks', 20, (w) => w.remarks, { extra: true }),
    state('state', '状態', 'State', 10, { 'under way': words('実施中', 'under way'), 'to be verified': words('確認待ち', 'to be verified'), verified: words('確認済', 'verified'), certified: words('証明済', 'certified') }, (w) => w.state),
  ],
})
