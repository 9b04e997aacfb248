import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRef } from '../../core/articles.ts'
import type { Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { ActButton } from '../parts/act-button.tsx'
import { thisMinute, TimeField } from '../parts/day-field.tsx'
import { Task } from './task.tsx'
import type { ReactNode } from 'react'

interface Props { title: string; lead: string; act: string; article: ArticleRef; time: string; who?: { label: string; first: string }; second?: boolean; children?: ReactNode; record: (at: Instant, who: string) => Promise<unknown> }

/** Something happened at a time, and perhaps to someone: sent, received, arrived. */
export function AtTime({ title, lead, act, article, time, who, second = false, children, record }: Props) {
  const { t } = useTranslation('send')
  const [at, setAt] = useState<Instant | null>(thisMinute())
  const [person, setPerson] = useState(who?.first ?? '')
  const command = useCommand(({ when }: { when: Instant }) => record(when, person))
  return (
    <Task title={title} lead={lead} article={article} error={command.error} onSubmit={() => at !== null && command.run({ when: at })} act={<ActButton type="submit" variant={second ? 'default' : 'filled'} loading={command.busy} unless={[at === null && t('need', { field: time }), who && person.trim() === '' && t('need', { field: who.label })]}>{act}</ActButton>}>
      {children}
      <div className="fields">
        <TimeField label={time} value={at} onChange={setAt} />
        {who && <TextInput label={who.label} value={person} onChange={(event) => setPerson(event.currentTarget.value)} />}
      </div>
    </Task>
  )
}
