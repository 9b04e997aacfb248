import { eraYear } from '../../core/words/dates.ts'
import type { Day } from '../../core/time.ts'

/** 日付印: the round dated stamp that this office puts on what it has received or issued. */
export function Stamp({ top, day, bottom }: { top: string; day: Day; bottom: string }) {
  const [, month, date] = day.split('-').map(Number)
  const said = `${eraYear(day).slice(1)}. ${month}. ${date}`
  return (
    <svg className="stamp" viewBox="0 0 104 104" role="img" aria-label={`${top} ${said} ${bottom}`}>
      <circle cx="52" cy="52" r="49" strokeWidth="3" />
      <line x1="5" y1="39" x2="99" y2="39" strokeWidth="2" />
      <line x1="5" y1="66" x2="99" y2="66" strokeWidth="2" />
      <text x="52" y="31" fontSize="17">{top}</text>
      <text x="52" y="58.5" fontSize="17">{said}</text>
      <text x="52" y="83" fontSize={[...bottom].length > 4 ? 12 : 15}>{bottom}</text>
    </svg>
  )
}
