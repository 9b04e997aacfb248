import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { factsNow, neededBy, sayWhenItHappened } from '../../core/incidents/facts.ts'
import { type FactKey, FactKey as keys, type Incident } from '../../core/incidents/incident.ts'
import type { Instant } from '../../core/time.ts'
import { questions } from '../asking/questions.ts'
import { Facts } from '../parts/facts.tsx'
import { OnDay, When } from '../parts/figures.tsx'
import { Status } from '../parts/status.tsx'
import { usePersonName } from '../people/person-name.ts'

/** Every fact as it is known now, with what was said of it before. */
export function IncidentFacts({ incident }: { incident: Incident }) {
  const { t } = useTranslation('incidents')
  const name = usePersonName()
  const now = factsNow(incident)
  const began = factsNow({ ...incident, facts: [] })
  const needed = neededBy('最終報')
  const fact = (key: FactKey): readonly [string, ReactNode] | false => {
    const said = [began[key], ...incident.facts.filter((one) => one.key === key).map(({ value }) => value)].filter((value, i, all) => value !== '' && all.indexOf(value) === i)
    const earlier = said.filter((value) => value !== now[key])
    if (now[key] === '' && !needed.includes(key)) return false
    return [t(`facts.${key}`), now[key] === '' ? <span key={key} className="soft">{t('checking')}</span> : (
      <span key={key} className="incident-words">{sayWhenItHappened(now[key])}{earlier.map((value) => <span key={value} className="small soft incident-before">{t('before')}：{sayWhenItHappened(value)}</span>)}</span>
    )]
  }
  const { published } = incident
  return (
    <Facts wide of={[
      [t('foundAt'), <When key="found" at={incident.foundAt} />], [t('foundBy'), incident.foundBy === null ? t('byMachine') : name(incident.foundBy)],
      ...keys.options.map(fact), published ? [t('published'), <><OnDay day={published.publishedOn} />　{published.where}</>] : false,
    ]} />
  )
}

/** 発見, every deed, every report, in the order of time. */
export function IncidentTimeline({ incident: { foundAt, timeline, reports } }: { incident: Incident }) {
  const { t } = useTranslation('incidents')
  const lines: { at: Instant; sort: string; what: string; who: string }[] = [
    { at: foundAt, sort: t('discovered'), what: '', who: '' },
    ...timeline.map(({ at, kind, what, who }) => ({ at, sort: t(`noteKinds.${kind}`), what, who })),
    ...reports.map(({ reportedAt, kind, docNo, elapsedMinutes }) => ({ at: reportedAt, sort: t('reports'), what: t('reported', { kind, docNo, minutes: elapsedMinutes }), who: '' })),
  ]
  return (
    <ol className="incident-lines">
      {lines.sort((a, b) => a.at - b.at).map(({ at, sort, what, who }, i) => (
        <li key={i}><span className="small soft"><When at={at} /></span><span className="strong">{sort}</span><span className="incident-words">{what}{who !== '' && <span className="small soft">　{who}</span>}</span></li>
      ))}
    </ol>
  )
}

/** Which reports went out, how long after discovery, and whether the city has them. */
export function IncidentReports({ incident: { contractId, reports } }: { incident: Incident }) {
  const { t } = useTranslation('incidents')
  const issued = useQuery(questions.receipts(contractId)).data ?? []
  return (
    <ol className="incident-lines">
      {reports.map(({ no, kind, docNo, documentId, elapsedMinutes }) => {
        const document = issued.find(({ id }) => id === documentId)
        const submitted = document?.submittedAt ?? null
        return (
          <li key={no}><span className="strong whole">{kind}</span><span className="whole">{docNo}</span><span>
            {t('within', { minutes: elapsedMinutes })}　<Status look={submitted === null ? 'bad' : 'good'}>{t(submitted === null ? 'notSubmitted' : 'submitted')}</Status>{document?.cityReceiptNo && `　${document.cityReceiptNo}`}
          </span></li>
        )
      })}
    </ol>
  )
}
