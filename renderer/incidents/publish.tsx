import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '../../core/incidents/incident.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { Task } from '../send/task.tsx'

/** 公表 (Art. 18③): that the city did, and when. */
export function Publish({ incident: { id }, close }: { incident: Incident; close: ReactNode }) {
  const { t } = useTranslation('incidents')
  const [publishedOn, setDay] = useState<Day | null>(dayOf(thisMinute()))
  const [where, setWhere] = useState('')
  const publish = useCommand(desk.incidents.publish)
  return (
    <Task title={t('publishTitle')} lead={t('publishLead')} article="18③" error={publish.error} onSubmit={() => publishedOn !== null && publish.run({ incidentId: id, publishedOn, where })} act={<>
      <ActButton type="submit" variant="default" loading={publish.busy} unless={[useWhyNot('incidents.publish'), publishedOn === null && t('need', { field: t('publishedOn') })]}>{t('publishNow')}</ActButton>
      {close}
    </>}>
      <div className="fields"><DayField label={t('publishedOn')} value={publishedOn} onChange={setDay} /><TextInput label={t('where')} value={where} onChange={(event) => setWhere(event.currentTarget.value)} /></div>
    </Task>
  )
}
