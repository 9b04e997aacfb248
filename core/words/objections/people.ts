import type { Sentences } from './sentences.ts'

/** People on the roster (Art. 7, 8, 11(1)). */
export interface PeopleObjections {
  'person-not-trained': { person: string }
  'person-not-pledged': { person: string }
  'person-of-company-not-approved': { person: string; company: string }
  'person-stopped': { person: string }
  'person-released': { person: string }
  'person-not-assigned': { person: string; from: string; to: string }
  'release-card-out': { person: string; card: string }
  'release-account-open': { person: string; loginId: string }
  'release-carrying': { person: string; carryOut: string }
  'release-media-held': { person: string; media: string; count: number }
}

export const people: Sentences<PeopleObjections> = {
  ja: {
    'person-not-trained': ({ person }) => `${person}さんの教育が済んでいないため、情報を取り扱えません。「人と場所」で教育を記録してください。`,
    'person-not-pledged': ({ person }) => `${person}さんの誓約書がないため、情報を取り扱えません。「人と場所」で誓約書を記録してください。`,
    'person-of-company-not-approved': ({ person, company }) => `${company}への再委託の承認がないため、${person}さんは情報を取り扱えません。甲の承認を得てください。`,
    'person-stopped': ({ person }) => `${person}さんは従事停止中のため、情報を取り扱えません。「人と場所」で従事を再開するか、別の人が行ってください。`,
    'person-released': ({ person }) => `${person}さんは解除済みです。別の人を選んでください。`,
    'person-not-assigned': ({ person, from, to }) => `${person}さんの従事期間（${from === '' ? '定めなし' : from}〜${to === '' ? '定めなし' : to}）の外です。名簿の期間を確かめてください。`,
    'release-card-out': ({ person, card }) => `${person}さんの証明書 ${card} が返納されていません。返納（又は紛失）を記録してから解除してください。`,
    'release-account-open': ({ person, loginId }) => `${person}さんのID「${loginId}」が廃止されていません。「アクセス権限」で廃止してから解除してください。`,
    'release-carrying': ({ person, carryOut }) => `${person}さんの持出 ${carryOut} が戻っていません。返却を確認してから解除してください。`,
    'release-media-held': ({ person, media, count }) => `${person}さんが鍵を管理している媒体が${count}点あります（${media}）。別の人に引き継いでから解除してください。`,
  },
  en: {
    'person-not-trained': ({ person }) => `${person} has not been trained and may not handle information. Record the training under People.`,
    'person-not-pledged': ({ person }) => `${person} has signed no pledge and may not handle information. Record the pledge under People.`,
    'person-of-company-not-approved': ({ person, company }) => `The city has not approved ${company} as a subcontractor, so ${person} may not handle information.`,
    'person-stopped': ({ person }) => `${person} is stopped from working and may not handle information. Resume them under People, or let somebody else do it.`,
    'person-released': ({ person }) => `${person} has been released. Choose somebody else.`,
    'person-not-assigned': ({ person, from, to }) => `Today is outside the days for which ${person} is assigned (${from || 'open'} to ${to || 'open'}). Check the roster.`,
    'release-card-out': ({ person, card }) => `${person} still holds ID card ${card}. Record its return (or loss) first.`,
    'release-account-open': ({ person, loginId }) => `The ID “${loginId}” of ${person} is still there. Revoke it under Access rights first.`,
    'release-carrying': ({ person, carryOut }) => `Carry-out ${carryOut} of ${person} has not come back. Confirm its return first.`,
    'release-media-held': ({ person, media, count }) => `${person} holds the keys of ${count} media (${media}). Hand them over to somebody else first.`,
  },
}
