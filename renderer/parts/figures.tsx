import { isoJst, type Day, type Instant } from '../../core/time.ts'
import { sayBytes, sayDay, sayNumber, sayTime } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'

/** An instant, 令和 on the screen and ISO on hover. */
export function When({ at }: { at: Instant }) {
  const iso = isoJst(at)
  const [day, clock] = sayTime(at, useLanguage()).split(' ')
  return <time dateTime={iso} title={iso}><span className="whole">{day}</span> <span className="whole">{clock}</span></time>
}

/** A day, 令和 on the screen and ISO on hover. */
export function OnDay({ day }: { day: Day }) {
  return <time className="whole" dateTime={day} title={day}>{sayDay(day, useLanguage())}</time>
}

/** An amount of bytes as one says it, exact on hover. */
export function Bytes({ of: bytes }: { of: number }) {
  return <span title={`${sayNumber(bytes)} bytes`}>{sayBytes(bytes, useLanguage())}</span>
}

/** A SHA-256 that one may compare by eye: its head and tail, whole on hover and for copying. */
export function Hash({ of: hash, whole = false }: { of: string; whole?: boolean }) {
  return <span className="code" title={hash}>{whole ? (hash.match(/.{1,8}/g) ?? []).join(' ') : `${hash.slice(0, 8)}…${hash.slice(-8)}`}</span>
}
