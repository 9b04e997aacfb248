import { ledger } from '../definition.ts'
import { columnsOf, sameInBoth, words } from './columns.ts'

const { text, number, instant, state } = columnsOf<'issued'>()

/** 文書一覧: every document that this office issued, and what the city answered. */
export const documents = ledger({
  name: 'documents',
  title: words('文書一覧', 'Documents issued'),
  lead: words('発行した預り証・届出書・証明書と、市の収受番号です。', 'Receipts, notices and certificates that were issued, with the city’s numbers.'),
  form: null, article: '14', office: 'contractor', kind: 'issued',
  contractOf: (d) => d.contractId,
  leadsTo: () => '/documents',
  spokenOf: { 'document-saved': ({ id }) => id },
  columns: [
    text('docNo', '文書番号', 'Doc. no.', 20, (d) => d.docNo),
    text('form', '様式', 'Form', 7, (d) => d.form, { filterable: true }),
    number('revision', '版', 'Rev.', 5, (d) => d.revision),
    instant('issuedAt', '発行日時', 'Issued', 16, (d) => d.issuedAt, { filterable: true }),
    text('issuedBy', '発行者', 'By', 12, (d, look) => look('person', d.issuedBy)?.name ?? d.issuedBy),
    text('code', '確認コード', 'Code', 22, (d) => d.code),
    text('cityReceiptNo', '収受番号', 'City’s no.', 14, (d) => d.cityReceiptNo),
    instant('acknowledgedAt', '収受日時', 'Acknowledged', 16, (d) => d.acknowledgedAt, { filterable: true }),
    text('hash', 'ハッシュ', 'Hash', 20, (d) => d.hash, { extra: true }),
    state('state', '状態', 'State', 10, { issued: words('発行済', 'issued'), acknowledged: words('収受済', 'acknowledged') }, (d) => d.state),
  ],
})

const taken = columnsOf<'imported'>()

/** 取込一覧: what a city took in, with the verdict on each (Art. 14, 15). */
export const imported = ledger({
  name: 'imported',
  title: words('取込一覧', 'Documents taken in'),
  lead: words('受託者から受け取って取り込んだ文書と、検証の結果です。', 'Documents of contractors, and what verification said of each.'),
  form: null, article: '14', office: 'city', kind: 'imported',
  contractOf: (d) => d.contractId,
  leadsTo: () => '/import',
  columns: [
    taken.text('docNo', '文書番号', 'Doc. no.', 20, (d) => d.docNo),
    taken.text('form', '様式', 'Form', 7, (d) => d.form, { filterable: true }),
    taken.number('revision', '版', 'Rev.', 5, (d) => d.revision),
    taken.state('verdict', '判定', 'Verdict', 14, { verified: words('✔ 検証済', '✔ verified'), 'values-only': words('△ 値のみ一致', '△ values only'), refused: words('✘ 不可', '✘ refused') }, (d) => d.verdict),
    taken.text('cityReceiptNo', '収受番号', 'Receipt no.', 14, (d) => d.cityReceiptNo),
    taken.instant('importedAt', '取込日時', 'Taken in', 16, (d) => d.importedAt, { filterable: true }),
    taken.text('importedBy', '取込者', 'By', 12, (d, look) => look('person', d.importedBy)?.name ?? d.importedBy),
    taken.state('body', '形', 'Body', 7, sameInBoth({ pdf: 'PDF', json: 'JSON', csv: 'CSV', code: 'code', qr: 'QR' }), (d) => d.body, { extra: true, filterable: true }),
    taken.text('code', '確認コード', 'Code', 22, (d) => d.code),
    taken.text('hash', 'ハッシュ', 'Hash', 20, (d) => d.hash, { extra: true }),
    taken.state('superseded', '差替え', 'Superseded', 8, { yes: words('有', 'yes'), no: words('無', 'no') }, (d) => (d.supersededBy === null ? 'no' : 'yes')),
  ],
})
