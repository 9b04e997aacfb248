import { ledger } from '../definition.ts'
import { columnsOf, words } from './columns.ts'

const fax = columnsOf<'fax'>()
const provision = columnsOf<'provision'>()

/** F-17: faxes that the city instructed (Art. 11(6)). */
export const faxes = ledger({
  name: 'faxes',
  title: words('FAX例外送信記録', 'Faxes by instruction'),
  lead: words('甲の指示により例外として送信したFAXの記録です。', 'Faxes that the city instructed, each an exception.'),
  form: 'F-17', article: '11(6)', office: 'contractor', kind: 'fax',
  contractOf: (f) => f.contractId,
  leadsTo: (f) => `/faxes/${f.id}`,
  columns: [
    fax.text('no', '番号', 'No.', 14, (f) => f.no),
    fax.text('cityRef', '甲の指示番号', 'City no.', 14, (f) => f.exception.cityRef),
    fax.text('reason', '理由', 'Reason', 22, (f) => f.exception.reason),
    fax.text('to', '送信先', 'To', 20, (f) => `${f.recipient.organisation}　${f.recipient.name}`),
    fax.text('faxNo', '送信先番号', 'Number', 14, (f) => f.faxNo),
    fax.text('checkers', '番号の確認者', 'Checked by', 18, (f, look) => [f.requestedBy, f.exception.secondPerson].map((id) => look('person', id)?.name ?? id).join('、')),
    fax.text('content', '内容', 'Content', 20, (f) => f.content),
    fax.number('pages', '枚数', 'Pages', 6, (f) => f.sent?.pages),
    fax.text('called', '事前連絡', 'Called', 12, (f) => f.sent?.calledTo),
    fax.instant('sentAt', '送信日時', 'Sent', 16, (f) => f.sent?.at, { filterable: true }),
    fax.instant('arrivedAt', '着信確認', 'Confirmed', 16, (f) => f.arrival?.at),
    fax.state('state', '状態', 'State', 12, {
      requested: words('承認待ち', 'to be approved'), approved: words('送信待ち', 'to be sent'), sent: words('着信確認待ち', 'to be confirmed'), differs: words('枚数不一致', 'pages differ'), confirmed: words('完了', 'confirmed'), declined: words('却下', 'declined'), withdrawn: words('取りやめ', 'withdrawn'),
    }, (f) => f.state),
  ],
})

/** F-24: what third parties were given (Art. 13). */
export const provisions = ledger({
  name: 'provisions',
  title: words('第三者提供承諾記録', 'Provisions to third parties'),
  lead: words('甲の承諾を得て第三者に提供した情報の記録です。', 'What third parties were given, by the city’s consent.'),
  form: 'F-24', article: '13', office: 'contractor', kind: 'provision',
  contractOf: (p) => p.contractId,
  leadsTo: (p) => `/provisions/${p.id}`,
  columns: [
    provision.text('no', '番号', 'No.', 14, (p) => p.no),
    provision.text('to', '提供先', 'To', 22, (p) => `${p.organisation}　${p.recipient}`.trim()),
    provision.text('purpose', '目的', 'Purpose', 20, (p) => p.purpose),
    provision.text('information', '情報', 'Information', 20, (p) => p.information),
    provision.number('count', '件数', 'Count', 8, (p) => p.count),
    provision.text('cityRef', '甲の承諾番号', 'City no.', 14, (p) => p.consent?.exception.cityRef),
    provision.day('consentedOn', '承諾日', 'Consent', 12, (p) => p.consent?.on, { filterable: true }),
    provision.day('providedOn', '提供日', 'Provided', 12, (p) => p.provided?.on, { filterable: true }),
    provision.text('means', '方法', 'How', 16, (p) => p.provided && `${p.provided.means}${p.provided.sentBy ? `（${p.provided.sentBy.no}）` : ''}`),
    provision.state('state', '状態', 'State', 10, { applied: words('承諾待ち', 'awaits consent'), consented: words('承諾済', 'consented'), provided: words('提供済', 'provided'), refused: words('不承諾', 'refused'), withdrawn: words('取下げ', 'withdrawn') }, (p) => p.state),
  ],
})
