import { both } from './both.ts'

export const consultations = both({
  title: '協議', lead: '特記仕様書に定めのないことは、市と協議して決め、協議記録に残します。', begin: '協議を記録する', empty: '協議の記録はありません', emptyLead: '定めのないことや疑義があれば、市と話した内容と結論を記録します。', toContract: '契約へ戻る',
  draftTitle: '協議の内容', draftLead: '話した日時・出席者・結論の案を書きます。市と合意するまでは案のままです。', at: '日時', place: '場所', topic: '議題', cityAttendees: '出席者（甲）', contractorAttendees: '出席者（乙）', conclusion: '結論', proposed: '結論の案', draftNow: '案として記録する', need: '「{{field}}」を入力してください。',
  states: { drafted: '起案', agreed: '合意' }, state: '状態',
  agreeBegin: '合意を記録する', agreeTitle: '合意を記録します', agreeLead: '双方が合意した結論を書きます。記録したあとは変えられません。', on: '合意の日', toldBy: '合意した市の担当者', cityRef: '市の番号（あれば）', agreeNow: '合意を記録する', agreed: '合意', issue: '協議記録（F-38）を発行する',
}, {
  title: 'Consultations', lead: 'What the specification does not settle is talked over with the city, and kept on record.', begin: 'Record a consultation', empty: 'No consultations', emptyLead: 'Record what was talked over with the city and what it came to.', toContract: 'Back to the contract',
  draftTitle: 'What was talked over', draftLead: 'When, by whom, and what it should come to. It is a draft until the city agrees.', at: 'At', place: 'Where', topic: 'Topic', cityAttendees: 'Present for the city', contractorAttendees: 'Present for the contractor', conclusion: 'Conclusion', proposed: 'Proposed conclusion', draftNow: 'Record the draft', need: 'Please fill in “{{field}}”.',
  states: { drafted: 'draft', agreed: 'agreed' }, state: 'State',
  agreeBegin: 'Record the agreement', agreeTitle: 'Record the agreement', agreeLead: 'What both parties agreed on. It is not changed afterwards.', on: 'Agreed on', toldBy: 'For the city', cityRef: 'The city’s number, if any', agreeNow: 'Record the agreement', agreed: 'Agreement', issue: 'Issue the record (F-38)',
})
