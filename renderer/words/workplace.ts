import { both } from './both.ts'

export const workplace = both({
  title: '着手前の確認', lead: 'すべてそろうと、業務に着手できます。着手するまで、情報の取扱いはできません。',
  toContract: '契約', begin: '着手する', begun: '業務に着手しました', begunLead: '{{at}}に着手しました。情報を取り扱えます。', open: '未了', done: '済', openCount: 'あと{{count}}件', goThere: '確かめる', checklist: '着手前の確認へ',
  blockTitle: '業務の着手', blockOpen: 'まだ着手していません。残り{{count}}件です。', blockReady: 'すべてそろいました。着手できます。',
  step: { supervisor: '作業責任者', people: '教育と誓約', places: '作業場所', devices: '機器の点検', demarcation: '責任分界点', 'emergency-plan': '緊急時対応計画', filings: '甲から求められた届出' },
  done_: { supervisor: '作業責任者が定まっています。', people: '教育と誓約の済んだ従事者がいます。', places: '使える作業場所があります。', devices: '登録した機器は、すべて点検に適合しています。', demarcation: '甲と合意した責任分界点があります。', 'emergency-plan': '緊急時対応計画と連絡先があります。', filings: '提出していない届出はありません。' },
  notYet: '「{{step}}」がまだです。',
  planTitle: '緊急時対応計画を登録する', planLead: '計画のファイルは保管庫に入れず、ハッシュ値で版を記録します。', version: '版', effectiveOn: '適用日', file: '計画のファイルを選んでください', contacts: '緊急連絡先（連絡する順）', organisation: '組織・部署', person: '氏名', telDay: '電話（日中）', telNight: '電話（夜間・休日）', addContact: '連絡先を加える', planNow: '登録する', procedures: '手順（書ける範囲で）', procedure: { containment: '拡大防止', evidence: '証拠保全', recovery: '復旧', prevention: '再発防止' }, planIs: '登録済みの計画', needFile: '計画のファイルを選んでください。', needContact: '連絡先を1人以上入力してください。', need: '「{{field}}」を入力してください。',
  boundTitle: '責任分界点を登録する', boundLead: '情報システムの運用・保守等の契約では、機器や手順ごとに、甲と乙のどちらが責任を持つかを甲と合意して登録します。', item: '対象（機器・手順）', city: '甲の責任', contractor: '乙の責任', subcontractor: '再委託先の責任', agreedOn: '合意した日', addRow: '行を加える', boundNow: '登録する', needRow: '対象を1行以上入力してください。', removeNamed: '{{name}}を外す',
}, {
  title: 'Before work starts', lead: 'Work starts when all of this is in order. Nothing is handled before.',
  toContract: 'Contract', begin: 'Start work', begun: 'Work has started', begunLead: 'Started {{at}}. Information may be handled.', open: 'open', done: 'done', openCount: '{{count}} left', goThere: 'See to it', checklist: 'To the checklist',
  blockTitle: 'Start of work', blockOpen: 'Not started; {{count}} left.', blockReady: 'Everything is in order. Work can start.',
  step: { supervisor: 'Supervisor', people: 'Education and pledges', places: 'Work locations', devices: 'Checks of devices', demarcation: 'Demarcation of duties', 'emergency-plan': 'Emergency plan', filings: 'Filings asked for by the city' },
  done_: { supervisor: 'A supervisor is appointed.', people: 'Somebody has been educated and pledged.', places: 'There is a place in force.', devices: 'All registered devices passed their check.', demarcation: 'The demarcation is agreed with the city.', 'emergency-plan': 'There is an emergency plan with contacts.', filings: 'Nothing is left to hand in.' },
  notYet: '“{{step}}” is not done.',
  planTitle: 'Register the emergency plan', planLead: 'The file is not taken into the vault; its hash says which version it is.', version: 'Version', effectiveOn: 'In force from', file: 'Choose the plan’s file', contacts: 'Emergency contacts, in the order of calling', organisation: 'Organisation', person: 'Name', telDay: 'Telephone (day)', telNight: 'Telephone (night)', addContact: 'Add a contact', planNow: 'Register', procedures: 'Procedures (as far as you can say)', procedure: { containment: 'Containment', evidence: 'Evidence', recovery: 'Recovery', prevention: 'Prevention' }, planIs: 'The plan in force', needFile: 'Choose the plan’s file.', needContact: 'Enter one contact at least.', need: 'Fill in “{{field}}”.',
  boundTitle: 'Enter the demarcation', boundLead: 'For contracts about operating a system: who answers for each thing or step, as agreed with the city.', item: 'Thing or step', city: 'City', contractor: 'Contractor', subcontractor: 'Subcontractor', agreedOn: 'Agreed on', addRow: 'Add a row', boundNow: 'Register', needRow: 'Enter one row at least.', removeNamed: 'Remove {{name}}',
})
