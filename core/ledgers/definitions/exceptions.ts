import { ledger } from '../definition.ts'
import { columnsOf, words } from './columns.ts'

const { text, number, instant, state } = columnsOf<'exception'>()

/** 例外一覧: every rule that was set aside by the city's number, with the reason and who stood behind it (Art. 17). */
export const exceptions = ledger({
  name: 'exceptions',
  title: words('例外一覧', 'Exceptions'),
  lead: words('甲の番号・理由・別の人の確認をもって、規則の例外として行ったことの記録です。', 'What was done as an exception, with the city’s number, the reason and a second person.'),
  form: null, article: '17②', office: 'contractor', kind: 'exception',
  contractOf: (e) => e.contractId,
  leadsTo: () => '/exceptions',
  columns: [
    instant('at', '日時', 'When', 16, (e) => e.at, { filterable: true }),
    state('rule', '規則', 'Rule', 8, {}, (e) => e.rule),
    text('article', '条項', 'Article', 10, (e) => e.article),
    text('subject', '対象', 'What', 28, (e) => e.subject),
    text('cityRef', '甲の番号', 'City no.', 14, (e) => e.exception.cityRef),
    text('reason', '理由', 'Reason', 26, (e) => e.exception.reason),
    text('by', '行った人', 'By', 12, (e, look) => look('person', e.by)?.name ?? e.by),
    text('second', '確認した人', 'Second person', 12, (e, look) => look('person', e.exception.secondPerson)?.name ?? e.exception.secondPerson),
    number('seq', '台帳の番号', 'Entry', 8, (e) => e.seq, { extra: true }),
  ],
})
