import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { Filing } from '../../core/requests/request.ts'
import type { Day, Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useFormWord } from '../documents/form-word.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute, TimeField } from '../parts/day-field.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** Writes down what the city asked for. */
export function RecordRequest({ contract, onDone }: { contract: ContractOfWork; onDone: () => void }) {
  const { t } = useTranslation('documents')
  const word = useFormWord()
  const [form, choose] = useState<Filing | null>(null)
  const [requestedBy, setBy] = useState([contract.city.name, contract.city.section, contract.city.officer].filter((part) => part !== '').join(' '))
  const [requestedAt, setAt] = useState<Instant | null>(thisMinute())
  const [dueOn, setDue] = useState<Day | null>(null)
  const [cityRef, setRef] = useState('')
  const receive = useCommand(desk.requests.receive)
  const mayNot = useWhyNot('requests.receive')
  const onRecord = (): void => { if (form !== null && requestedAt !== null) receive.run({ contractId: contract.id, form, requestedBy, requestedAt, cityRef, dueOn }, onDone) }
  return (
    <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); onRecord() }}>
      <Select label={t('form')} searchable placeholder={t('choosePlaceholder')} value={form} onChange={(value) => choose(value as Filing | null)} data={Filing.options.map((value) => ({ value, label: `${value}　${word(value)}` }))} />
      <TextInput label={t('requestedBy')} value={requestedBy} onChange={(event) => setBy(event.currentTarget.value)} mt="md" />
      <div className="spaced"><TimeField label={t('requestedAt')} value={requestedAt} onChange={setAt} /></div>
      <div className="spaced"><DayField label={t('dueOn')} value={dueOn} onChange={setDue} clearable /></div>
      <TextInput label={t('cityRef')} value={cityRef} onChange={(event) => setRef(event.currentTarget.value)} mt="md" />
      <div className="spaced"><Trouble of={receive.error} /></div>
      <div className="acts"><ActButton type="submit" loading={receive.busy} unless={[mayNot, form === null && t('need', { field: t('form') }), requestedBy.trim() === '' && t('need', { field: t('requestedBy') }), requestedAt === null && t('need', { field: t('requestedAt') })]}>{t('record')}</ActButton></div>
    </form>
  )
}
