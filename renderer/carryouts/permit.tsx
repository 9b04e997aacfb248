import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CarryOut } from '../../core/carryouts/carry-out.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { Task } from '../send/task.tsx'

/** 甲の承認: its number, its day, and who told it. */
export function Permit({ carryOut: { id } }: { carryOut: CarryOut }) {
  const { t } = useTranslation('carryouts')
  const { contract } = useOffice()
  const [ref, setRef] = useState('')
  const [on, setOn] = useState<Day | null>(dayOf(thisMinute()))
  const [toldBy, setToldBy] = useState(contract?.city.officer ?? '')
  const [conditions, setConditions] = useState('')
  const permit = useCommand(desk.carryOuts.permit)
  return (
    <Task title={t('permitTitle')} lead={t('permitLead')} article="11(2)" error={permit.error} onSubmit={() => on !== null && permit.run({ carryOutId: id, ref, on, toldBy, conditions })} act={
      <ActButton type="submit" loading={permit.busy} unless={[useWhyNot('carryOuts.permit'), ref.trim() === '' && t('need', { field: t('ref') }), on === null && t('need', { field: t('on') }), toldBy.trim() === '' && t('need', { field: t('toldBy') })]}>{t('permitNow')}</ActButton>
    }>
      <div className="fields">
        <TextInput label={t('ref')} placeholder={t('refExample')} value={ref} onChange={(event) => setRef(event.currentTarget.value)} />
        <DayField label={t('on')} value={on} onChange={setOn} />
        <TextInput label={t('toldBy')} value={toldBy} onChange={(event) => setToldBy(event.currentTarget.value)} />
        <Textarea className="wide" label={t('cityConditions')} autosize minRows={2} value={conditions} onChange={(event) => setConditions(event.currentTarget.value)} />
      </div>
    </Task>
  )
}
