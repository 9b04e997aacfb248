import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { PersonId } from '../../core/people/person.ts'
import type { Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { DayField } from '../parts/day-field.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { PickPerson } from '../staffing/pick-person.tsx'

/** 作業責任者の変更 (Art. 5③): handed in before the day it takes effect, wherever the city has asked for it. */
export function ChangeSupervisor({ contract, now, onDone }: { contract: ContractOfWork; now: string; onDone: () => void }) {
  const { t } = useTranslation('contracts')
  const { t: staffing } = useTranslation('staffing')
  const [draft, setDraft] = useState({ to: null as PersonId | null, effectiveOn: null as Day | null, submittedOn: null as Day | null, docNo: '', reason: '', telDay: '', telNight: '' })
  const change = (by: Partial<typeof draft>): void => setDraft({ ...draft, ...by })
  const command = useCommand(desk.contracts.changeSupervisor)
  const onChange = (): void => {
    const { to, effectiveOn, ...rest } = draft
    if (to && effectiveOn) command.run({ ...rest, contractId: contract.id, to, effectiveOn, contactOrder: 1 }, onDone)
  }
  return (
    <form noValidate className="side-form" onSubmit={(event) => { event.preventDefault(); onChange() }}>
      <p>{t('changeLead', { name: now })}</p>
      <PickPerson label={t('newSupervisor')} value={draft.to} onChange={(to) => change({ to })} among={({ roles }) => roles.includes('supervisor')} />
      <DayField label={t('effectiveOn')} value={draft.effectiveOn} onChange={(effectiveOn) => change({ effectiveOn })} />
      <DayField label={t('changeSubmittedOn')} description={t('changeSubmittedWhy')} clearable value={draft.submittedOn} onChange={(submittedOn) => change({ submittedOn })} />
      <TextInput label={t('changeDocNo')} value={draft.docNo} onChange={(event) => change({ docNo: event.currentTarget.value })} />
      <TextInput label={t('telDay')} type="tel" value={draft.telDay} onChange={(event) => change({ telDay: event.currentTarget.value })} />
      <TextInput label={t('telNight')} type="tel" value={draft.telNight} onChange={(event) => change({ telNight: event.currentTarget.value })} />
      <Textarea label={staffing('reason')} autosize minRows={2} maxRows={6} value={draft.reason} onChange={(event) => change({ reason: event.currentTarget.value })} />
      <Trouble of={command.error} />
      <div className="acts"><ActButton type="submit" loading={command.busy} unless={[!draft.to && staffing('needPerson'), !draft.effectiveOn && staffing('needDay'), draft.reason.trim() === '' && staffing('needReason')]}>{t('changeNow')}</ActButton></div>
    </form>
  )
}
