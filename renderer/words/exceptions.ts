import { both } from './both.ts'

export const exceptions = both({
  title: '例外の一覧', lead: '甲の番号・理由・別の人の確認をもって、規則の例外として行ったことのすべてです。監査のときに示します。', empty: '例外はありません', emptyLead: '規則どおりに行えないときは、甲の番号・理由・別の人の確認を添えて例外として行います。行うとここに並びます。',
  table: '例外', at: '日時', rule: '規則', kind: '何を', subject: '対象', cityRef: '甲の番号', reason: '理由', by: '行った人', second: '確認した人', entry: '台帳', open: '開く', openNamed: '{{subject}}を開く',
  kinds: { recipient: '甲以外の送付先', handover: '指定と異なる受渡し', service: '書留相当以外の送り方', address: '登録外の宛先', 'key-channel': '別のメールでの鍵の連絡', fax: 'FAX', provision: '第三者提供', application: '漏えいのおそれがあるアプリ', other: 'その他' },
  toLedgers: '台帳へ', openAll: '例外の一覧を開く',
}, {
  title: 'Exceptions', lead: 'Everything that was done as an exception, with the city’s number, the reason and a second person. Shown at an audit.', empty: 'No exceptions', emptyLead: 'What cannot be done by the rules takes the city’s number, a reason and a second person. It stands here from then on.',
  table: 'Exceptions', at: 'When', rule: 'Rule', kind: 'What', subject: 'Of', cityRef: 'City no.', reason: 'Reason', by: 'By', second: 'Confirmed by', entry: 'Entry', open: 'Open', openNamed: 'Open {{subject}}',
  kinds: { recipient: 'recipient other than the city', handover: 'hand-over other than designated', service: 'service below registered mail', address: 'unregistered address', 'key-channel': 'key by another mail', fax: 'fax', provision: 'third party', application: 'leak-prone application', other: 'other' },
  toLedgers: 'Ledgers', openAll: 'See the exceptions',
})
