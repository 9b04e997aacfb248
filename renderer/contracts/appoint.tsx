import { NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { PostDuty } from '../../core/contracts/organisation.ts'
import type { PersonId } from '../../core/people/person.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { PickPerson } from '../staffing/pick-person.tsx'
import { useTerm } from '../words/terms.ts'

/** One place in the 体制表. */
export function Appoint({ contract, hasSupervisor, onDone }: { contract: ContractOfWork; hasSupervisor: boolean; onDone: () => void }) {
  const { t } = useTranslation('contracts')
  const { t: staffing } = useTranslation('staffing')
  const term = useTerm()
  const [draft, setDraft] = useState({ duty: (hasSupervisor ? '代理者' : '作業責任者') as PostDuty, personId: null as PersonId | null, validFrom: dayOf(thisMinute()) as Day | null, validTo: null as Day | null, contactOrder: null as number | null, telDay: '', telNight: '' })
  const change = (by: Partial<typeof draft>): void => setDraft({ ...draft, ...by })
  const appoint = useCommand(desk.contracts.appoint)
  const onAppoint = (): void => {
    const { personId, validFrom, ...rest } = draft
    if (personId && validFrom) appoint.run({ ...rest, contractId: contract.id, personId, validFrom }, onDone)
  }
  return (
    <form noValidate className="side-form" onSubmit={(event) => { event.preventDefault(); onAppoint() }}>
      <Select label={t('duty')} allowDeselect={false} value={draft.duty} data={PostDuty.options.filter((duty) => !hasSupervisor || duty !== '作業責任者').map((value) => ({ value, label: term(value) }))} onChange={(duty) => change({ duty: duty as PostDuty })} />
      <PickPerson label={t('person')} value={draft.personId} onChange={(personId) => change({ personId })} />
      <DayField label={t('validFrom')} value={draft.validFrom} onChange={(validFrom) => change({ validFrom })} />
      <DayField label={t('validTo')} clearable value={draft.validTo} onChange={(validTo) => change({ validTo })} />
      <NumberInput label={t('contactOrder')} description={t('contactOrderWhy')} min={1} max={99} allowDecimal={false} value={draft.contactOrder ?? ''} onChange={(order) => change({ contactOrder: typeof order === 'number' ? order : null })} />
      <TextInput label={t('telDay')} type="tel" value={draft.telDay} onChange={(event) => change({ telDay: event.currentTarget.value })} />
      <TextInput label={t('telNight')} type="tel" value={draft.telNight} onChange={(event) => change({ telNight: event.currentTarget.value })} />
      <Trouble of={appoint.error} />
      <div className="acts"><ActButton type="submit" loading={appoint.busy} unless={[!draft.personId && staffing('needPerson'), !draft.validFrom && staffing('needDay')]}>{t('appointNow')}</ActButton></div>
    </form>
  )
}
