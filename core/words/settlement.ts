import type { Open } from '../settlement/settlement.ts'

/** What may be open when a contract is to be closed, in both languages. */
export const openKinds: Readonly<Record<Open['kind'], readonly [ja: string, en: string]>> = {
  item: ['預り情報', 'items'], copy: ['複製', 'copies'], medium: ['媒体', 'media'], 'carry-out': ['持出', 'carry-outs'], mailing: ['送付', 'mailings'], mail: ['メール', 'mails'], package: ['梱包', 'packages'],
  plan: ['消去・廃棄の計画', 'plans of disposal'], wipe: ['確認待ちの消去', 'erasures to be verified'], subcontract: ['再委託', 'subcontracts'],
}

/** `item:3,medium:1` → 預り情報3件、媒体1件. */
export function sayOpen(open: string, language: 0 | 1): string {
  return open.split(',').map((part) => {
    const [kind = '', count = ''] = part.split(':')
    const word = openKinds[kind as Open['kind']]?.[language] ?? kind
    return language === 0 ? `${word}${count}件` : `${count} ${word}`
  }).join(language === 0 ? '、' : ', ')
}
