import { ledger } from '../definition.ts'
import { columnsOf, several, words } from './columns.ts'

const { text, number, instant, state } = columnsOf<'mailing'>()

/** F-14 送付管理簿（授受簿）: every parcel, by what service and number, who confirmed 親展, and who received it (Art. 11(4)). */
export const mailings = ledger({
  name: 'mailings',
  title: words('送付管理簿（授受簿）', 'Dispatch ledger'),
  lead: words('小包・郵便で送った媒体と文書の記録です。', 'Media and documents that went by parcel or post.'),
  form: 'F-14', article: '11(4)', office: 'contractor', kind: 'mailing',
  contractOf: (m) => m.contractId,
  leadsTo: (m) => `/send/${m.id}`,
  columns: [
    text('no', '番号', 'No.', 14, (m) => m.no),
    instant('dispatchedAt', '発送日時', 'Dispatched', 16, (m) => m.dispatchedAt, { filterable: true }),
    text('recipient', '相手方', 'To', 22, (m) => several([m.recipient.organisation, m.recipient.department, m.recipient.name])),
    text('content', '個人情報の内容', 'Content', 20, (m) => m.content),
    number('quantity', '数量', 'Quantity', 6, (m) => m.quantity),
    text('medium', '媒体', 'Medium', 14, (m) => m.medium),
    text('packages', '梱包', 'Packages', 14, (m, look) => several(m.packages.map((id) => look('package', id)?.no ?? id)), { extra: true }),
    text('documents', '文書番号', 'Documents', 16, (m) => several(m.documentNos), { extra: true }),
    text('carrier', '運送会社', 'Carrier', 12, (m) => m.carrier, { filterable: true }),
    text('service', 'サービス', 'Service', 12, (m) => m.service, { filterable: true }),
    text('trackingNo', '追跡番号', 'Tracking no.', 16, (m) => m.trackingNo),
    text('sealNo', '封印番号', 'Seal no.', 10, (m) => m.sealNo, { extra: true }),
    text('packedBy', '発送者', 'Packed by', 12, (m, look) => look('person', m.packedBy)?.name ?? m.packedBy),
    text('checkedBy', '親展確認者', '親展 by', 12, (m, look) => m.shinten && (look('person', m.shinten.checkedBy)?.name ?? m.shinten.checkedBy)),
    instant('arrivedAt', '到着日時', 'Arrived', 16, (m) => m.arrivedAt, { filterable: true }),
    text('arrivedTo', '受領者', 'Received by', 12, (m) => m.arrivedTo),
    text('cityReceipt', '甲受領確認', 'Confirmed by the city', 14, (m) => m.cityReceipt && `${m.cityReceipt.by}（${m.cityReceipt.how}）`),
    instant('cityReceiptAt', '受領確認日時', 'Confirmed', 16, (m) => m.cityReceipt?.at, { extra: true }),
    instant('expectedBy', '到着期限', 'Due', 16, (m) => m.expectedBy, { extra: true, filterable: true }),
    text('inquiries', '調査先', 'Inquired of', 16, (m) => several(m.inquiries.map(({ asked }) => asked)), { extra: true }),
    instant('mediumBack', '媒体の戻り', 'Medium back', 16, (m) => m.mediumBack?.at, { extra: true }),
    text('keyTold', '鍵の連絡', 'Key told by', 12, (m) => m.keyTold?.channel, { filterable: true, extra: true }),
    text('exception', '例外（甲の番号）', 'Exception', 14, (m) => m.exception?.cityRef, { extra: true }),
    state('state', '状態', 'State', 10, {
      drafted: words('確認待ち', 'to be confirmed'), checked: words('発送待ち', 'to be dispatched'), dispatched: words('輸送中', 'on its way'), inquired: words('調査中', 'inquired'),
      arrived: words('到着', 'arrived'), received: words('受領確認済', 'receipt confirmed'), returned: words('返送', 'returned'), missing: words('所在不明', 'missing'), withdrawn: words('取りやめ', 'withdrawn'),
    }, (m) => m.state),
    state('kind', '種別', 'Kind', 8, { medium: words('媒体', 'medium'), document: words('文書', 'document') }, (m) => m.contentKind, { extra: true, filterable: true }),
  ],
})

