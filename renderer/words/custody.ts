import { both } from './both.ts'

export const custody = both({
  title: '来歴（流通経路）', lead: '預り情報が、誰から誰へ、どのように渡ったかを、受領から返却・消去まで示します。', toCopies: '複製の一覧', choose: '預り情報', chooseLead: '来歴を見る情報を選びます。', empty: '預り情報はまだありません', toReceive: '受領を開く', emptyLead: '情報を受け取ると、ここで来歴を確かめられます。', show: '来歴を見る', showNamed: '{{name}}の来歴を見る', toList: '預り情報を選び直す',
  table: '区間', no: '区間', what: '行為', at: '日時', from: '引渡者', to: '引受者', means: '手段', state: '状態', evidence: '証跡', accepted: '引受の確認', erased: '（消去）',
  whole: '抜けはありません。', wholeLead: 'すべての区間で、引渡しと引受けが確かめられています。', gaps: '確かめられていない点が{{count}}件あります', gapsLead: '来歴書（F-20）にも、そのまま記載されます。', toDocuments: '来歴書を発行する', before: '前のハッシュ値', after: '後のハッシュ値',
}, {
  title: 'Custody chain', lead: 'From whom to whom, and how, from the receiving to the return or erasure.', toCopies: 'All copies', choose: 'Entrusted items', chooseLead: 'Choose one.', empty: 'Nothing has been entrusted yet', toReceive: 'Open receiving', emptyLead: 'Once something is received, its way stands here.', show: 'Show its way', showNamed: 'Show the way of {{name}}', toList: 'Another item',
  table: 'Hops', no: 'Hop', what: 'What', at: 'When', from: 'From', to: 'To', means: 'How', state: 'State', evidence: 'Evidence', accepted: 'Taken', erased: '(erased)',
  whole: 'Nothing is missing.', wholeLead: 'Every hop has its giver and its taker.', gaps: '{{count}} points are not proved', gapsLead: 'They stand in the document (F-20) as well.', toDocuments: 'Issue the document', before: 'Hash before', after: 'Hash after',
})
