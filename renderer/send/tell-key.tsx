import { Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyChannel, type TellKey as Order } from '../../core/mailings/mailing.ts'
import type { Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { ActButton } from '../parts/act-button.tsx'
import { thisMinute, TimeField } from '../parts/day-field.tsx'
import { asOrder, ExceptionFields, type ExceptionDraft } from '../parts/exception.tsx'
import { useTerm } from '../words/terms.ts'
import { Task } from './task.tsx'

/** by which way, when and to whom the passphrase was told; never what it is. */
export function TellKey({ id, first, tell }: { id: string; first: string; tell: (order: Order) => Promise<unknown> }) {
  const { t } = useTranslation('send')
  const term = useTerm()
  const [channel, setChannel] = useState<KeyChannel>('電話')
  const [at, setAt] = useState<Instant | null>(thisMinute())
  const [to, setTo] = useState(first)
  const [exception, setException] = useState<ExceptionDraft | null>(null)
  const command = useCommand(tell)
  const onTell = (): void => {
    if (at !== null) command.run({ id, channel, at, to, exception: channel === '別のメール' ? asOrder(exception) : null })
  }
  return (
    <Task title={t('keyTitle')} lead={t('keyLead')} article="11(7)" error={command.error} onSubmit={onTell} act={<ActButton type="submit" loading={command.busy} unless={[at === null && t('need', { field: t('keyAt') }), to.trim() === '' && t('need', { field: t('keyTo') })]}>{t('keyNow')}</ActButton>}>
      <Radio.Group label={t('channel')} value={channel} onChange={(one) => setChannel(one as KeyChannel)}>
        <div className="acts acts-tight">{KeyChannel.options.map((one) => <Radio key={one} value={one} label={term(one)} />)}</div>
      </Radio.Group>
      <div className="fields spaced">
        <TimeField label={t('keyAt')} value={at} onChange={setAt} />
        <TextInput label={t('keyTo')} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
      </div>
      {channel === '別のメール' && <ExceptionFields value={exception} onChange={setException} article="11(7)" why={t('keyException')} />}
    </Task>
  )
}
