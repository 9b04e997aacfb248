import { Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CarryOut } from '../../core/carryouts/carry-out.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { frozenOf, type Reason } from '../frame/frozen.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Task } from '../send/task.tsx'
import { Folded } from './folded.tsx'

type Way = 'reject' | 'city' | 'withdraw'
const words = {
  reject: { begin: 'rejectBegin', title: 'rejectTitle', lead: 'rejectLead', now: 'rejectNow' },
  city: { begin: 'cityRejectBegin', title: 'cityRejectTitle', lead: 'rejectLead', now: 'rejectNow' },
  withdraw: { begin: 'withdrawBegin', title: 'withdrawTitle', lead: 'withdrawLead', now: 'withdrawNow' },
} as const

/** 却下 by the supervisor or by the city, and 取下げ: with a reason, and nothing is erased. */
export function SayNo({ way, carryOut }: { way: Way; carryOut: CarryOut }) {
  const { t } = useTranslation('carryouts')
  const mayNot = useWhyNot(way === 'withdraw' ? 'carryOuts.withdraw' : 'carryOuts.reject', carryOut.contractId)
  return <Folded label={t(words[way].begin)} unless={frozenOf(mayNot)}>{(close) => <SayNoTask way={way} carryOut={carryOut} mayNot={mayNot} close={close} />}</Folded>
}

function SayNoTask({ way, carryOut: { id }, mayNot, close }: { way: Way; carryOut: CarryOut; mayNot: Reason | null; close: ReactNode }) {
  const { t } = useTranslation('carryouts')
  const { contract } = useOffice()
  const [reason, setReason] = useState('')
  const [toldBy, setToldBy] = useState(contract?.city.officer ?? '')
  const command = useCommand((): Promise<unknown> => (way === 'withdraw' ? desk.carryOuts.withdraw({ carryOutId: id, reason }) : desk.carryOuts.reject({ carryOutId: id, of: way === 'city' ? '甲' : '乙', toldBy: way === 'city' ? toldBy : '', reason })))
  return (
    <Task title={t(words[way].title)} lead={t(words[way].lead)} article="11(2)" error={command.error} onSubmit={() => command.run(undefined)} act={<>
      <ActButton type="submit" variant="default" loading={command.busy} unless={[mayNot, way === 'city' && toldBy.trim() === '' && t('need', { field: t('toldBy') }), reason.trim() === '' && t('need', { field: t('reason') })]}>{t(words[way].now)}</ActButton>
      {close}
    </>}>
      <div className="fields">
        {way === 'city' && <TextInput label={t('toldBy')} value={toldBy} onChange={(event) => setToldBy(event.currentTarget.value)} />}
        <Textarea className="wide" label={t('reason')} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </div>
    </Task>
  )
}
