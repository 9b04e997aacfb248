import { ledger } from '../definition.ts'
import { columnsOf, several, words } from './columns.ts'

const { text, number, bytes, instant, state } = columnsOf<'package'>()

/** 梱包一覧: every sealed file, how it is locked, and whether it left (Art. 11(3)). */
export const packages = ledger({
  name: 'packages',
  title: words('梱包一覧', 'Packages'),
  lead: words('封をしたファイルと、その鍵の種類・検証・行き先までの状態です。', 'Sealed files, how each is locked and verified, and whether it left.'),
  form: null, article: '11(3)', office: 'contractor', kind: 'package',
  contractOf: (p) => p.contractId,
  leadsTo: () => '/pack',
  spokenOf: { 'package-verified': ({ packageId }) => packageId },
  columns: [
    text('no', '番号', 'No.', 14, (p) => p.no),
    instant('sealedAt', '封をした日時', 'Sealed', 16, (p) => p.sealedAt, { filterable: true }),
    text('sealedBy', '封をした人', 'Sealed by', 12, (p, look) => look('person', p.sealedBy)?.name ?? p.sealedBy),
    text('fileName', 'ファイル名', 'File', 28, (p) => p.fileName),
    number('fileCount', 'ファイル数', 'Files', 8, (p) => p.fileCount),
    bytes('bytes', '大きさ', 'Size', 9, (p) => p.bytes),
    number('volumes', '巻数', 'Volumes', 6, (p) => p.volumes?.length || null, { extra: true }),
    text('lock', '暗号方式', 'Lock', 18, (p) => several([p.lock.container, p.lock.envelope ? '鍵の封筒' : null])),
    text('files', '中のファイル', 'Contents', 30, (p) => several(p.files.slice(0, 20).map(({ path }) => path)), { extra: true }),
    text('sha256', 'SHA-256', 'SHA-256', 20, (p) => p.sha256, { extra: true }),
    instant('verifiedAt', '検証日時', 'Verified', 16, (p) => p.verifiedAt, { filterable: true }),
    state('state', '状態', 'State', 10, { sealing: words('作成中', 'being sealed'), verified: words('検証済', 'verified'), abandoned: words('中止', 'called off'), left: words('送付済', 'left') }, (p) => p.state),
  ],
})
