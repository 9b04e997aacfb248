import { Button, NumberInput, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Copy } from '../../core/copies/copy.ts'
import { dayOf, type Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { Folded } from '../carryouts/folded.tsx'
import { desk } from '../desk.ts'
import { frozenOf, type Reason } from '../frame/frozen.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { thisMinute, TimeField } from '../parts/day-field.tsx'
import { Task } from '../send/task.tsx'

/** 承認 by the supervisor, who did not ask. */
export function Approve({ copy: { id, requestedBy } }: { copy: Copy }) {
  const { t } = useTranslation('copies')
  const { session } = useOffice()
  const approve = useCommand(desk.copies.approve)
  return (
    <Task title={t('approveTitle')} lead={t('approveLead')} article="11(8)" error={approve.error} onSubmit={() => approve.run({ copyId: id })}
      act={<ActButton type="submit" loading={approve.busy} unless={[useWhyNot('copies.approve'), requestedBy === session.personId && t('notOneself')]}>{t('approveNow')}</ActButton>} />
  )
}

/** 印刷: how many sheets came out. */
export function Print({ copy: { id, contractId, itemId } }: { copy: Copy }) {
  const { t } = useTranslation('copies')
  const [sheets, setSheets] = useState<number | null>(null)
  const print = useCommand(desk.copies.print)
  return (
    <Task title={t('printTitle')} lead={t('printLead')} article="11(8)" error={print.error} onSubmit={() => sheets !== null && print.run({ contractId, itemId, copyId: id, sheets })}
      act={<ActButton type="submit" loading={print.busy} unless={[useWhyNot('copies.make'), sheets === null && t('need', { field: t('sheets') })]}>{t('printNow')}</ActButton>}>
      <div className="fields"><NumberInput label={t('sheets')} min={1} max={1_000_000} allowDecimal={false} value={sheets ?? ''} onChange={(value) => setSheets(typeof value === 'number' ? value : null)} /></div>
    </Task>
  )
}

/** 消去: comes at the end of its use, so it stays behind a quiet button until the day up to which the copy may be kept. */
export function End({ copy }: { copy: Copy }) {
  const { t } = useTranslation('copies')
  const mayNot = useWhyNot('copies.end', copy.contractId)
  return dayOf(thisMinute()) < copy.useUntil ? <Folded label={t('endNow')} unless={frozenOf(mayNot)}>{(close) => <EndTask copy={copy} mayNot={mayNot} close={close} />}</Folded> : <EndTask copy={copy} mayNot={mayNot} />
}

/** The desk looks whether the file is gone, and whether an erasure proves it. */
function EndTask({ copy: { id, made }, mayNot, close }: { copy: Copy; mayNot: Reason | null; close?: ReactNode }) {
  const { t } = useTranslation('copies')
  const go = useNavigate()
  const [at, setAt] = useState<Instant | null>(thisMinute())
  const [how, setHow] = useState('')
  const end = useCommand(desk.copies.end)
  return (
    <Task title={t('endTitle')} lead={t('endLead')} article="11(8)" error={end.error} onSubmit={() => at !== null && end.run({ copyId: id, at, how, wipeId: null })} act={<>
      <ActButton type="submit" loading={end.busy} unless={[mayNot, at === null && t('need', { field: t('endAt') }), made?.path === null && how.trim() === '' && t('need', { field: t('endHow') })]}>{t('endNow')}</ActButton>
      {made?.path !== null && <Button variant="subtle" onClick={() => void go({ to: '/wipe/new' })}>{t('toWipe')}</Button>}
      {close}
    </>}>
      <div className="fields">
        <TimeField label={t('endAt')} value={at} onChange={setAt} />
        <TextInput label={t('endHow')} placeholder={t('endHowExample')} value={how} onChange={(event) => setHow(event.currentTarget.value)} />
      </div>
    </Task>
  )
}
