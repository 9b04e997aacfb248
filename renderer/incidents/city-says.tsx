import { Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRef } from '../../core/articles.ts'
import type { OperationName } from '../../core/contract.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { Task } from '../send/task.tsx'

interface Said { cityRef: string; on: Day; toldBy: string }
interface Props { article: ArticleRef; words: { title: string; lead: string; now: string }; mayNot: OperationName; withReason?: boolean; primary?: boolean; close?: ReactNode; say: (said: Said, reason: string) => Promise<unknown> }

/** What only the city can say of an incident: its number, its day, and who told us. */
export function CitySays({ article, words, mayNot, withReason = false, primary = false, close, say }: Props) {
  const { t } = useTranslation('incidents')
  const { contract } = useOffice()
  const [cityRef, setCityRef] = useState('')
  const [on, setOn] = useState<Day | null>(dayOf(thisMinute()))
  const [toldBy, setToldBy] = useState(contract?.city.securityManager ?? '')
  const [reason, setReason] = useState('')
  const command = useCommand(({ day }: { day: Day }) => say({ cityRef, on: day, toldBy }, reason))
  const need = (value: string, field: string): string | false => value.trim() === '' && t('need', { field })
  return (
    <Task title={words.title} lead={words.lead} article={article} error={command.error} onSubmit={() => on !== null && command.run({ day: on })} act={<>
      <ActButton type="submit" variant={primary ? 'filled' : 'default'} loading={command.busy} unless={[useWhyNot(mayNot), need(cityRef, t('cityRef')), on === null && t('need', { field: t('on') }), need(toldBy, t('toldBy')), withReason && need(reason, t('reason'))]}>{words.now}</ActButton>
      {close}
    </>}>
      <div className="fields">
        <TextInput label={t('cityRef')} value={cityRef} onChange={(event) => setCityRef(event.currentTarget.value)} />
        <DayField label={t('on')} value={on} onChange={setOn} />
        <TextInput label={t('toldBy')} value={toldBy} onChange={(event) => setToldBy(event.currentTarget.value)} />
        {withReason && <Textarea className="wide" label={t('reason')} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
      </div>
    </Task>
  )
}
