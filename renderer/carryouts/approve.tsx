import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CarryOut } from '../../core/carryouts/carry-out.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Task } from '../send/task.tsx'

/** 作業責任者の承認. */
export function Approve({ carryOut: { id, appliedBy, persons } }: { carryOut: CarryOut }) {
  const { t } = useTranslation('carryouts')
  const { session } = useOffice()
  const [conditions, setConditions] = useState('')
  const approve = useCommand(desk.carryOuts.approve)
  return (
    <Task title={t('approveTitle')} lead={t('approveLead')} article="11(2)" error={approve.error} onSubmit={() => approve.run({ carryOutId: id, conditions })} act={
      <ActButton type="submit" loading={approve.busy} unless={[useWhyNot('carryOuts.approve'), appliedBy === session.personId ? t('notApplicant') : persons.includes(session.personId) && t('notCarrier')]}>{t('approveNow')}</ActButton>
    }>
      <Textarea label={t('conditions')} autosize minRows={2} value={conditions} onChange={(event) => setConditions(event.currentTarget.value)} />
    </Task>
  )
}
