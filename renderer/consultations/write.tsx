import { Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Consultation } from '../../core/consultations/consultation.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { dayOf, type Day, type Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute, TimeField } from '../parts/day-field.tsx'
import { Task } from '../send/task.tsx'

interface Kept { at: Instant | null; place: string; topic: string; cityAttendees: string; contractorAttendees: string; conclusion: string }

/** 起案: what was talked over, as the contractor understood it. */
export function Draft({ contract: { id, city }, close, done }: { contract: ContractOfWork; close: ReactNode; done: () => void }) {
  const { t } = useTranslation('consultations')
  const { session } = useOffice()
  const [kept, change, clear] = useKept<Kept>(`consultation ${id}`, () => ({ at: thisMinute(), place: '', topic: '', cityAttendees: city.officer, contractorAttendees: session.name, conclusion: '' }))
  const draft = useCommand(desk.consultations.draft)
  const { at } = kept
  const onDraft = (): void => {
    if (at !== null) draft.run({ contractId: id, ...kept, at }, () => { clear(); done() })
  }
  return (
    <Task title={t('draftTitle')} lead={t('draftLead')} article="22" error={draft.error} onSubmit={onDraft} act={<>
      <ActButton type="submit" loading={draft.busy} unless={[useWhyNot('consultations.draft'), at === null && t('need', { field: t('at') }), kept.topic.trim() === '' && t('need', { field: t('topic') })]}>{t('draftNow')}</ActButton>
      {close}
    </>}>
      <div className="fields">
        <TimeField label={t('at')} value={at} onChange={(value) => change({ at: value })} />
        <TextInput label={t('place')} value={kept.place} onChange={(event) => change({ place: event.currentTarget.value })} />
        <Textarea className="wide" label={t('topic')} autosize minRows={2} value={kept.topic} onChange={(event) => change({ topic: event.currentTarget.value })} />
        <TextInput label={t('cityAttendees')} value={kept.cityAttendees} onChange={(event) => change({ cityAttendees: event.currentTarget.value })} />
        <TextInput label={t('contractorAttendees')} value={kept.contractorAttendees} onChange={(event) => change({ contractorAttendees: event.currentTarget.value })} />
        <Textarea className="wide" label={t('proposed')} autosize minRows={2} value={kept.conclusion} onChange={(event) => change({ conclusion: event.currentTarget.value })} />
      </div>
    </Task>
  )
}

/** 合意: what both say. */
export function Agree({ consultation: { id, conclusion: proposed, cityAttendees }, close }: { consultation: Consultation; close: ReactNode }) {
  const { t } = useTranslation('consultations')
  const [conclusion, setConclusion] = useState(proposed)
  const [on, setOn] = useState<Day | null>(dayOf(thisMinute()))
  const [toldBy, setToldBy] = useState(cityAttendees)
  const [cityRef, setCityRef] = useState('')
  const agree = useCommand(desk.consultations.agree)
  return (
    <Task title={t('agreeTitle')} lead={t('agreeLead')} article="22" error={agree.error} onSubmit={() => on !== null && agree.run({ consultationId: id, conclusion, on, toldBy, cityRef })} act={<>
      <ActButton type="submit" variant="default" loading={agree.busy} unless={[useWhyNot('consultations.agree'), conclusion.trim() === '' && t('need', { field: t('conclusion') }), on === null && t('need', { field: t('on') }), toldBy.trim() === '' && t('need', { field: t('toldBy') })]}>{t('agreeNow')}</ActButton>
      {close}
    </>}>
      <div className="fields">
        <Textarea className="wide" label={t('conclusion')} autosize minRows={2} value={conclusion} onChange={(event) => setConclusion(event.currentTarget.value)} />
        <DayField label={t('on')} value={on} onChange={setOn} />
        <TextInput label={t('toldBy')} value={toldBy} onChange={(event) => setToldBy(event.currentTarget.value)} />
        <TextInput label={t('cityRef')} value={cityRef} onChange={(event) => setCityRef(event.currentTarget.value)} />
      </div>
    </Task>
  )
}
