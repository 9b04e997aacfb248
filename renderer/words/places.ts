import { both } from './both.ts'

export const places = both({
  title: '作業場所', lead: '情報を取り扱う場所を登録します。登録した場所の外では取り扱えません。甲から届出の求めがあるときは、着手や変更の前に届け出ます。',
  register: '作業場所を登録する', empty: '作業場所がまだありません', openContract: '契約を開く', emptyLead: '作業場所を登録し、そこに置く機器を登録して点検すると、業務に着手できます。',
  table: '作業場所の一覧', name: '名称', address: '所在地', room: '建物・室', area: '面積（m²）', entryControl: '入退室管理', lockStorage: '施錠保管', devices: '登録した機器のほかに使う機器', network: 'ネットワーク接続', useFrom: '使用開始日', useTo: '使用終了日（決まっているとき）', within: '庁舎内の場所', withinWhy: '庁舎内では、従事者は会社が発行した証明書を常に携帯します。証明書は「証明書」で発行します。',
  roomExample: '例：本社ビル3階 第2作業室', entryExample: '例：ICカード（入退室記録あり）', lockExample: '例：施錠キャビネットC-2（鍵管理者 大庭）', networkExample: '例：業務用LAN（インターネットはプロキシ経由）',
  period: '使用期間', state: '状態', states: { draft: '案', submitted: '提出済', approved: '承認', refused: '不承認', retired: '廃止' }, inForce: '使用中', notInForce: '使えません', notYet: '使用開始前', replaced: '「{{name}}」からの変更',
  registerNow: '登録する', need: '「{{field}}」を入力してください。', chipNow: '使用中', chipWaiting: '届出待ち',
  change: '変更する', changeTitle: '作業場所の変更', changeLead: '変更後の内容と、その使用開始日を入力します。それまでは今の場所のままです。', changeNow: '変更を登録する', changeReason: '変更の理由',
  submit: '提出を記録する', submitLead: '作業場所届出書（F-05）を甲に提出した日を記録します。変更の届出は、使用開始日より前に提出します。', submittedOn: '提出日', docNo: '文書番号（あれば）', decide: '甲の回答を記録する', decidedOn: '回答の日', outcome: '回答', cityRef: '甲の回答番号',
  retire: '廃止する', retireLead: '廃止した場所では取り扱えません。記録は残ります。', retireFrom: 'この日から使わない', reason: '理由',
  asked: '甲から作業場所届出書（F-05）の求めがあります。提出を記録していない場所は使えません。',
  hereTitle: '今いる作業場所', hereLead: 'この端末は持ち運ぶ機器です。サインインしている間に取り扱う場所を選びます。', hereNow: 'この場所で作業する', hereIs: '今は「{{name}}」で作業しています。',
}, {
  title: 'Work locations', lead: 'Information is handled at registered places only. Where the city asked for the filing, it comes before the start and before every change.',
  register: 'Register a place', empty: 'No work location yet', openContract: 'Open a contract', emptyLead: 'Register a place, then register and check the devices that stand there; then work can start.',
  table: 'Work locations', name: 'Name', address: 'Address', room: 'Building and room', area: 'Area (m²)', entryControl: 'Entry control', lockStorage: 'Locked storage', devices: 'Equipment beside the registered devices', network: 'Network', useFrom: 'First day of use', useTo: 'Last day of use (if known)', within: 'Inside city hall', withinWhy: 'Inside city hall everybody carries the company’s identity card. Cards are issued under Cards.',
  roomExample: 'e.g. Head office, 3rd floor, room 2', entryExample: 'e.g. IC card with a log', lockExample: 'e.g. locked cabinet C-2, key with Oba', networkExample: 'e.g. office LAN behind a proxy',
  period: 'Period of use', state: 'State', states: { draft: 'draft', submitted: 'handed in', approved: 'approved', refused: 'refused', retired: 'retired' }, inForce: 'in use', notInForce: 'cannot be used', notYet: 'not yet in use', replaced: 'changed from “{{name}}”',
  registerNow: 'Register', need: 'Fill in “{{field}}”.', chipNow: 'in use', chipWaiting: 'to be handed in',
  change: 'Change', changeTitle: 'Change of a place', changeLead: 'Enter the place as it will be, and its first day. Until then it stays as it is.', changeNow: 'Register the change', changeReason: 'Why it is changed',
  submit: 'Record the filing', submitLead: 'The day on which F-05 was handed to the city. A change is handed in before its first day.', submittedOn: 'Handed in on', docNo: 'Document no. (if any)', decide: 'Record the city’s answer', decidedOn: 'Day of the answer', outcome: 'Answer', cityRef: 'The city’s number',
  retire: 'Retire', retireLead: 'Nothing is handled at a retired place. The record stays.', retireFrom: 'Not used from', reason: 'Reason',
  asked: 'The city asked for F-05. A place whose filing is not recorded cannot be used.',
  hereTitle: 'Where you work now', hereLead: 'This device is carried about. Choose the place for as long as you are signed in.', hereNow: 'Work here', hereIs: 'You work at “{{name}}”.',
})
