import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../core/people/person.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** 「誓約書等」 (Art. 8②): what takes its place, and why. */
export function PledgeInstead({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useTranslation('staffing')
  const [on, setOn] = useState<Day | null>(dayOf(thisMinute()))
  const [what, setWhat] = useState('')
  const [reason, setReason] = useState('')
  const accept = useCommand(desk.staffing.acceptInstead)
  const mayNot = useWhyNot('staffing.acceptInstead')
  const onAccept = (): void => {
    if (on) accept.run({ personId: person.id, on, what, reason }, onDone)
  }
  return (
    <form noValidate className="spaced" onSubmit={(event) => { event.preventDefault(); onAccept() }}>
      <p>{t('pledge.insteadLead')}</p>
      <div className="fields spaced">
        <DayField label={t('pledge.on')} value={on} onChange={setOn} />
        <TextInput label={t('pledge.what')} value={what} onChange={(event) => setWhat(event.currentTarget.value)} />
        <Textarea className="wide" label={t('reason')} autosize minRows={2} maxRows={6} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </div>
      <div className="spaced"><Trouble of={accept.error} /></div>
      <div className="acts"><ActButton type="submit" loading={accept.busy} unless={[mayNot, !on && t('needDay'), what.trim() === '' && t('pledge.needWhat'), reason.trim() === '' && t('needReason')]}>{t('pledge.keep')}</ActButton></div>
    </form>
  )
}
