import { Button, Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../asking/command.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Trouble } from '../parts/trouble.tsx'

interface ReasonActProps { lead: string; label: string; danger?: boolean; unless?: (string | false | null)[]; act: (reason: string) => Promise<unknown>; onDone: () => void; children?: ReactNode }

/** A small act that wants its reason. */
export function ReasonAct({ lead, label, danger = false, unless = [], act, onDone, children }: ReasonActProps) {
  const { t } = useTranslation('staffing')
  const { t: parts } = useTranslation('parts')
  const [reason, setReason] = useState('')
  const command = useCommand(act)
  return (
    <form noValidate className="side-form" onSubmit={(event) => { event.preventDefault(); command.run(reason, onDone) }}>
      <p>{lead}</p>
      {children}
      <Textarea label={t('reason')} description={t('reasonWhy')} autosize minRows={2} maxRows={6} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Trouble of={command.error} />
      <div className="acts">
        <ActButton type="submit" {...(danger ? { color: 'red' } : {})} loading={command.busy} unless={[...unless, reason.trim() === '' && t('needReason')]}>{label}</ActButton>
        <Button variant="default" onClick={onDone}>{parts('cancel')}</Button>
      </div>
    </form>
  )
}
