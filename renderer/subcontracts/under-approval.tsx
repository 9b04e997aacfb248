import { Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { agreementIsLate } from '../../core/subcontracts/rules.ts'
import type { Subcontract } from '../../core/subcontracts/subcontract.ts'
import type { Day, Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { Folded } from '../carryouts/folded.tsx'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField } from '../parts/day-field.tsx'
import { FileField } from '../parts/file-field.tsx'
import { Notice } from '../parts/notice.tsx'
import { Task } from '../send/task.tsx'
import { today } from './apply.tsx'

/** 契約締結 (Art. 9④). */
export function Agree({ of: one }: { of: Subcontract }) {
  const { t } = useTranslation('subcontracts')
  const [file, setFile] = useState<string | null>(null)
  const [signedOn, setSignedOn] = useState<Day | null>(today())
  const [clauses, setClauses] = useState('')
  const [late] = useState(() => agreementIsLate(one, Date.now() as Instant))
  const agree = useCommand(desk.subcontracts.agree)
  const onAgree = (): void => {
    if (file !== null && signedOn !== null) agree.run({ subcontractId: one.id, file, signedOn, clauses: clauses.split('\n').map((line) => line.trim()).filter((line) => line !== '') })
  }
  return (
    <Task title={t('agreeTitle')} lead={t('agreeLead')} article="9④" error={agree.error} onSubmit={onAgree} act={<ActButton type="submit" loading={agree.busy} unless={[useWhyNot('subcontracts.agree'), file === null && t('need', { field: t('agreement') }), signedOn === null && t('need', { field: t('signedOn') })]}>{t('agreeNow')}</ActButton>}>
      {late && <Notice look="warning" title={t('agreeLate')} />}
      <div className="spaced"><FileField label={t('agreementFile')} value={file} onChange={setFile} /></div>
      <div className="fields spaced">
        <DayField label={t('signedOn')} value={signedOn} onChange={setSignedOn} />
        <Textarea className="wide" label={t('clauses')} placeholder={t('clausesExample')} autosize minRows={2} value={clauses} onChange={(event) => setClauses(event.currentTarget.value)} />
      </div>
    </Task>
  )
}

/** 履行の開始. */
export function Start({ of: { id } }: { of: Subcontract }) {
  const { t } = useTranslation('subcontracts')
  const [on, setOn] = useState<Day | null>(today())
  const start = useCommand(desk.subcontracts.start)
  return (
    <Task title={t('startTitle')} lead={t('startLead')} article="9③" error={start.error} onSubmit={() => on !== null && start.run({ subcontractId: id, on })} act={<ActButton type="submit" loading={start.busy} unless={[useWhyNot('subcontracts.start'), on === null && t('need', { field: t('startedOn') })]}>{t('startNow')}</ActButton>}>
      <div className="fields"><DayField label={t('startedOn')} value={on} onChange={setOn} /></div>
    </Task>
  )
}

/** 終了, behind a quiet button: with the subcontractor's erasure, or not at all. */
export function End({ of: one }: { of: Subcontract }) {
  const { t } = useTranslation('subcontracts')
  return <Folded label={t('endBegin')}>{(close) => <EndTask of={one} close={close} />}</Folded>
}

function EndTask({ of: { id }, close }: { of: Subcontract; close: ReactNode }) {
  const { t } = useTranslation('subcontracts')
  const [on, setOn] = useState<Day | null>(today())
  const [erasedOn, setErasedOn] = useState<Day | null>(null)
  const [said, say] = useState({ erasedHow: '', confirmedBy: '', evidence: '' })
  const end = useCommand(desk.subcontracts.end)
  const line = (key: keyof typeof said) => <TextInput label={t(key)} value={said[key]} onChange={(event) => say({ ...said, [key]: event.currentTarget.value })} />
  return (
    <Task title={t('endTitle')} lead={t('endLead')} article="9③" error={end.error} onSubmit={() => on !== null && end.run({ subcontractId: id, on, erasedOn, ...said })} act={<>
      <ActButton type="submit" variant="default" loading={end.busy} unless={[useWhyNot('subcontracts.end'), erasedOn === null && t('need', { field: t('erasedOn') }), said.erasedHow.trim() === '' && t('need', { field: t('erasedHow') }), said.confirmedBy.trim() === '' && t('need', { field: t('confirmedBy') })]}>{t('endNow')}</ActButton>
      {close}
    </>}>
      <div className="fields">
        <DayField label={t('endedOn')} value={on} onChange={setOn} />
        <DayField label={t('erasedOn')} value={erasedOn} onChange={setErasedOn} />
        {line('erasedHow')}{line('confirmedBy')}{line('evidence')}
      </div>
    </Task>
  )
}
