import { Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CityReceipt, type Mailing } from '../../core/mailings/mailing.ts'
import type { Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { thisMinute, TimeField } from '../parts/day-field.tsx'
import { Task } from './task.tsx'

/** 甲受領確認: the city says itself that it is there. */
export function ConfirmReceipt({ parcel, second }: { parcel: Mailing; second: boolean }) {
  const { t } = useTranslation('send')
  const [by, setBy] = useState(parcel.arrivedTo)
  const [at, setAt] = useState<Instant | null>(thisMinute())
  const [how, setHow] = useState<CityReceipt['how']>('受領票')
  const [cityRef, setCityRef] = useState('')
  const confirm = useCommand(desk.mailings.confirmReceipt)
  return (
    <Task title={t('cityTitle')} lead={t('cityLead')} article="11(4)" error={confirm.error} onSubmit={() => at !== null && confirm.run({ mailingId: parcel.id, receipt: { by, at, how, cityRef } })}
      act={<ActButton type="submit" variant={second ? 'default' : 'filled'} loading={confirm.busy} unless={[at === null && t('need', { field: t('cityAt') }), by.trim() === '' && t('need', { field: t('cityBy') })]}>{t('cityNow')}</ActButton>}>
      <Radio.Group label={t('cityHow')} value={how} onChange={(one) => setHow(one as CityReceipt['how'])}><div className="acts acts-tight">{CityReceipt.shape.how.options.map((one) => <Radio key={one} value={one} label={t(`cityHows.${one}`)} />)}</div></Radio.Group>
      <div className="fields spaced">
        <TextInput label={t('cityBy')} value={by} onChange={(event) => setBy(event.currentTarget.value)} />
        <TimeField label={t('cityAt')} value={at} onChange={setAt} />
        <TextInput label={t('cityRefOptional')} value={cityRef} onChange={(event) => setCityRef(event.currentTarget.value)} />
      </div>
    </Task>
  )
}
