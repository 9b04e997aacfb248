import { SegmentedControl, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../core/people/person.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useTerm } from '../words/terms.ts'

/** 撤回・終了 of a pledge; it is kept all the same (Art. 8①). */
export function EndPledge({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useTranslation('staffing')
  const term = useTerm()
  const [how, setHow] = useState<'撤回' | '終了'>('撤回')
  const [on, setOn] = useState<Day | null>(dayOf(thisMinute()))
  const [reason, setReason] = useState('')
  const end = useCommand(desk.staffing.endPledge)
  return (
    <form noValidate className="side-form" onSubmit={(event) => { event.preventDefault(); if (on) end.run({ personId: person.id, how, on, reason }, onDone) }}>
      <SegmentedControl size="md" aria-label={t('person.how')} value={how} data={(['撤回', '終了'] as const).map((value) => ({ value, label: term(value) }))} onChange={(value) => setHow(value as typeof how)} />
      <DayField label={t('person.endedOn')} value={on} onChange={setOn} />
      <Textarea label={t('reason')} autosize minRows={2} maxRows={6} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Trouble of={end.error} />
      <div className="acts"><ActButton type="submit" loading={end.busy} unless={[!on && t('needDay'), reason.trim() === '' && t('needReason')]}>{t('person.endNow')}</ActButton></div>
    </form>
  )
}
