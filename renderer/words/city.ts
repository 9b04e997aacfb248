import { both } from './both.ts'

export const city = both({
  title: '取込', lead: '受託者が発行した預り証・届出書・証明書を取り込み、真正かどうかを一通ずつ確かめます。同じものを二度取り込んでも、二重にはなりません。',
  drop: '届いた書類のPDF・JSON・CSVをここに置く', cityReceiptNo: '収受番号', cityReceiptNoWhy: '取り込む前に番号が決まっていれば入力します。このあと置いた書類すべてに付きます。',
  jobTitle: '書類の取込', jobCancel: '取込を中止します。確かめ終わったものは取り込まれ、残りは取り込まれません。',
  results: '取込の結果', file: 'ファイル', docNo: '文書番号', verdict: '判定', outcome: '取込', reasons: '理由', form: '書類', importedAt: '取込日時', importedBy: '取り込んだ人', contract: '契約',
  verdicts: { verified: '署名も値も真正です', 'values-only': '値は一致、署名なし', refused: '取り込めません' }, marks: { verified: '✔', 'values-only': '△', refused: '✘' },
  outcomes: { imported: '取り込みました', already: '取込済です', refused: '取り込んでいません' },
  allGood: '{{count}}通をすべて取り込みました。', allKnown: '{{count}}通とも取込済です。二重には取り込んでいません。', someBad: '{{count}}通のうち{{bad}}通は取り込めません。理由を確かめ、受託者に連絡してください。',
  imported: '取り込んだ書類', none: '取り込んだ書類はまだありません', noneLead: '受託者から届いた書類のPDF・JSON・CSVを上に置くと、署名と値を確かめて、ここに並びます。',
  saveAcknowledgement: '収受通知を保存する', acknowledgementWhy: '収受通知を受託者に渡すと、相手の台帳に収受番号が付きます。', needNo: '収受番号のある書類だけ、収受通知を出せます。先に収受番号を付けてください。', giveNumber: '収受番号を付ける', need: '「{{field}}」を入力してください。',
  superseded: '訂正版があります', code: '確認コード', hash: 'ハッシュ値', body: '取り込んだ形', bodies: { pdf: 'PDF', json: 'JSON', csv: 'CSV', code: '確認コード', qr: 'QR' }, signer: '署名者',
  chips: { waiting: '収受番号なし', partly: '△ 署名なし' },
  noKey: 'この契約の受託者の公開鍵が未登録です。登録するまで、署名を確かめられません。', toContract: '公開鍵を登録する',
}, {
  title: 'Import', lead: 'Import what contractors issued and see, one by one, whether it is true. Importing the same twice changes nothing.',
  drop: 'Drop receipts (PDF, JSON, CSV) here', cityReceiptNo: '収受番号', cityReceiptNoWhy: 'If the number is decided already, type it first: it is given to everything dropped afterwards.',
  jobTitle: 'Importing documents', jobCancel: 'Stops the import. What was verified is imported, the rest is not.',
  results: 'Results', file: 'File', docNo: 'Document no.', verdict: 'Verdict', outcome: 'Import', reasons: 'Why', form: 'Document', importedAt: 'Imported', importedBy: 'By', contract: 'Contract',
  verdicts: { verified: 'signature and values are true', 'values-only': 'values agree, no signature', refused: 'cannot be imported' }, marks: { verified: '✔', 'values-only': '△', refused: '✘' },
  outcomes: { imported: 'imported', already: 'already imported', refused: 'not imported' },
  allGood: 'All {{count}} were imported.', allKnown: 'All {{count}} had been imported before; nothing was imported twice.', someBad: 'Of {{count}}, {{bad}} cannot be imported. See why and ask the contractor.',
  imported: 'Imported documents', none: 'Nothing is imported yet', noneLead: 'Drop the PDF, JSON or CSV that came from the contractor above; it is verified and stands here.',
  saveAcknowledgement: 'Save the acknowledgement', acknowledgementWhy: 'Given to the contractor, it puts the 収受番号 into their ledger.', needNo: 'Only documents with a 収受番号 are acknowledged. Give it its number first.', giveNumber: 'Give the number', need: 'Please fill in “{{field}}”.',
  superseded: 'there is a corrected version', code: 'Verification code', hash: 'Hash', body: 'Imported as', bodies: { pdf: 'PDF', json: 'JSON', csv: 'CSV', code: 'code', qr: 'QR' }, signer: 'Signed by',
  chips: { waiting: 'without number', partly: '△ no signature' },
  noKey: 'The contractor’s key of this contract is not registered; until then no signature can be verified.', toContract: 'Register the key',
})
