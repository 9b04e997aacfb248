import { both } from './both.ts'

export const cancellations = both({
  title: '契約の解除', lead: '市から解除の通知が届いたときに記録します。効力が生じた日から、新たな取扱いはできません。返却・消去・廃棄・報告は続けられます。', begin: '解除の通知を記録する', word: '解除', partWord: '一部解除', aheadWord: '解除予定', need: '「{{field}}」を入力してください。',
  recordTitle: '解除の通知の内容', recordLead: '通知のとおりに書きます。記録したあとは変えられません。', recordNow: '解除の通知を記録する', cityRef: '通知の番号', noticeOn: '通知の日付', receivedAt: '受け取った日時', toldBy: '通知した人', reason: '解除の理由',
  scope: '解除の範囲', whole: '全部', part: '一部', partWhat: '解除された業務', handovers: '対象の受渡し', stopsNew: '新たな受領・再委託も止める', pick: '選んでください', nothing: '見つかりません',
  effectiveOn: '効力が生じる日', atOnce: '通知を受けた時から、取扱いをやめる（通知に書いてあるとき）', settleBy: '返却・廃棄の期限（あれば）', settleHow: '返却・廃棄の方法（市の指定）', typed: '契約番号をもう一度入力', typedWhy: '「{{contractNo}}」と入力してください。',
  standingTitle: '{{what}}が解除されています（通知 {{cityRef}}）', aheadTitle: '{{what}}が、{{day}}に解除されます（通知 {{cityRef}}）', wholeWhat: 'この契約', standingLead: '新たな受領・複製・持出・送付・再委託はできません。市への返却のための送付、消去・廃棄、報告、事故と監査の対応は続けられます。', secrecy: '秘密を守る義務は、解除のあとも続きます（第8条第1項）。',
  toSettlement: '残っているものを見る', takenBack: '解除は取り消されました（{{cityRef}}）', withdrawBegin: '解除の取消しを記録する', withdrawTitle: '解除の取消し', withdrawLead: '市が解除を取り消したときに、その番号で記録します。記録した時から、業務を続けられます。', withdrawNow: '取消しを記録する', banner: '解除された契約です。新たな取扱いはできません。', bannerPart: '一部（{{part}}）が解除された契約です。', bannerLook: '解除の通知を見る',
}, {
  title: 'Cancellation', lead: 'Record the city’s notice when it comes. From the day on which it takes effect nothing new is handled; returning, erasing, disposing and reporting go on.', begin: 'Record a notice of cancellation', word: 'cancelled', partWord: 'partly cancelled', aheadWord: 'to be cancelled', need: 'Please fill in “{{field}}”.',
  recordTitle: 'The notice', recordLead: 'As it says. It cannot be changed once it is recorded.', recordNow: 'Record the notice', cityRef: 'Number of the notice', noticeOn: 'Date of the notice', receivedAt: 'Received at', toldBy: 'From', reason: 'Reason',
  scope: 'Cancelled', whole: 'all of it', part: 'a part', partWhat: 'Which part', handovers: 'Its hand-overs', stopsNew: 'Nothing new is received or subcontracted', pick: 'Choose', nothing: 'Nothing found',
  effectiveOn: 'Takes effect on', atOnce: 'Handling stops when the notice is received (where it says so)', settleBy: 'Return or dispose by, if said', settleHow: 'How, as the city says', typed: 'Type the contract’s number', typedWhy: 'Type “{{contractNo}}”.',
  standingTitle: '{{what}} is cancelled (notice {{cityRef}})', aheadTitle: '{{what}} is cancelled from {{day}} on (notice {{cityRef}})', wholeWhat: 'This contract', standingLead: 'Nothing is received, copied, carried out, sent or subcontracted any more. Sending back to the city, erasing, disposing, reporting, incidents and audits go on.', secrecy: 'The duty of secrecy goes on (article 8①).',
  toSettlement: 'See what is left', takenBack: 'The cancellation was taken back ({{cityRef}})', withdrawBegin: 'Record that it was taken back', withdrawTitle: 'Taking back the cancellation', withdrawLead: 'By the city’s number. Work goes on from then.', withdrawNow: 'Record it', banner: 'This contract is cancelled. Nothing new may be handled.', bannerPart: 'A part of this contract is cancelled ({{part}}).', bannerLook: 'See the notice',
})
