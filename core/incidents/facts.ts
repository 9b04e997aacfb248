import type { Reading } from '../ledger/shelf.ts'
import { instantOf } from '../time.ts'
import { warekiTime } from '../words/dates.ts'
import { type FactKey, FactKey as keys, type Incident, type ReportKind } from './incident.ts'

/** What Art. 18① asks of the first report: 内容, 件数, 発生場所, 発生状況. */
const FIRST: readonly FactKey[] = ['occurredAt', 'place', 'content', 'count', 'circumstances', 'encryption']
/** And what a last report owes besides: cause, measures, what was done for the persons concerned, and that it does not happen again. */
const LAST: readonly FactKey[] = ['nature', ...FIRST, 'secondaryDamage', 'measures', 'cause', 'toPersons', 'publication', 'prevention']

export const neededBy = (kind: ReportKind): readonly FactKey[] => (kind === '最終報' ? LAST : FIRST)

/** Every fact as it is known now: '' where nobody knows. Pure. */
export function factsNow(incident: Incident): Record<FactKey, string> {
  const said = new Map(incident.facts.map(({ key, value }) => [key, value]))
  return Object.fromEntries(keys.options.map((key) => [key, said.get(key) ?? first(incident)[key] ?? ''])) as Record<FactKey, string>
}

/** What a report of this kind needs and nobody has said. */
export const unknownTo = (incident: Incident, kind: ReportKind): FactKey[] => {
  const now = factsNow(incident)
  return neededBy(kind).filter((key) => now[key].trim() === '')
}

/** What the incident began with. */
function first({ nature, occurredAt, place, content, items, records, personalInfo, myNumber, circumstances, encryption, keyCustody }: Incident): Partial<Record<FactKey, string>> {
  const count = [...(items > 0 ? [`預り情報${items}点`] : []), ...(records === null ? [] : [`${records.toLocaleString('ja-JP')}件`])].join('、')
  const marks = [...(personalInfo ? ['個人情報を含む'] : []), ...(myNumber ? ['特定個人情報（マイナンバー）を含む'] : [])].join('、')
  return {
    nature: nature ?? '', occurredAt: occurredAt === null ? '' : warekiTime(occurredAt), place, content: content === '' || marks === '' ? content : `${content}（${marks}）`, count, circumstances, encryption, keyCustody,
  }
}

/** What is concerned, from the ledger: the packages and the entrusted items in them. A draft names what it came of; a person may have named more. */
export function concernedBy(reading: Reading, { subjectId, packages, itemIds }: Pick<Incident, 'subjectId' | 'packages' | 'itemIds'>): { packages: string[]; items: string[] } {
  const mail = reading.get('mail', subjectId)
  const ofSubject = [...(reading.get('carry-out', subjectId)?.packages ?? []), ...(reading.get('mailing', subjectId)?.packages ?? []), ...(mail ? [mail.package] : [])]
  const all = [...new Set([...ofSubject, ...packages])]
  const inside = all.flatMap((id) => reading.get('package', id)?.itemIds ?? [])
  return { packages: all, items: [...new Set([...inside, ...itemIds])] }
}

/** `2026-12-15T09:05:00+09:00` in the words of the paper; anything else as it was said (「14日夜から15日朝の間」). */
export function sayWhenItHappened(value: string): string {
  return /^\d{4}-\d\d-\d\dT[\d:]{8}\+09:00$/.test(value) ? warekiTime(instantOf(value)) : value
}
