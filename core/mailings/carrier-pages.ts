/** Where a clerk can look a parcel up, by carrier: in the browser and only when asked to. `{n}` is the number, letters and digits alone. */
export const carrierPages: Readonly<Record<string, string>> = {
  日本郵便: 'https://trackings.post.japanpost.jp/services/srv/search/direct?searchKind=S002&locale=ja&reqCodeNo1={n}',
  ヤマト運輸: 'https://toi.kuronekoyamato.co.jp/cgi-bin/tneko?number01={n}',
  佐川急便: 'https://k2k.sagawa-exp.co.jp/p/web/okurijosearch.do?okurijoNo={n}',
  西濃運輸: 'https://track.seino.co.jp/cgi-bin/gnpquery.pgm?GNPNO1={n}',
  福山通運: 'https://corp.fukutsu.co.jp/situation/tracking_no_hunt/{n}',
}

/** The only hosts that the desktop opens, and only in the user's own browser. */
const hosts = new Set([
  'trackings.post.japanpost.jp',
  'toi.kuronekoyamato.co.jp',
  'jizen.kuronekoyamato.co.jp',
  'member.kms.kuronekoyamato.co.jp',
  'k2k.sagawa-exp.co.jp',
  'track.seino.co.jp',
  'corp.fukutsu.co.jp',
])

/** The address of a parcel's page; null where the carrier has none, or its pattern leads anywhere else than to a carrier. */
export function pageOf(pattern: string | undefined, trackingNo: string | null): string | null {
  if (pattern === undefined || trackingNo === null) return null
  const url = pattern.replaceAll('{n}', trackingNo.replace(/[^0-9A-Za-z]/g, ''))
  return isCarriersPage(url) ? url : null
}

/** https to a carrier's host, without port, user or password. */
export function isCarriersPage(url: string): boolean {
  const parts = /^https:\/\/([a-z0-9.-]+)\/[\x21-\x7e]*$/.exec(url)
  return parts?.[1] !== undefined && hosts.has(parts[1])
}
