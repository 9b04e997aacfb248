import type { Sentences } from './sentences.ts'

/** Consultations (Art. 22). */
export interface ConsultationObjections {
  'consultation-without-topic': Record<never, never>
  'consultation-without-conclusion': { no: string }
}

export const consultations: Sentences<ConsultationObjections> = {
  ja: {
    'consultation-without-topic': () => '協議の議題を入力してください。',
    'consultation-without-conclusion': ({ no }) => `協議${no}の結論を入力してください。合意した内容が記録に残ります。`,
  },
  en: {
    'consultation-without-topic': () => 'Say what was talked over.',
    'consultation-without-conclusion': ({ no }) => `Say what consultation ${no} came to: that is what stays on record.`,
  },
}
