import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mailing } from '../../core/mailings/mailing.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Notice } from '../parts/notice.tsx'
import { shell } from '../shell.ts'
import { useNumberWarning } from './number-warning.ts'
import { Task } from './task.tsx'

/** 発送: the number of the slip, checked while it is typed or scanned. */
export function Dispatch({ parcel }: { parcel: Mailing }) {
  const { t } = useTranslation('send')
  const sayWarning = useNumberWarning()
  const [raw, setRaw] = useState('')
  const [slip, setSlip] = useState<string | null>(null)
  const dispatch = useCommand(desk.mailings.dispatch)
  const checked = useQuery({ queryKey: ['tracking', parcel.contractId, parcel.carrier, parcel.service, raw], queryFn: () => desk.mailings.checkTracking({ contractId: parcel.contractId, carrier: parcel.carrier, service: parcel.service, raw }), enabled: raw.trim().length >= 4 }).data
  return (
    <Task title={t('dispatchTitle')} lead={t('dispatchLead')} article="11(4)" error={dispatch.error} onSubmit={() => dispatch.run({ mailingId: parcel.id, trackingNo: raw, slip })} act={<ActButton type="submit" loading={dispatch.busy} unless={[raw.trim() === '' && t('need', { field: t('trackingNo') }), checked && !checked.valid && t('trackingBad', { service: parcel.service })]}>{t('dispatchNow')}</ActButton>}>
      <div className="fields">
        <TextInput className="wide" label={`${t('trackingNo')}（${parcel.service}）`} description={t('trackingWhy')} spellCheck={false} autoComplete="off" inputMode="numeric" classNames={{ input: 'code' }} value={raw} onChange={(event) => setRaw(event.currentTarget.value)} />
        <div className="wide" role="status">
          {checked?.valid && <Notice look="good" title={t('trackingGood', { printed: checked.printed })}>{t('trackingLimit')}</Notice>}
          {checked && !checked.valid && <Notice look="warning" title={t('trackingBad', { service: parcel.service })} />}
          {checked?.warnings.map((warning) => <Notice key={warning} look="warning" title={sayWarning(warning)} />)}
        </div>
        <div className="wide notice-line">
          <Button variant="subtle" onClick={() => void shell.pickFiles().then(([path]) => path !== undefined && setSlip(path))}>{t('slipPick')}</Button>
          <span className="soft">{slip === null ? t('slip') : <span className="code">{slip}</span>}</span>
        </div>
      </div>
    </Task>
  )
}
