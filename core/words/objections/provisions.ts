import type { Sentences } from './sentences.ts'

/** Third parties (Art. 13). */
export interface ProvisionObjections {
  'third-party-without-consent': { organisation: string }
  'not-a-third-party': { organisation: string }
  'sent-to-another': { no: string; organisation: string }
}

export const provisions: Sentences<ProvisionObjections> = {
  ja: {
    'third-party-without-consent': ({ organisation }) => `「${organisation}」は甲ではありません。甲の承諾のない第三者提供はできません。承諾番号・理由・別の人の確認を入力してください。`,
    'not-a-third-party': ({ organisation }) => `「${organisation}」は甲又は承認された再委託先です。第三者提供の手続きはいりません。「送付」から送ってください。`,
    'sent-to-another': ({ no, organisation }) => `${no}は「${organisation}」に送られた記録ではないか、まだ出ていません。別の記録を選んでください。`,
  },
  en: {
    'third-party-without-consent': ({ organisation }) => `“${organisation}” is not the city. Enter the city's consent, the reason and a second person.`,
    'not-a-third-party': ({ organisation }) => `“${organisation}” is the city or an approved subcontractor. No consent is needed; send it from “Send”.`,
    'sent-to-another': ({ no, organisation }) => `${no} did not go to “${organisation}”, or has not left yet. Choose another.`,
  },
}
