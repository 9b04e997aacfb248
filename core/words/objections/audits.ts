import type { Sentences } from './sentences.ts'

/** Audits and inspections by the city (Art. 17). Requests and findings are named by their numbers, with commas between. */
export interface AuditObjections {
  'audit-without-subject': Record<never, never>
  'audit-request-unsaid': Record<never, never>
  'audit-answer-empty': { no: string; request: number }
  'audit-finding-unsaid': Record<never, never>
  'audit-correction-unsaid': { no: string; finding: number }
  'audit-return-unsaid': { no: string; finding: number }
  'audit-findings-open': { no: string; findings: string }
  'audit-requests-open': { no: string; requests: string }
  'freeze-of-other-audit': { no: string }
}

export const audits: Sentences<AuditObjections> = {
  ja: {
    'audit-without-subject': () => '監査・検査で何を求められているかを書いてください。',
    'audit-request-unsaid': () => '市が求めた資料・説明・指示の内容を書いてください。',
    'audit-answer-empty': ({ no, request }) => `監査${no}の要求${request}への回答が空です。見せた文書を選ぶか、説明した内容を書いてください。`,
    'audit-finding-unsaid': () => '指摘の内容を書いてください。',
    'audit-correction-unsaid': ({ no, finding }) => `監査${no}の指摘${finding}に対して何をしたかを書いてください。`,
    'audit-return-unsaid': ({ no, finding }) => `監査${no}の指摘${finding}で、まだ是正されていないところを書いてください。担当者が次にすることがわかります。`,
    'audit-findings-open': ({ no, findings }) => `監査${no}に、是正の確認が済んでいない指摘があります（${findings.replaceAll(',', '、')}番）。是正を記録し、別の人が確かめてから完了してください。`,
    'audit-requests-open': ({ no, requests }) => `監査${no}に、回答していない要求があります（${requests.replaceAll(',', '、')}番）。見せた文書か、説明した内容を記録してから完了してください。`,
    'freeze-of-other-audit': ({ no }) => `監査${no}は、この契約の監査ではありません。契約を選び直してください。`,
  },
  en: {
    'audit-without-subject': () => 'Say what the audit or inspection is about.',
    'audit-request-unsaid': () => 'Say what the city asked to see, to hear, or to be done.',
    'audit-answer-empty': ({ no, request }) => `The answer to request ${request} of audit ${no} is empty. Choose the documents that were shown, or say what was explained.`,
    'audit-finding-unsaid': () => 'Say what was found.',
    'audit-correction-unsaid': ({ no, finding }) => `Say what was done about finding ${finding} of audit ${no}.`,
    'audit-return-unsaid': ({ no, finding }) => `Say what is not put right yet of finding ${finding} of audit ${no}, so that it is known what comes next.`,
    'audit-findings-open': ({ no, findings }) => `Audit ${no} has findings that nobody has confirmed as put right (${findings}). Record what was done and have somebody else look before it is closed.`,
    'audit-requests-open': ({ no, requests }) => `Audit ${no} has requests that are not answered (${requests}). Record what was shown or explained before it is closed.`,
    'freeze-of-other-audit': ({ no }) => `Audit ${no} is of another contract. Choose the contract again.`,
  },
}
