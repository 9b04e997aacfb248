import { factsNow, sayWhenItHappened } from '../../incidents/facts.ts'
import { isOpenIncident } from '../../incidents/rules.ts'
import { ledger } from '../definition.ts'
import { classes, columnsOf, several, words, yesNo } from './columns.ts'

const { text, number, day, instant, state } = columnsOf<'incident'>()

/** 事故管理簿: what was lost, leaked or at risk, how soon it was reported, and what it came to (Art. 18). Facts as they are known by now. */
export const incidents = ledger({
  name: 'incidents',
  title: words('事故管理簿', 'Incident ledger'),
  lead: words('事故とそのおそれの発見・報告・終結の記録です。', 'Incidents, and the risk of them: found, reported and closed.'),
  form: 'F-35', article: '18①', office: 'contractor', kind: 'incident',
  contractOf: (i) => i.contractId,
  leadsTo: (i) => `/incidents/${i.id}`,
  columns: [
    text('no', '事故番号', 'No.', 14, (i) => i.no),
    instant('foundAt', '発見日時', 'Discovered', 16, (i) => i.foundAt, { filterable: true }),
    state('kind', '何があったか', 'What', 14, {
      noticed: words('発見された事故・おそれ', 'noticed by a person'), 'medium-lost': words('媒体の紛失', 'medium lost'), 'document-lost': words('書類の紛失', 'document lost'), 'carry-out-overdue': words('持出が返却されない', 'carry-out not returned'),
      'parcel-not-arrived': words('送付物が届かない', 'parcel not arrived'), 'mail-misdirected': words('メールの誤送信', 'mail misdirected'), 'virus-found': words('ウイルスの検出', 'virus found'),
    }, (i) => i.kind),
    text('subject', '対象', 'Subject', 16, (i) => i.subject),
    text('nature', '種別', 'Nature', 12, (i) => factsNow(i).nature, { filterable: true }),
    text('occurredAt', '発生日時', 'Happened', 16, (i) => sayWhenItHappened(factsNow(i).occurredAt), { extra: true }),
    text('place', '発生場所', 'Place', 18, (i) => factsNow(i).place),
    text('content', '情報の内容', 'Information', 22, (i) => factsNow(i).content),
    text('count', '件数', 'Count', 12, (i) => factsNow(i).count),
    number('items', '預り情報', 'Items', 8, (i) => i.items, { extra: true }),
    number('records', '個人情報の件数', 'Records', 10, (i) => i.records, { extra: true }),
    state('personalInfo', '個人情報', 'Personal', 8, yesNo, (i) => (i.personalInfo ? 'yes' : 'no'), { extra: true, filterable: true }),
    state('myNumber', '特定個人情報', 'My Number', 8, yesNo, (i) => (i.myNumber ? 'yes' : 'no'), { extra: true, filterable: true }),
    state('importanceClass', '区分', 'Class', 10, classes, (i) => i.importanceClass, { extra: true, filterable: true }),
    text('encryption', '暗号化', 'Encryption', 20, (i) => factsNow(i).encryption, { extra: true }),
    text('cause', '原因', 'Cause', 18, (i) => factsNow(i).cause, { extra: true }),
    text('prevention', '再発防止策', 'Prevention', 18, (i) => factsNow(i).prevention, { extra: true }),
    text('foundBy', '発見者', 'Found by', 12, (i, look) => (i.foundBy === null ? '預かり（期限の監視）' : (look('person', i.foundBy)?.name ?? i.foundBy)), { extra: true }),
    instant('first', '第一報', 'First report', 16, (i) => i.reports[0]?.reportedAt, { filterable: true }),
    number('elapsed', '発見から第一報（分）', 'Minutes', 8, (i) => i.reports[0]?.elapsedMinutes, { filterable: true }),
    number('followUps', '続報', 'Further', 6, (i) => i.reports.filter(({ kind }) => kind === '続報').length, { extra: true }),
    instant('last', '最終報', 'Last report', 16, (i) => i.reports.findLast(({ kind }) => kind === '最終報')?.reportedAt, { extra: true }),
    text('documents', '報告書番号', 'Reports', 16, (i) => several(i.reports.map(({ docNo }) => docNo)), { extra: true }),
    state('evidence', '証拠保全', 'Evidence', 8, { kept: words('保全中', 'kept'), lifted: words('解除済', 'lifted'), over: words('終了', 'over') }, (i) => (!isOpenIncident(i) ? 'over' : i.freezeLifted ? 'lifted' : 'kept')),
    text('cityRef', '甲の番号', 'City no.', 14, (i) => (i.closed ?? i.dismissed)?.cityRef),
    day('endedOn', '甲の了承日', 'Accepted', 12, (i) => (i.closed ?? i.dismissed)?.on, { filterable: true }),
    day('publishedOn', '公表日', 'Published', 12, (i) => i.published?.publishedOn, { extra: true }),
    state('state', '状態', 'State', 10, {
      found: words('第一報前', 'first report due'), 'first-reported': words('第一報済', 'first report out'), responding: words('対応中', 'being responded to'), 'followed-up': words('続報済', 'followed up'), 'final-reported': words('最終報済', 'last report out'),
      closed: words('終結', 'closed'), 'not-an-incident': words('事故に当たらない', 'no incident'),
    }, (i) => i.state),
  ],
})

const consultation = columnsOf<'consultation'>()

/** 協議記録簿: what the specification leaves open, talked over and agreed by both parties (Art. 22). */
export const consultations = ledger({
  name: 'consultations',
  title: words('協議記録簿', 'Consultation ledger'),
  lead: words('定めのないことについて、市と受託者が協議し、合意したことの記録です。', 'What the specification leaves open, talked over and agreed by both parties.'),
  form: 'F-38', article: '22', office: 'contractor', kind: 'consultation',
  contractOf: (c) => c.contractId,
  leadsTo: () => '/consultations',
  columns: [
    consultation.text('no', '番号', 'No.', 14, (c) => c.no),
    consultation.instant('at', '協議日時', 'When', 16, (c) => c.at, { filterable: true }),
    consultation.text('place', '場所', 'Place', 14, (c) => c.place),
    consultation.text('topic', '協議事項', 'Matter', 26, (c) => c.topic),
    consultation.text('cityAttendees', '甲の出席者', 'Of the city', 16, (c) => c.cityAttendees),
    consultation.text('contractorAttendees', '乙の出席者', 'Of the contractor', 16, (c) => c.contractorAttendees),
    consultation.text('conclusion', '結論', 'Conclusion', 26, (c) => c.agreed?.conclusion ?? c.conclusion),
    consultation.day('agreedOn', '合意日', 'Agreed', 12, (c) => c.agreed?.on, { filterable: true }),
    consultation.text('toldBy', '合意を示した甲の職員', 'Told by', 14, (c) => c.agreed?.toldBy, { extra: true }),
    consultation.text('cityRef', '甲の番号', 'City no.', 14, (c) => c.agreed?.cityRef, { extra: true }),
    consultation.text('draftedBy', '起案者', 'Drafted by', 12, (c, look) => look('person', c.draftedBy)?.name ?? c.draftedBy, { extra: true }),
    consultation.state('state', '状態', 'State', 10, { drafted: words('起案', 'drafted'), agreed: words('合意済', 'agreed') }, (c) => c.state),
  ],
})
