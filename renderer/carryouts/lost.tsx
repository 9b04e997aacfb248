import { Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CarryOut } from '../../core/carryouts/carry-out.ts'
import type { Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { thisMinute, TimeField } from '../parts/day-field.tsx'
import { Task } from '../send/task.tsx'
import { Folded } from './folded.tsx'

/** 紛失 (Art. 18①): the draft of the incident report stands at once. */
export function Lost({ carryOut }: { carryOut: CarryOut }) {
  const { t } = useTranslation('carryouts')
  return <Folded label={t('lostBegin')}>{(close) => <LostTask carryOut={carryOut} close={close} />}</Folded>
}

function LostTask({ carryOut: { id }, close }: { carryOut: CarryOut; close: ReactNode }) {
  const { t } = useTranslation('carryouts')
  const [foundAt, setFoundAt] = useState<Instant | null>(thisMinute())
  const [place, setPlace] = useState('')
  const [circumstances, setCircumstances] = useState('')
  const lose = useCommand(desk.carryOuts.reportLost)
  return (
    <Task title={t('lostTitle')} lead={t('lostLead')} article="18①" error={lose.error} onSubmit={() => foundAt !== null && lose.run({ carryOutId: id, foundAt, place, circumstances })} act={<>
      <ActButton type="submit" color="red" variant="outline" loading={lose.busy} unless={[useWhyNot('carryOuts.reportLost'), foundAt === null && t('need', { field: t('lostAt') }), circumstances.trim() === '' && t('need', { field: t('lostHow') })]}>{t('lostNow')}</ActButton>
      {close}
    </>}>
      <div className="fields">
        <TimeField label={t('lostAt')} value={foundAt} onChange={setFoundAt} />
        <TextInput label={t('lostPlace')} value={place} onChange={(event) => setPlace(event.currentTarget.value)} />
        <Textarea className="wide" label={t('lostHow')} autosize minRows={3} value={circumstances} onChange={(event) => setCircumstances(event.currentTarget.value)} />
      </div>
    </Task>
  )
}
