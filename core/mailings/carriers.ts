/** The four signs of 「書留相当の追跡可能な手段」: acceptance is recorded, the way can be followed by number, it is handed over against signature, and the carrier answers for loss. */
export interface ServiceFacts { accepted: boolean; traced: boolean; byHand: boolean; liable: boolean }

/**
 * What may travel how (Art. 11(4); product §3.3), as long as a contract has agreed on nothing else (`services.ts`). `class`: `registered` is
 * registered-mail-class; `by agreement` needs the city's written consent; `by exception` a consent for each single parcel; `never`
 * can be tracked to a letter box at best and is refused. `letters`: whether the Postal Act lets it carry 信書. `number`: the shape of
 * its tracking number. `days`: weekdays until it should have arrived; DEFAULT_DAYS where nothing is said.
 */
export interface Service {
  carrier: string
  service: string
  class: ServiceClass
  letters: boolean
  facts: ServiceFacts
  number: NumberShape
  days?: number
  /** Why, in a clerk's words. */
  note: string
}
/** From the best to the least. */
export const serviceClasses = ['registered', 'by agreement', 'by exception', 'never'] as const
export type ServiceClass = (typeof serviceClasses)[number]
export const numberShapes = ['11 digits, mod 7', '12 digits, mod 7', 'S10', '10 to 12 digits', '11 or 12 digits', 'free', 'none'] as const
export type NumberShape = (typeof numberShapes)[number]
export const DEFAULT_DAYS = 2

const everySign: ServiceFacts = { accepted: true, traced: true, byHand: true, liable: true }
const withoutLiability: ServiceFacts = { ...everySign, liable: false }
/** 特定信書便: how far its way can be followed differs from licensee to licensee. */
const carried: ServiceFacts = { ...everySign, traced: false }
const toLetterBox: ServiceFacts = { accepted: true, traced: true, byHand: false, liable: false }
const noSign: ServiceFacts = { accepted: false, traced: false, byHand: false, liable: false }

const post = '日本郵便'
const yamato = 'ヤマト運輸'
const sagawa = '佐川急便'

export const services: readonly Service[] = [
  { carrier: post, service: '一般書留', class: 'registered', letters: true, facts: everySign, number: '11 digits, mod 7', note: '引受けから配達まで記録され、対面で受領印をもらいます。' },
  { carrier: post, service: '簡易書留', class: 'registered', letters: true, facts: everySign, number: '11 digits, mod 7', note: '引受けと配達が記録され、対面で受領印をもらいます。' },
  { carrier: post, service: 'セキュリティゆうパック', class: 'registered', letters: false, facts: everySign, number: '12 digits, mod 7', note: '媒体に使えます。信書は送れません。' },
  { carrier: post, service: 'レターパックプラス', class: 'by agreement', letters: true, facts: withoutLiability, number: '12 digits, mod 7', note: '対面で渡りますが、損害賠償がありません。甲の了承が必要です。' },
  { carrier: post, service: 'ゆうパック', class: 'by agreement', letters: false, facts: everySign, number: '12 digits, mod 7', note: '甲の了承が必要です。信書は送れません。' },
  { carrier: post, service: 'EMS・国際書留', class: 'by agreement', letters: true, facts: everySign, number: 'S10', note: '国外へは原則として送れません。甲の了承が必要です。' },
  { carrier: post, service: '特定記録', class: 'never', letters: true, facts: toLetterBox, number: '11 digits, mod 7', note: '郵便受箱に配達され、受領の記録が残りません。' },
  { carrier: post, service: 'レターパックライト', class: 'never', letters: true, facts: toLetterBox, number: '12 digits, mod 7', note: '郵便受箱に配達され、受領の記録が残りません。' },
  { carrier: post, service: 'スマートレター', class: 'never', letters: true, facts: noSign, number: 'none', note: '追跡できません。' },
  { carrier: post, service: '普通郵便・速達', class: 'never', letters: true, facts: noSign, number: 'none', note: '追跡できません。' },
  { carrier: post, service: 'ゆうメール', class: 'never', letters: false, facts: noSign, number: 'none', note: '追跡できません。' },
  { carrier: post, service: 'クリックポスト', class: 'never', letters: false, facts: toLetterBox, number: '12 digits, mod 7', note: '郵便受箱に配達されます。' },
  { carrier: post, service: 'ゆうパケット', class: 'never', letters: false, facts: toLetterBox, number: '12 digits, mod 7', note: '郵便受箱に配達されます。' },
  { carrier: yamato, service: 'セキュリティ輸送', class: 'registered', letters: false, facts: everySign, number: '12 digits, mod 7', note: '専用ケースで運びます。現在の商品名を確かめてください。信書は送れません。' },
  { carrier: yamato, service: '宅急便', class: 'by agreement', letters: false, facts: everySign, number: '12 digits, mod 7', note: '甲の了承が必要です。信書は送れません。' },
  { carrier: yamato, service: 'ネコポス', class: 'never', letters: false, facts: toLetterBox, number: '12 digits, mod 7', note: '郵便受箱に配達されます。' },
  { carrier: sagawa, service: '飛脚セキュリティ便', class: 'registered', letters: false, facts: everySign, number: '12 digits, mod 7', note: '専用ケースと位置情報で運びます。信書は送れません。' },
  { carrier: sagawa, service: '飛脚宅配便', class: 'by agreement', letters: false, facts: everySign, number: '12 digits, mod 7', note: '甲の了承が必要です。信書は送れません。' },
  { carrier: sagawa, service: '飛脚メール便', class: 'never', letters: false, facts: noSign, number: 'none', note: '郵便受箱に配達されます。' },
  { carrier: '西濃運輸', service: 'カンガルー便', class: 'by agreement', letters: false, facts: everySign, number: '10 to 12 digits', note: '甲の了承が必要です。検査数字は確かめられません。' },
  { carrier: '福山通運', service: 'フクツー宅配便', class: 'by agreement', letters: false, facts: everySign, number: '11 or 12 digits', note: '甲の了承が必要です。検査数字は確かめられません。' },
  { carrier: '特定信書便事業者', service: '特定信書便', class: 'by agreement', letters: true, facts: carried, number: 'free', note: '許可業者であることを確かめ、甲の了承を得てください。' },
]

/** The service of that name, or undefined: what is not in the table cannot be chosen. */
export const serviceOf = (carrier: string, service: string): Service | undefined => services.find((s) => s.carrier === carrier && s.service === service)
