import { both } from './both.ts'

export const reports = both({
  title: '報告手順', lead: '定期報告の周期と宛先、緊急のときに知らせる順番です（第16条第1項）。定めると、期日が「今日」に出て、報告手順書を発行できます。',
  interval: '定期報告の周期', dueDay: '期日（翌月の何日まで）', recipients: '宛先', emergency: '緊急のときに知らせる順番', whom: '{{no}}番目の連絡先', means: '手段・番号', within: '目標時間（例：60分以内）',
  add: '連絡先を加える', drop: '最後の連絡先を外す', decide: '報告手順を定める', needRecipients: '宛先を入力してください。', needWhom: '連絡先と手段を入力してください。',
}, {
  title: 'Reporting', lead: 'How often the handling is reported and to whom, and who is told in an emergency (article 16①). Once decided, due days appear under Today.',
  interval: 'Regular reports', dueDay: 'Due by this day of the following month', recipients: 'Recipients', emergency: 'Who is told in an emergency, in this order', whom: 'No. {{no}}', means: 'By what, and number', within: 'Within what time',
  add: 'Add one', drop: 'Take the last one off', decide: 'Decide the procedure', needRecipients: 'Enter the recipients.', needWhom: 'Enter who is told and by what.',
})
