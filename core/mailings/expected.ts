import { DAY, HOUR, type Instant } from '../time.ts'

const JST = 9 * HOUR

/** When a parcel should have arrived: the end of the n-th weekday after the day of dispatch (Japan). City halls take nothing in at weekends; holidays are not known here. */
export function expectedBy(dispatched: Instant, weekdays: number): Instant {
  let day = Math.floor((dispatched + JST) / DAY)
  for (let left = weekdays; left > 0;) if (isWeekday(++day)) left--
  return ((day + 1) * DAY - JST) as Instant
}

/** Day 0, the first of January 1970, was a Thursday. */
function isWeekday(day: number): boolean {
  const ofWeek = (day + 4) % 7
  return ofWeek !== 0 && ofWeek !== 6
}
