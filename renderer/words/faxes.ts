import { both } from './both.ts'

export const faxes = both({
  title: 'FAXの例外', lead: 'FAXによる送信は原則禁止です。甲の指示があるときだけ、手順を踏んで例外として送り、すべてを記録します。', begin: '例外を申請する', empty: 'FAXの例外はありません', emptyLead: 'ふだんは使いません。暗号化した添付ファイルのメール、又は書留で送ってください。甲がFAXを指示したときだけ、ここから申請します。',
  toList: 'FAXの一覧', table: 'FAX例外送信記録', no: '番号', to: '送信先', faxNo: 'FAX番号', content: '内容', cityRef: '甲の指示番号', state: '状態', next: '次の手順', open: '開く', openNamed: '{{no}}を開く',
  states: { requested: '承認待ち', approved: '送信待ち', sent: '着信確認待ち', differs: '枚数不一致', confirmed: '完了', declined: '却下', withdrawn: '取りやめ' }, chips: { open: '手続き中', done: '終わったもの' },
  steps: 'FAXの手順', step: { request: '申請', approve: '承認', send: '送信', confirm: '着信確認' },
  recipient: '送信先（契約に登録した人）', recipientPick: '送信先を選んでください', contentExample: '例：校正の確認票', faxNoFirst: 'FAX番号（申請する人が入力）', faxNoAgain: 'FAX番号（別の人が、甲の指示書を見て入力）', twoRead: '間違いの多くは一桁の違いです。二人が、それぞれ甲の指示書を見て入力します。', items: '送る預り情報（あれば）', needException: '甲の指示番号・理由・別の人の確認がないと送れません。',
  instructed: '甲の指示', instructedWhy: '甲の指示がない限り、申請できません。', request: '申請する', need: '「{{field}}」を入力してください。',
  approveTitle: '作業責任者が承認します', approveLead: '甲の指示と、ほかの手段が使えない理由を確かめます。申請した人は承認できません。', approveNow: '承認する', notOneself: '申請した人は承認できません。',
  sendTitle: '送信を記録します', sendLead: '情報のない紙を一枚試しに送り、届いたことを確かめます。これから送ると電話で伝えてから、送ります。', testPageAt: '試し送信の日時', testSeenBy: '試し送信を確かめた相手', calledAt: '事前に電話した日時', calledTo: '電話の相手', sentAt: '送信日時', pages: '枚数', slip: '送信結果票を選ぶ（あれば）', sendNow: '送信を記録する',
  confirmTitle: '着信を確認します', confirmLead: '相手に電話し、すべての紙を手に取ったことと枚数を聞きます。', confirmedAt: '確認した日時', confirmedTo: '確認の相手', arrivedPages: '相手が数えた枚数', confirmNow: '着信を記録する',
  differsNotice: '送った枚数と届いた枚数が違います', differsLead: '{{sent}}枚送り、{{arrived}}枚届いています。残りの紙を探してもらい、見つかったら枚数を記録し直してください。見つからないときは、直ちに市へ報告します。',
  declineBegin: '却下する', declineTitle: '却下します', declineNow: '却下を記録する', withdrawBegin: '取りやめる', withdrawTitle: '取りやめます', withdrawNow: '取りやめを記録する', sayWhy: '記録は消えず、理由が残ります。', reason: '理由',
  confirmedNotice: '完了しました。', declinedNotice: 'この申請は却下されました。', withdrawnNotice: '取りやめました。', facts: '記録の内容', requestedBy: '申請者（番号の確認者１）', second: '番号の確認者２', approvedBy: '承認者', test: '試し送信', called: '事前連絡', sent: '送信', arrived: '着信確認', count: '{{count}}枚',
}, {
  title: 'Faxes', lead: 'Fax is prohibited in principle. It goes only on the city’s instruction, step by step, and everything is recorded.', begin: 'Ask for an exception', empty: 'No fax', emptyLead: 'Normally none is used: send an encrypted attachment or registered mail. Only when the city instructs a fax, ask for it here.',
  toList: 'All faxes', table: 'Faxes by instruction', no: 'No.', to: 'To', faxNo: 'Number', content: 'Content', cityRef: 'City no.', state: 'State', next: 'Next', open: 'Open', openNamed: 'Open {{no}}',
  states: { requested: 'to be approved', approved: 'to be sent', sent: 'to be confirmed', differs: 'pages differ', confirmed: 'confirmed', declined: 'declined', withdrawn: 'withdrawn' }, chips: { open: 'in progress', done: 'done' },
  steps: 'Steps', step: { request: 'Ask', approve: 'Approve', send: 'Send', confirm: 'Confirm' },
  recipient: 'To (registered for the contract)', recipientPick: 'Choose', contentExample: 'e.g. confirmation slip', faxNoFirst: 'Number (typed by whoever asks)', faxNoAgain: 'Number (typed by another, from the instruction)', twoRead: 'Most mistakes are one digit. Two people type it, each from the city’s instruction.', items: 'Entrusted items, if any', needException: 'It takes the city’s instruction, a reason and a second person.',
  instructed: 'Instruction of the city', instructedWhy: 'Without it nothing goes.', request: 'Ask', need: 'Please fill in “{{field}}”.',
  approveTitle: 'The supervisor approves', approveLead: 'Is it instructed, and is there no other way? Whoever asked does not approve.', approveNow: 'Approve', notOneself: 'Whoever asked does not approve.',
  sendTitle: 'Record the sending', sendLead: 'Send a page without information first and hear that it came. Call, and then send.', testPageAt: 'Test page at', testSeenBy: 'Seen by', calledAt: 'Called at', calledTo: 'Spoke to', sentAt: 'Sent at', pages: 'Pages', slip: 'Choose the report, if any', sendNow: 'Record the sending',
  confirmTitle: 'Confirm the arrival', confirmLead: 'Call, and hear that every page is in their hands.', confirmedAt: 'Confirmed at', confirmedTo: 'Spoke to', arrivedPages: 'Pages they counted', confirmNow: 'Record it',
  differsNotice: 'Not as many pages came as went', differsLead: '{{sent}} went, {{arrived}} came. Have the rest looked for and record it again; if they are not found, report to the city at once.',
  declineBegin: 'Decline', declineTitle: 'Decline', declineNow: 'Record it', withdrawBegin: 'Withdraw', withdrawTitle: 'Withdraw', withdrawNow: 'Record it', sayWhy: 'Nothing is deleted; the reason stays.', reason: 'Reason',
  confirmedNotice: 'Done.', declinedNotice: 'This was declined.', withdrawnNotice: 'This was withdrawn.', facts: 'The record', requestedBy: 'Asked by (first reader)', second: 'Second reader', approvedBy: 'Approved by', test: 'Test page', called: 'Call', sent: 'Sent', arrived: 'Arrived', count: '{{count}} pages',
})
