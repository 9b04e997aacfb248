import { ledger } from '../definition.ts'
import { columnsOf, several, words } from './columns.ts'

const { text, number, instant, state } = columnsOf<'scan'>()

/** F-23 媒体接続・ウイルスチェック記録: every connection of a medium, and every look through files (Art. 11(10)カ). */
export const scans = ledger({
  name: 'scans',
  title: words('媒体接続・ウイルスチェック記録', 'Connections and virus checks'),
  lead: words('媒体をつないだとき、受け取るとき、封をするときの検査の記録です。', 'Checks on connecting, receiving and sealing.'),
  form: 'F-23', article: '11(10)カ', office: 'contractor', kind: 'scan',
  contractOf: (s) => s.contractId,
  columns: [
    instant('connectedAt', '接続日時', 'Connected', 16, (s) => s.connectedAt, { filterable: true }),
    state('occasion', '機会', 'Occasion', 8, { connection: words('接続', 'connection'), receiving: words('受領', 'receiving'), sealing: words('梱包', 'sealing'), opening: words('開梱', 'opening') }, (s) => s.occasion),
    text('machine', '機器', 'Machine', 14, (s) => s.machine, { filterable: true }),
    text('medium', '媒体番号', 'Medium', 15, (s) => s.medium),
    text('serial', '製造番号', 'Serial no.', 16, (s) => s.serial),
    text('subject', '対象', 'Looked at', 20, (s) => s.subject),
    text('scanner', '検査ソフト', 'Scanner', 16, (s) => s.scanner?.name ?? s.attestation?.product, { filterable: true }),
    text('engine', 'エンジン', 'Engine', 12, (s) => s.scanner?.engine, { extra: true }),
    text('pattern', 'パターン', 'Signatures', 12, (s) => s.scanner?.signatures?.version ?? s.attestation?.pattern, { extra: true }),
    number('files', 'ファイル数', 'Files', 8, (s) => s.files),
    number('findingCount', '検出数', 'Found', 7, (s) => s.findingCount),
    text('findings', '検出したもの', 'What was found', 20, (s) => several(s.findings.map(({ name }) => name)), { extra: true }),
    state('result', '結果', 'Result', 12, {
      clean: words('異常なし', 'clean'), found: words('検出', 'found'), unscanned: words('一部検査できず', 'not all scanned'), failed: words('検査失敗', 'failed'), 'no-scanner': words('検査ソフトなし', 'no scanner'), abandoned: words('中止', 'called off'),
    }, (s) => s.result),
    state('attested', '人の確認', 'Attested', 8, { yes: words('有', 'yes'), no: words('無', 'no') }, (s) => (s.attestation ? 'yes' : 'no'), { extra: true, filterable: true }),
    text('by', '実施者', 'By', 12, (s, look) => look('person', s.by)?.name ?? s.by),
  ],
})
