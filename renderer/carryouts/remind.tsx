import { Select, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type CarryOut, Reminder } from '../../core/carryouts/carry-out.ts'
import type { Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { thisMinute, TimeField } from '../parts/day-field.tsx'
import { Task } from '../send/task.tsx'
import { useTerm } from '../words/terms.ts'
import { ChoosePersons } from './choose-persons.tsx'
import { Folded } from './folded.tsx'

/** 督促. */
export function Remind({ carryOut }: { carryOut: CarryOut }) {
  const { t } = useTranslation('carryouts')
  return <Folded label={t('remindBegin')}>{(close) => <RemindTask carryOut={carryOut} close={close} />}</Folded>
}

const ways = Reminder.shape.how.options

function RemindTask({ carryOut: { id, out }, close }: { carryOut: CarryOut; close: ReactNode }) {
  const { t } = useTranslation('carryouts')
  const term = useTerm()
  const [persons, setPersons] = useState(out?.persons ?? [])
  const [how, setHow] = useState<(typeof ways)[number]>('電話')
  const [at, setAt] = useState<Instant | null>(thisMinute())
  const [note, setNote] = useState('')
  const remind = useCommand(desk.carryOuts.remind)
  return (
    <Task title={t('remindTitle')} lead={t('remindLead')} article="11(2)" error={remind.error} onSubmit={() => at !== null && remind.run({ carryOutId: id, persons, how, at, note })} act={<>
      <ActButton type="submit" variant="default" loading={remind.busy} unless={[useWhyNot('carryOuts.remind'), persons.length === 0 && t('need', { field: t('remindWho') }), at === null && t('need', { field: t('remindAt') })]}>{t('remindNow')}</ActButton>
      {close}
    </>}>
      <div className="fields">
        <ChoosePersons label={t('remindWho')} value={persons} onChange={setPersons} among={out?.persons ?? []} />
        <Select label={t('how')} data={ways.map((one) => ({ value: one, label: term(one) }))} value={how} allowDeselect={false} onChange={(value) => value !== null && setHow(value)} />
        <TimeField label={t('remindAt')} value={at} onChange={setAt} />
        <TextInput className="wide" label={t('remindNote')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </div>
    </Task>
  )
}
