/**
 * What may travel how (Art. 11(4); product §3.3). `class`: `registered` is registered-mail-class; `by agreement` needs
 * the city's written consent (an exception); `never` can be tracked to a letter box at best and is refused.
 * `letters`: whether the Postal Act lets it carry 信書. `number`: the shape of its tracking number.
 */
export interface Service {
  carrier: string
  service: string
  class: 'registered' | 'by agreement' | 'never'
  letters: boolean
  number: NumberShape
  /** Why, in a clerk's words. */
  note: string
}
export type NumberShape = '11 digits, mod 7' | '12 digits, mod 7' | 'S10' | '10 to 12 digits' | '11 or 12 digits' | 'free' | 'none'

const post = '日本郵便'
const yamato = 'ヤマト運輸'
const sagawa = '佐川急便'

export const services: readonly Service[] = [
  { carrier: post, service: '一般書留', class: 'registered', letters: true, number: '11 digits, mod 7', note: '引受けから配達まで記録され、対面で受領印をもらいます。' },
  { carrier: post, service: '簡易書留', class: 'registered', letters: true, number: '11 digits, mod 7', note: '引受けと配達が記録され、対面で受領印をもらいます。' },
  { carrier: post, service: 'セキュリティゆうパック', class: 'registered', letters: false, number: '12 digits, mod 7', note: '媒体に使えます。信書は送れません。' },
  { carrier: post, service: 'レターパックプラス', class: 'by agreement', letters: true, number: '12 digits, mod 7', note: '対面で渡りますが、損害賠償がありません。甲の了承が必要です。' },
  { carrier: post, service: 'ゆうパック', class: 'by agreement', letters: false, number: '12 digits, mod 7', note: '甲の了承が必要です。信書は送れません。' },
  { carrier: post, service: 'EMS・国際書留', class: 'by agreement', letters: true, number: 'S10', note: '国外へは原則として送れません。甲の了承が必要です。' },
  { carrier: post, service: '特定記録', class: 'never', letters: true, number: '11 digits, mod 7', note: '郵便受箱に配達され、受領の記録が残りません。' },
  { carrier: post, service: 'レターパックライト', class: 'never', letters: true, number: '12 digits, mod 7', note: '郵便受箱に配達され、受領の記録が残りません。' },
  { carrier: post, service: 'スマートレター', class: 'never', letters: true, number: 'none', note: '追跡できません。' },
  { carrier: post, service: '普通郵便・速達', class: 'never', letters: true, number: 'none', note: '追跡できません。' },
  { carrier: post, service: 'ゆうメール', class: 'never', letters: false, number: 'none', note: '追跡できません。' },
  { carrier: post, service: 'クリックポスト', class: 'never', letters: false, number: '12 digits, mod 7', note: '郵便受箱に配達されます。' },
  { carrier: post, service: 'ゆうパケット', class: 'never', letters: false, number: '12 digits, mod 7', note: '郵便受箱に配達されます。' },
  { carrier: yamato, service: 'セキュリティ輸送', class: 'registered', letters: false, number: '12 digits, mod 7', note: '専用ケースで運びます。現在の商品名を確かめてください。信書は送れません。' },
  { carrier: yamato, service: '宅急便', class: 'by agreement', letters: false, number: '12 digits, mod 7', note: '甲の了承が必要です。信書は送れません。' },
  { carrier: yamato, service: 'ネコポス', class: 'never', letters: false, number: '12 digits, mod 7', note: '郵便受箱に配達されます。' },
  { carrier: sagawa, service: '飛脚セキュリティ便', class: 'registered', letters: false, number: '12 digits, mod 7', note: '専用ケースと位置情報で運びます。信書は送れません。' },
  { carrier: sagawa, service: '飛脚宅配便', class: 'by agreement', letters: false, number: '12 digits, mod 7', note: '甲の了承が必要です。信書は送れません。' },
  { carrier: sagawa, service: '飛脚メール便', class: 'never', letters: false, number: 'none', note: '郵便受箱に配達されます。' },
  { carrier: '西濃運輸', service: 'カンガルー便', class: 'by agreement', letters: false, number: '10 to 12 digits', note: '甲の了承が必要です。検査数字は確かめられません。' },
  { carrier: '福山通運', service: 'フクツー宅配便', class: 'by agreement', letters: false, number: '11 or 12 digits', note: '甲の了承が必要です。検査数字は確かめられません。' },
  { carrier: '特定信書便事業者', service: '特定信書便', class: 'by agreement', letters: true, number: 'free', note: '許可業者であることを確かめ、甲の了承を得てください。' },
]

/** The service of that name, or undefined: what is not in the table cannot be chosen. */
export const serviceOf = (carrier: string, service: string): Service | undefined => services.find((s) => s.carrier === carrier && s.service === service)

/** Where a clerk can look a parcel up, in the browser and only when asked to. `{n}` is the number's digits. */
export const carrierPages: Readonly<Record<string, string>> = {
  [post]: 'https://trackings.post.japanpost.jp/services/srv/search/direct?searchKind=S002&locale=ja&reqCodeNo1={n}',
  [yamato]: 'https://toi.kuronekoyamato.co.jp/cgi-bin/tneko?number01={n}',
  [sagawa]: 'https://k2k.sagawa-exp.co.jp/p/web/okurijosearch.do?okurijoNo={n}',
  西濃運輸: 'https://track.seino.co.jp/cgi-bin/gnpquery.pgm?GNPNO1={n}',
  福山通運: 'https://corp.fukutsu.co.jp/situation/tracking_no_hunt/{n}',
}
