import { both } from './both.ts'

export const documents = both({
  title: '書類', lead: '発行した書類です。発行したものは書き換えられません。市からの収受通知を取り込むと、収受番号が付きます。',
  empty: '発行した書類はまだありません', emptyLead: '受領の手順を最後まで進めると、預り証がここに並びます。', toReceive: '受領へ進む',
  table: '発行した書類', docNo: '文書番号', form: '書類', issuedAt: '発行日時', issuedBy: '発行者', state: '状態', code: '確認コード', cityReceiptNo: '収受番号', revision: '版', bodies: 'ファイル', hash: 'ハッシュ値',
  forms: { 'F-25': '預り証', 'F-28': '消去・廃棄届出書', 'F-30': '消去の証明書・報告書', 'F-31': '物理破壊証明書', 'C-01': '収受通知', 'K-01': '公開鍵届' },
  states: { issued: '発行済（収受待ち）', acknowledged: '収受済' },
  chips: { waiting: '収受待ち', done: '収受済' },
  saveAgain: '保存する', acknowledge: '収受通知を取り込む', acknowledgeLead: '市から届いた収受通知（JSONと署名）を置きます。署名を確かめ、どの書類のものかを照らし合わせます。', acknowledgeDrop: '収受通知をここに置く', acknowledged: '{{count}}件の収受通知を取り込みました。',
  fresh: '{{form}}を発行しました', freshLead: '署名付きのPDFと、市が取り込むためのファイルを保存して、市に渡してください。', codeWhy: '紙の書類からも、この確認コードで照合できます。',
  stamps: { 'F-25': '預り証', 'F-28': '届出書', 'F-30': '消去', 'F-31': '破壊' }, stampCity: '収受',
}, {
  title: 'Documents', lead: 'Documents that were issued. They are never rewritten. Importing the city’s acknowledgement adds its 収受番号.',
  empty: 'Nothing was issued yet', emptyLead: 'Follow the steps of receiving to their end, and the receipt stands here.', toReceive: 'Go to Receive',
  table: 'Issued documents', docNo: 'Document no.', form: 'Document', issuedAt: 'Issued', issuedBy: 'By', state: 'State', code: 'Verification code', cityReceiptNo: '収受番号', revision: 'Revision', bodies: 'Files', hash: 'Hash',
  forms: { 'F-25': 'Custody receipt', 'F-28': 'Notice of disposal', 'F-30': 'Certificate or report of erasure', 'F-31': 'Certificate of destruction', 'C-01': 'Acknowledgement', 'K-01': 'Key notice' },
  states: { issued: 'issued, waiting', acknowledged: 'acknowledged' },
  chips: { waiting: 'waiting', done: 'acknowledged' },
  saveAgain: 'Save', acknowledge: 'Import acknowledgements', acknowledgeLead: 'Drop the acknowledgements (JSON with signature) that the city sent. Their signature is verified and their document found.', acknowledgeDrop: 'Drop acknowledgements here', acknowledged: '{{count}} acknowledgements were imported.',
  fresh: '{{form}}: issued', freshLead: 'Save the signed PDF and the files for the city’s import, and hand them over.', codeWhy: 'With this code the paper can be checked as well.',
  stamps: { 'F-25': '預り証', 'F-28': '届出書', 'F-30': '消去', 'F-31': '破壊' }, stampCity: '収受',
})
