import type { FactKey, ReportKind } from '../../incidents/incident.ts'
import { stateWord } from '../terms.ts'
import type { Sentences } from './sentences.ts'

/** Incidents and what is kept as evidence (Art. 18, R-35, R-36). Facts are named by their keys, with commas between. */
export interface IncidentObjections {
  'evidence-frozen': { what: 'incident' | 'audit'; no: string }
  'report-out-of-turn': { no: string; kind: ReportKind; state: string }
  'report-facts-unknown': { no: string; kind: ReportKind; missing: string }
  'final-report-incomplete': { no: string; missing: string }
  'final-report-not-submitted': { no: string; docNo: string }
  'incident-facts-the-same': { no: string }
  'incident-fact-emptied': { no: string; facts: string }
  'incident-deed-unsaid': Record<never, never>
  'freeze-without-reason': Record<never, never>
  'form-issued-elsewhere': { title: string }
}

const words: Readonly<Record<FactKey, readonly [ja: string, en: string]>> = {
  nature: ['種別', 'the kind'], occurredAt: ['発生日時', 'when it happened'], place: ['発生場所', 'the place'], content: ['情報の内容', 'the information'], count: ['件数', 'the count'], circumstances: ['発生状況', 'the circumstances'],
  encryption: ['暗号化', 'the encryption'], keyCustody: ['鍵の管理', 'the keys'], secondaryDamage: ['二次被害のおそれ', 'the risk of further harm'], measures: ['対応状況', 'the measures'], cause: ['原因', 'the cause'], toPersons: ['本人対応', 'what the persons concerned are told'],
  publication: ['公表', 'the publication'], prevention: ['再発防止策', 'the prevention'], attachments: ['添付証跡', 'the attachments'], remarks: ['備考', 'the remarks'],
}
const names = (keys: string, language: 0 | 1): string => keys.split(',').map((key) => words[key as FactKey]?.[language] ?? key).join(language === 0 ? '・' : ', ')

export const incidents: Sentences<IncidentObjections> = {
  ja: {
    'evidence-frozen': ({ what, no }) => (what === 'incident'
      ? `証拠保全中です（事故${no}）。終結するまで、消去・廃棄・訂正・取下げはできません。事故の画面で続報・最終報を進めてください。急ぐ理由があれば、市の同意を得て、作業責任者が保全を解除します。`
      : `証拠保全中です（監査等${no}）。市が解くまで、消去・廃棄・訂正・取下げはできません。市に確かめ、同意番号を得て、作業責任者が事故の画面で保全を解除してください。`),
    'report-out-of-turn': ({ no, kind, state }) => `事故${no}は「${stateWord(state, 0)}」で、今は${kind}を出せません。${kind === '最終報' ? '先に、初動・拡大防止・証拠保全などの経過を記録してください。' : '事故の画面で次の手順を確かめてください。'}`,
    'report-facts-unknown': ({ no, kind, missing }) => `事故${no}の${kind}に、まだわからない事項があります（${names(missing, 0)}）。記入するか、「確認中」として報告することを選んでください。`,
    'final-report-incomplete': ({ no, missing }) => `事故${no}の最終報には、${names(missing, 0)}が必要です。記入してから発行してください。まだわからないときは続報を出してください。`,
    'final-report-not-submitted': ({ no, docNo }) => `事故${no}の最終報（${docNo}）がまだ提出されていません。市に提出し、了承を得てから終結してください。`,
    'incident-facts-the-same': ({ no }) => `事故${no}の内容は、記録されているものと同じです。変わったところを書いてください。`,
    'incident-fact-emptied': ({ no, facts }) => `事故${no}の${names(facts, 0)}を空にすることはできません。わかったことを書き足してください。前の記載も残ります。`,
    'incident-deed-unsaid': () => '何をしたかを書いてください。',
    'freeze-without-reason': () => '証拠保全の理由（監査の通知など）を書いてください。',
    'form-issued-elsewhere': ({ title }) => `${title}は「事故・おそれ」の画面から発行します。報告の順番と、発見からの時間を記録するためです。`,
  },
  en: {
    'evidence-frozen': ({ what, no }) => (what === 'incident'
      ? `Evidence is being kept (incident ${no}). Until it is closed nothing is erased, disposed of, corrected or withdrawn. Go on with the reports on the incident’s page; if it cannot wait, the supervisor lifts the freeze with the city’s consent.`
      : `Evidence is being kept (audit ${no}). Until the city lets go nothing is erased, disposed of, corrected or withdrawn. Ask the city for its consent; the supervisor then lifts the freeze on the page of incidents.`),
    'report-out-of-turn': ({ no, kind, state }) => `Incident ${no} is “${stateWord(state, 1)}”: ${kind} cannot be issued now. ${kind === '最終報' ? 'Record what was done first.' : 'Look at its page for what comes next.'}`,
    'report-facts-unknown': ({ no, kind, missing }) => `${kind} of incident ${no}: not known yet (${names(missing, 1)}). Fill them in, or choose to report them as being looked into (確認中).`,
    'final-report-incomplete': ({ no, missing }) => `The last report of incident ${no} needs ${names(missing, 1)}. Fill them in; if they are not known yet, issue another 続報.`,
    'final-report-not-submitted': ({ no, docNo }) => `The last report of incident ${no} (${docNo}) has not been handed in. Hand it in and wait for the city before closing.`,
    'incident-facts-the-same': ({ no }) => `Nothing differs from what is recorded of incident ${no}. Say what is known better.`,
    'incident-fact-emptied': ({ no, facts }) => `${names(facts, 1)} of incident ${no} cannot be emptied. Add what is known; what was said before stays.`,
    'incident-deed-unsaid': () => 'Say what was done.',
    'freeze-without-reason': () => 'Say why evidence is to be kept (the notice of an audit, for instance).',
    'form-issued-elsewhere': ({ title }) => `${title} is issued on the page of incidents, where it takes its turn and its minutes are recorded.`,
  },
}
