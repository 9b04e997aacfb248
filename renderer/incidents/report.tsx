import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { unknownTo } from '../../core/incidents/facts.ts'
import type { Incident, IncidentReport, ReportKind } from '../../core/incidents/incident.ts'
import { reportId } from '../../core/incidents/report-id.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { Folded } from '../carryouts/folded.tsx'
import { desk } from '../desk.ts'
import { LetterView } from '../documents/letter-view.tsx'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { SaveInto } from '../parts/save-into.tsx'
import { Task } from '../send/task.tsx'

const wordsOf = { 第一報: 'first', 続報: 'follow', 最終報: 'final' } as const

/** 第一報・続報・最終報: what will stand in it is looked at before it leaves, and what nobody knows is said. */
export function Report({ incident, kind, second = false, close }: { incident: Incident; kind: ReportKind; second?: boolean; close?: ReactNode }) {
  const { t } = useTranslation('incidents')
  const unknown = unknownTo(incident, kind)
  const [leaveOpen, setLeaveOpen] = useState(true)
  const report = useCommand(desk.incidents.report)
  const facts = unknown.map((key) => t(`facts.${key}`)).join('・')
  const words = wordsOf[kind]
  return (
    <>
      <Task title={t(`${words}Title`)} lead={t(`${words}Lead`)} article="18①" error={report.error} onSubmit={() => report.run({ incidentId: incident.id, kind, leaveOpen })} act={<>
        <ActButton type="submit" variant={second ? 'default' : 'filled'} loading={report.busy} unless={[useWhyNot('incidents.report'), kind === '最終報' && unknown.length > 0 && t('finalMissing', { facts })]}>{t(`${words}Now`)}</ActButton>
        {close}
      </>}>
        {unknown.length > 0 && kind !== '最終報' && <Checkbox label={t('leaveOpen', { facts })} checked={leaveOpen} onChange={(event) => setLeaveOpen(event.currentTarget.checked)} />}
      </Task>
      <Folded label={t('draft')}>{(closeDraft) => <><Preview incident={incident} kind={kind} />{closeDraft}</>}</Folded>
    </>
  )
}

function Preview({ incident, kind }: { incident: Incident; kind: ReportKind }) {
  const question = useQuery(questions.preview(incident.contractId, 'F-35', reportId(incident.id, incident.reports.length + 1, kind)))
  return <Asked of={question}>{({ record }) => <LetterView letter={record} />}</Asked>
}

/** 提出: a report that lies here is no report. */
export function Submit({ report: { kind, docNo, documentId } }: { report: IncidentReport }) {
  const { t } = useTranslation('incidents')
  return (
    <section className="step-task" aria-label={t('submitTitle', { kind, docNo })}>
      <h2>{t('submitTitle', { kind, docNo })}</h2>
      <p className="soft">{t('submitLead')}</p>
      <div className="spaced"><SaveInto label={t('submitNow')} variant="filled" operation="documents.submit" save={(into) => desk.documents.submit({ id: documentId, into })} /></div>
    </section>
  )
}