const mail = columnsOf<'mail'>()

/** F-18 電子メール等送信記録簿: what went by mail, to whom, with which attachment, and how the key was told (Art. 11(7)). */
export const mails = ledger({
  name: 'mails',
  title: words('電子メール等送信記録簿', 'Mail ledger'),
  lead: words('封をした添付ファイルを送った電子メールの記録です。', 'Mails that carried a sealed attachment.'),
  form: 'F-18', article: '11(7)', office: 'contractor', kind: 'mail',
  contractOf: (m) => m.contractId,
  leadsTo: (m) => `/send/${m.id}`,
  spokenOf: { 'mail-begun': ({ mailId }) => mailId, 'mail-abandoned': ({ mailId }) => mailId },
  columns: [
    mail.text('no', '番号', 'No.', 14, (m) => m.no),
    mail.instant('sentAt', '送信日時', 'Sent', 16, (m) => m.sentAt, { filterable: true }),
    mail.text('sender', '送信者', 'Sender', 12, (m, look) => look('person', m.draftedBy)?.name ?? m.draftedBy),
    mail.text('to', '宛先', 'To', 24, (m) => several(m.to)),
    mail.text('subject', '件名', 'Subject', 22, (m) => m.subject),
    mail.text('attachment', '添付名', 'Attachment', 24, (m) => m.attachmentName),
    mail.text('sha256', 'SHA-256', 'SHA-256', 20, (m) => m.attachmentSha256, { extra: true }),
    mail.text('package', '梱包', 'Package', 14, (m, look) => look('package', m.package)?.no ?? m.package, { extra: true }),
    mail.text('channel', '鍵の連絡手段', 'Key told by', 12, (m) => m.keyTold?.channel, { filterable: true }),
    mail.instant('keyToldAt', '連絡日時', 'Key told', 16, (m) => m.keyTold?.at, { extra: true }),
    mail.text('keyToldBy', '連絡者', 'Told by', 12, (m, look) => m.keyTold && (look('person', m.keyTold.by)?.name ?? m.keyTold.by), { extra: true }),
    mail.text('checkedBy', '宛先確認者', 'Recipients by', 12, (m, look) => m.recipientsChecked && (look('person', m.recipientsChecked.by)?.name ?? m.recipientsChecked.by)),
    mail.instant('receivedAt', '受領確認', 'Received', 16, (m) => m.receivedAt, { filterable: true }),
    mail.text('receivedBy', '受領者', 'Received by', 12, (m) => m.receivedBy, { extra: true }),
    mail.text('server', '送信サーバー', 'Server', 16, (m) => m.taken?.server, { extra: true }),
    mail.text('messageId', 'Message-ID', 'Message-ID', 24, (m) => m.taken?.messageId, { extra: true }),
    mail.text('rejected', '受け付けられなかった宛先', 'Rejected', 20, (m) => several((m.taken?.rejected ?? []).map(({ address }) => address)), { extra: true }),
    mail.text('misdirected', '誤送信', 'Misdirected', 16, (m) => m.misdirected && several(m.misdirected.addresses), { extra: true }),
    mail.text('exception', '例外（甲の番号）', 'Exception', 14, (m) => m.exception?.cityRef, { extra: true }),
    mail.state('state', '状態', 'State', 12, {
      drafted: words('宛先確認待ち', 'recipients to be confirmed'), checked: words('送信待ち', 'to be sent'), sending: words('送信中・結果不明', 'being sent, or unknown'), sent: words('受領確認待ち', 'to be received'), received: words('受領済', 'received'), withdrawn: words('取りやめ', 'withdrawn'),
    }, (m) => m.state),
  ],
})
