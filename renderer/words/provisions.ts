import { both } from './both.ts'

export const provisions = both({
  title: '第三者提供', lead: '甲と承認された再委託先のほかに情報を渡すには、甲の承諾が必要です。承諾の番号と、渡した記録を残します。', begin: '第三者提供を申請する', empty: '第三者への提供はありません', emptyLead: '情報は、業務以外に使わず、甲に無断で第三者に渡しません。甲の承諾を得て渡すときだけ、ここに記録します。',
  toList: '第三者提供の一覧', table: '第三者提供承諾記録', no: '番号', to: '提供先', purpose: '目的', information: '情報', count: '件数', consent: '甲の承諾', state: '状態', next: '次の手順', open: '開く', openNamed: '{{no}}を開く',
  states: { applied: '甲の承諾待ち', consented: '提供待ち', provided: '提供済', refused: '不承諾', withdrawn: '取下げ' }, chips: { open: '手続き中', done: '終わったもの' },
  steps: '第三者提供の手順', step: { apply: '申請', consent: '承諾', provide: '提供' },
  organisation: '提供先の名称', recipient: '相手の氏名', address: '所在地', informationExample: '例：地区別の集計表', items: '元になる預り情報（あれば）', apply: '申請する', need: '「{{field}}」を入力してください。',
  consentTitle: '甲の承諾を記録します', consentLead: '承諾の番号・日・理由を、甲の書面のとおりに記録します。別の人も確かめます。', consentedOn: '承諾の日', consentNow: '承諾を記録する', cityRef: '甲の番号',
  refuseBegin: '甲が承諾しなかったとき', refuseTitle: '不承諾を記録します', refuseNow: '不承諾を記録する', provideTitle: '提供を記録します', provideLead: '渡した日と方法を記録します。小包やメールで送ったときは、その番号を選びます。', providedOn: '提供した日', means: '方法', meansExample: '例：手渡し', sentBy: '送った小包・メール', sentByNone: '直接渡した', provideNow: '提供を記録する',
  withdrawBegin: '取り下げる', withdrawTitle: '取り下げます', withdrawNow: '取下げを記録する', sayWhy: '記録は消えず、理由が残ります。', reason: '理由', providedNotice: '提供を記録しました。', refusedNotice: '甲は承諾しませんでした。渡せません。', withdrawnNotice: '取り下げました。', facts: '記録の内容', appliedBy: '申請者', second: '確認した人', provided: '提供',
}, {
  title: 'Third parties', lead: 'Giving information to anybody but the city and its approved subcontractors takes the city’s consent, and a record.', begin: 'Apply', empty: 'Nothing went to third parties', emptyLead: 'Information is used for the work only. What is given to a third party by the city’s consent is recorded here.',
  toList: 'All provisions', table: 'Provisions to third parties', no: 'No.', to: 'To', purpose: 'Purpose', information: 'Information', count: 'Count', consent: 'Consent', state: 'State', next: 'Next', open: 'Open', openNamed: 'Open {{no}}',
  states: { applied: 'awaits consent', consented: 'to be given', provided: 'given', refused: 'refused', withdrawn: 'withdrawn' }, chips: { open: 'in progress', done: 'done' },
  steps: 'Steps', step: { apply: 'Apply', consent: 'Consent', provide: 'Give' },
  organisation: 'Organisation', recipient: 'Person', address: 'Address', informationExample: 'e.g. totals by district', items: 'Entrusted items, if any', apply: 'Apply', need: 'Please fill in “{{field}}”.',
  consentTitle: 'Record the consent', consentLead: 'Number, day and reason as the city wrote them; a second person confirms.', consentedOn: 'Consented on', consentNow: 'Record the consent', cityRef: 'City no.',
  refuseBegin: 'The city did not consent', refuseTitle: 'Record the refusal', refuseNow: 'Record it', provideTitle: 'Record what was given', provideLead: 'When and how. Choose the parcel or mail it went by, if any.', providedOn: 'Given on', means: 'How', meansExample: 'e.g. by hand', sentBy: 'Parcel or mail', sentByNone: 'given directly', provideNow: 'Record it',
  withdrawBegin: 'Withdraw', withdrawTitle: 'Withdraw', withdrawNow: 'Record it', sayWhy: 'Nothing is deleted; the reason stays.', reason: 'Reason', providedNotice: 'It is recorded.', refusedNotice: 'The city did not consent: nothing may be given.', withdrawnNotice: 'Withdrawn.', facts: 'The record', appliedBy: 'Applied by', second: 'Confirmed by', provided: 'Given',
})
