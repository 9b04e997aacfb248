import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../asking/command.ts'
import { frozenOf, type Reason } from '../frame/frozen.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** 取りやめ: before it left, and why. What was recorded stays recorded. */
export function Withdraw({ mayNot, withdraw }: { mayNot: Reason | null; withdraw: (reason: string) => Promise<unknown> }) {
  const { t } = useTranslation('send')
  const { t: parts } = useTranslation('parts')
  const [reason, setReason] = useState<string | null>(null)
  const command = useCommand(withdraw)
  if (reason === null) return <div className="acts"><ActButton variant="subtle" unless={[frozenOf(mayNot)]} onClick={() => setReason('')}>{t('withdraw')}</ActButton></div>
  return (
    <form noValidate className="step-task" aria-label={t('withdraw')} onSubmit={(event) => { event.preventDefault(); command.run(reason) }}>
      <h2>{t('withdraw')}</h2>
      <p className="soft">{t('withdrawLead')}</p>
      <div className="spaced"><Textarea label={t('withdrawReason')} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} /></div>
      <div className="spaced"><Trouble of={command.error} /></div>
      <div className="acts">
        <ActButton type="submit" variant="default" loading={command.busy} unless={[mayNot, reason.trim() === '' && t('need', { field: t('withdrawReason') })]}>{t('withdrawNow')}</ActButton>
        <Button variant="subtle" onClick={() => setReason(null)}>{parts('cancel')}</Button>
      </div>
    </form>
  )
}
