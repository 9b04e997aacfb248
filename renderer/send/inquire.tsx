import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mailing } from '../../core/mailings/mailing.ts'
import type { Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { thisMinute, TimeField } from '../parts/day-field.tsx'
import { Task } from './task.tsx'

/** 調査: whom one asked, what, and what they said. `calm`: nothing is late yet, so it waits folded. */
export function Inquire({ parcel, calm }: { parcel: Mailing; calm: boolean }) {
  const { t } = useTranslation('send')
  const [open, setOpen] = useState(!calm)
  const [at, setAt] = useState<Instant | null>(thisMinute())
  const [asked, setAsked] = useState(parcel.carrier)
  const [question, setQuestion] = useState(t('inquireFirst'))
  const [answer, setAnswer] = useState('')
  const inquire = useCommand(desk.mailings.inquire)
  if (!open) return <div className="acts"><Button variant="subtle" onClick={() => setOpen(true)}>{t('inquire')}</Button></div>
  return (
    <Task title={t('inquireTitle')} lead={t('inquireLead')} article="11(4)" error={inquire.error} onSubmit={() => at !== null && inquire.run({ mailingId: parcel.id, at, asked, question, answer }, () => setAnswer(''))}
      act={<ActButton type="submit" variant={calm ? 'default' : 'filled'} loading={inquire.busy} unless={[at === null && t('need', { field: t('inquiredAt') }), asked.trim() === '' && t('need', { field: t('asked') }), question.trim() === '' && t('need', { field: t('question') })]}>{t('inquireNow')}</ActButton>}>
      <div className="fields">
        <TimeField label={t('inquiredAt')} value={at} onChange={setAt} />
        <TextInput label={t('asked')} value={asked} onChange={(event) => setAsked(event.currentTarget.value)} />
        <Textarea className="wide" label={t('question')} autosize minRows={2} value={question} onChange={(event) => setQuestion(event.currentTarget.value)} />
        <Textarea className="wide" label={t('answer')} description={t('answerWhy')} autosize minRows={2} value={answer} onChange={(event) => setAnswer(event.currentTarget.value)} />
      </div>
    </Task>
  )
}

/** 所在不明: what leads to the draft of an incident report; asked for twice, so that nobody does it by the way. */
export function ReportMissing({ parcel }: { parcel: Mailing }) {
  const { t } = useTranslation('send')
  const { t: parts } = useTranslation('parts')
  const [circumstances, setCircumstances] = useState<string | null>(null)
  const [at, setAt] = useState<Instant | null>(thisMinute())
  const report = useCommand(desk.mailings.reportMissing)
  if (circumstances === null) return <div className="acts"><Button variant="subtle" color="red" onClick={() => setCircumstances('')}>{t('missing')}</Button></div>
  return (
    <Task title={t('missingTitle')} lead={t('missingLead')} article="18①" error={report.error} onSubmit={() => at !== null && report.run({ mailingId: parcel.id, at, circumstances })}
      act={<><ActButton type="submit" color="red" loading={report.busy} unless={[at === null && t('need', { field: t('missingAt') }), circumstances.trim() === '' && t('need', { field: t('circumstances') })]}>{t('missingNow')}</ActButton><Button variant="subtle" onClick={() => setCircumstances(null)}>{parts('cancel')}</Button></>}>
      <div className="fields">
        <TimeField label={t('missingAt')} value={at} onChange={setAt} />
        <Textarea className="wide" label={t('circumstances')} autosize minRows={3} value={circumstances} onChange={(event) => setCircumstances(event.currentTarget.value)} />
      </div>
    </Task>
  )
}
