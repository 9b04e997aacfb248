import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Audit } from '../../core/audits/audit.ts'
import { findingState, isLate } from '../../core/audits/rules.ts'
import { dayOf } from '../../core/time.ts'
import { questions } from '../asking/questions.ts'
import { thisMinute } from '../parts/day-field.tsx'
import { OnDay, When } from '../parts/figures.tsx'
import { Status } from '../parts/status.tsx'
import './audits.css'

/** What was asked, and every answer. */
export function AuditRequests({ audit: { requests } }: { audit: Audit }) {
  const { t } = useTranslation('audits')
  if (requests.length === 0) return <p className="soft">{t('requestsNone')}</p>
  return (
    <ol className="audit-lines">
      {requests.map(({ no, kind, what, askedBy, askedAt, dueOn, answers }) => (
        <li key={no}>
          <p className="strong">{t('request', { no })}　{t(`kinds.${kind}`)}　<Status look={answers.length === 0 ? 'warn' : 'good'}>{t(answers.length === 0 ? 'unanswered' : 'answered')}</Status></p>
          <p className="audit-words">{what}</p>
          <p className="small soft">{askedBy}　<When at={askedAt} />{dueOn && <>　{t('dueBy')} <OnDay day={dueOn} /></>}</p>
          {answers.map(({ what: said, documents, at }, i) => (
            <div key={i} className="audit-answer">
              {documents.map(({ id, docNo, revision, title }) => <p key={id}><span className="whole">{docNo}</span>{revision > 1 && `（第${revision}版）`}　{title}</p>)}
              {said !== '' && <p className="audit-words">{said}</p>}
              <p className="small soft"><When at={at} /></p>
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}

/** What was found, and what became of it. */
export function AuditFindings({ audit: { findings } }: { audit: Audit }) {
  const { t } = useTranslation('audits')
  const people = useQuery(questions.people).data ?? []
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? ''
  if (findings.length === 0) return <p className="soft">{t('findingsNone')}</p>
  return (
    <ol className="audit-lines">
      {findings.map((finding) => {
        const { no, what, dueOn, responsible, corrections } = finding
        const state = findingState(finding)
        return (
          <li key={no}>
            <p className="strong">{t('finding', { no })}　<Status look={state === 'put right' ? 'good' : state === 'open' ? 'warn' : 'busy'}>{t(`findingStates.${state}`)}</Status>{isLate(finding, dayOf(thisMinute())) && <>　<Status look="bad">{t('late')}</Status></>}</p>
            <p className="audit-words">{what}</p>
            <p className="small soft">{t('findingDue')} <OnDay day={dueOn} />　{t('responsible')} {nameOf(responsible)}</p>
            {corrections.map(({ action, on, by, confirmed }, i) => (
              <div key={i} className="audit-answer">
                <p className="audit-words">{action}</p>
                <p className="small soft"><OnDay day={on} />　{t('correctedBy', { who: nameOf(by) })}{confirmed?.found === 'put right' && `　${t('confirmedBy', { who: nameOf(confirmed.by) })}`}</p>
                {confirmed?.found === 'put right' && confirmed.note !== '' && <p className="audit-words small">{confirmed.note}</p>}
                {confirmed?.found === 'not yet' && <p className="audit-words">{t('sentBack', { who: nameOf(confirmed.by), note: confirmed.note })}</p>}
              </div>
            ))}
          </li>
        )
      })}
    </ol>
  )
}
