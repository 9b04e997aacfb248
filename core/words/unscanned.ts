/** Why a scanner did not look into a file, by what it said itself: ClamAV's heuristics, the system's codes, our own words. */
const reasons: readonly (readonly [RegExp, ja: string, en: string])[] = [
  [/^Heuristics\.Encrypted/, '暗号化されています', 'it is encrypted'],
  [/^Heuristics\.Limits\.Exceeded|^larger than/, '大きすぎるか、圧縮が深すぎます', 'it is too large or packed too deeply'],
  [/^E(ACCES|PERM)\b|^Access denied/, '読む権限がありません', 'it may not be read'],
  [/^ENOENT\b/, '見つかりません', 'it is not there'],
  [/^skipped$|^Excluded/, '検査ソフトの設定で除外されています', 'the product is set to leave it out'],
  [/^received unchecked$/, '受領のときに検査していません', 'it was not checked when it was received'],
]

/** In Japanese and in English; what is not known is told as the scanner said it. */
export function sayUnscanned(why: string): readonly [ja: string, en: string] {
  const [, ja = why, en = why] = reasons.find(([pattern]) => pattern.test(why)) ?? []
  return [ja, en]
}
