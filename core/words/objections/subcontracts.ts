import { saySubcontractFacts } from '../terms.ts'
import type { Sentences } from './sentences.ts'

/** Subcontracting (Art. 9). */
export interface SubcontractObjections {
  'company-not-approved': { company: string }
  'subcontract-facts-missing': { missing: string }
  'subcontract-exists': { company: string; no: string }
  'further-subcontract-forbidden': { company: string; cityRef: string }
  'carry-out-forbidden': { company: string; cityRef: string }
  'conditions-missing': Record<never, never>
  'corrective-missing': Record<never, never>
  'sub-erasure-unconfirmed': { company: string }
  'subcontract-below-open': { company: string; no: string }
}

export const subcontracts: Sentences<SubcontractObjections> = {
  ja: {
    'company-not-approved': ({ company }) => `${company}への再委託の承認がありません（承認前、期間外、不承認のいずれかです）。甲の承認を記録してから渡してください。`,
    'subcontract-facts-missing': ({ missing }) => `再委託の申請に必要な事項が足りません：${saySubcontractFacts(missing, 0)}。入力してから申請してください。`,
    'subcontract-exists': ({ company, no }) => `${company}への再委託は、${no}で手続き中又は承認済みです。そちらを使ってください。`,
    'further-subcontract-forbidden': ({ company, cityRef }) => `${company}への承認（${cityRef}）では、再々委託が禁止されています。甲と協議してください。`,
    'carry-out-forbidden': ({ company, cityRef }) => `${company}への承認（${cityRef}）では、持出しが禁止されています。ほかの作業従事者が持ち出すか、甲と協議してください。`,
    'conditions-missing': () => '条件付承認のときは承認の条件を、「その他」の条件にはその内容を入力してください。条件のない承認に条件は付けられません。',
    'corrective-missing': () => '是正を求める項目があります。是正の内容を入力してください。',
    'sub-erasure-unconfirmed': ({ company }) => `${company}での情報の消去が確認されていません。消去した日・方法・確認した人を入力してください。`,
    'subcontract-below-open': ({ company, no }) => `${company}への再々委託（${no}）が終わっていません。先に終了を記録してください。`,
  },
  en: {
    'company-not-approved': ({ company }) => `The city's approval of ${company} as a subcontractor is not in force (not given, out of its period, or refused). Record the approval first.`,
    'subcontract-facts-missing': ({ missing }) => `The application lacks ${saySubcontractFacts(missing, 1)}. Fill them in and apply again.`,
    'subcontract-exists': ({ company, no }) => `${company} has an application or approval already: ${no}. Use that one.`,
    'further-subcontract-forbidden': ({ company, cityRef }) => `The approval of ${company} (${cityRef}) forbids further subcontracting. Consult the city.`,
    'carry-out-forbidden': ({ company, cityRef }) => `The approval of ${company} (${cityRef}) forbids carrying out. Let somebody else carry it, or consult the city.`,
    'conditions-missing': () => 'Name the conditions of a conditional approval, and say what “other” is. An approval without conditions has none.',
    'corrective-missing': () => 'Something has to be put right. Say how.',
    'sub-erasure-unconfirmed': ({ company }) => `Nobody has confirmed that ${company} erased the information. Enter the day, the method and who confirmed it.`,
    'subcontract-below-open': ({ company, no }) => `The further subcontract with ${company} (${no}) has not ended. Record its end first.`,
  },
}
