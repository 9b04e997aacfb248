/** Times in ZIP: two-second local time of no stated zone (DOS), Unix seconds (extra field UT), 100 ns since 1601 (NTFS). */

/** The DOS field has no zone. We write Japan Standard Time everywhere, so that the same sources give the same bytes. */
const ZONE_MS = 9 * 3_600_000
const FIRST = Date.UTC(1980, 0, 1)
const LAST = Date.UTC(2107, 11, 31, 23, 59, 58)

/** Milliseconds since 1970 to DOS date (high 16 bits) and time (low 16 bits); beyond 1980–2107 the nearest that can be said. */
export function toDosTime(mtime: number): number {
  const t = new Date(Math.min(Math.max(mtime + ZONE_MS, FIRST), LAST))
  const date = ((t.getUTCFullYear() - 1980) << 9) | ((t.getUTCMonth() + 1) << 5) | t.getUTCDate()
  const time = (t.getUTCHours() << 11) | (t.getUTCMinutes() << 5) | (t.getUTCSeconds() >> 1)
  return (date * 0x1_0000) + time
}

export function fromDosTime(dos: number): number {
  const date = Math.floor(dos / 0x1_0000)
  const time = dos % 0x1_0000
  return Date.UTC(1980 + (date >> 9), ((date >> 5) & 15) - 1, date & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2) - ZONE_MS
}

/** The UT field is a signed 32-bit number of seconds; outside of it (1901–2038) nothing is written. */
export function fitsUnixTime(mtime: number): boolean {
  return Math.abs(Math.floor(mtime / 1000)) <= 0x7fff_ffff
}

export const fromNtfsTime = (ticks: bigint): number => Number(ticks / 10_000n - 11_644_473_600_000n)
