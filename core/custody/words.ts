import type { Hop, HopGap, HopKind } from './hop.ts'

/** What hops and their gaps are called, in both languages. */
export const hopWords: Readonly<Record<HopKind, readonly [ja: string, en: string]>> = {
  受領: ['受領', 'received'], 保管: ['保管', 'kept'], 複製: ['複製', 'copied'], 梱包: ['梱包', 'packed'], 書込み: ['書込み', 'written'], 持出: ['持出', 'carried out'], 戻り: ['戻り', 'brought back'], 送付: ['送付', 'posted'],
  メール: ['メール', 'mailed'], FAX: ['FAX', 'faxed'], 第三者提供: ['第三者提供', 'provided'], 返却: ['返却', 'returned'], 納品: ['納品', 'delivered'], 消去: ['消去', 'erased'],
}

export const gapWords: Readonly<Record<HopGap, readonly [ja: string, en: string]>> = {
  'no-receipt': ['預り証が未発行', 'no receipt was issued'], 'not-acknowledged': ['市の収受が未確認', 'the city has not acknowledged it'], 'hash-not-listed': ['市の一覧にハッシュ値がない', 'the city listed no hash'], 'hash-differs': ['前後のハッシュ値が不一致', 'the hashes differ'],
  'not-written-by-desk': ['媒体への書込みの記録がない', 'no record of writing it to the medium'], 'read-from-cache': ['読み返しが端末の一時記憶による', 'read back from this machine’s cache'], 'under-way': ['到着・受領が未確認', 'arrival is not confirmed'], 'came-back-undelivered': ['配達されずに戻った', 'came back undelivered'],
  out: ['持出中', 'still out'], lost: ['所在不明', 'lost'], 'pages-differ': ['着信枚数が不一致', 'fewer pages came than went'], 'being-made': ['作成が未完了', 'not finished'], 'not-verified': ['消去が別の者に確認されていない', 'nobody else has verified the erasure'],
  'did-not-pass': ['消去が不合格', 'the erasure did not pass'], 'custodian-unknown': ['引受者が不明', 'nobody is known to have taken it'],
}

/** 「前後一致」, 「不一致」, or that nobody could compare; and what else the hop lacks. */
export function sayHop({ before, after, gaps }: Pick<Hop, 'before' | 'after' | 'gaps'>, language: 0 | 1): string {
  const same = before !== null && after !== null ? [before === after ? ['前後一致', 'unchanged'][language] : ['前後不一致', 'changed'][language]] : []
  return [...same, ...gaps.filter((gap) => gap !== 'hash-differs' || same.length === 0).map((gap) => gapWords[gap][language])].join(language === 0 ? '・' : ', ')
}
