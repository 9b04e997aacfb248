import { NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fax } from '../../core/faxes/fax.ts'
import type { Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { thisMinute, TimeField } from '../parts/day-field.tsx'
import { FileField } from '../parts/file-field.tsx'
import { Notice } from '../parts/notice.tsx'
import { Task } from '../send/task.tsx'

export function Approve({ fax: { id, requestedBy } }: { fax: Fax }) {
  const { t } = useTranslation('faxes')
  const { session } = useOffice()
  const approve = useCommand(desk.faxes.approve)
  return (
    <Task title={t('approveTitle')} lead={t('approveLead')} article="11(6)" error={approve.error} onSubmit={() => approve.run({ faxId: id })}
      act={<ActButton type="submit" loading={approve.busy} unless={[useWhyNot('faxes.approve'), requestedBy === session.personId && t('notOneself')]}>{t('approveNow')}</ActButton>} />
  )
}

/** Test page, call, pages: each with its time. */
export function Send({ fax: { id, recipient } }: { fax: Fax }) {
  const { t } = useTranslation('faxes')
  const [times, setTimes] = useState<Record<'testPageAt' | 'calledAt' | 'at', Instant | null>>({ testPageAt: null, calledAt: null, at: thisMinute() })
  const [names, setNames] = useState({ testSeenBy: recipient.name, calledTo: recipient.name })
  const [pages, setPages] = useState<number | null>(null)
  const [slip, setSlip] = useState<string | null>(null)
  const sent = useCommand(desk.faxes.sent)
  const { testPageAt, calledAt, at } = times
  const onSent = (): void => {
    if (testPageAt !== null && calledAt !== null && at !== null && pages !== null) sent.run({ faxId: id, at, pages, testPageAt, calledAt, ...names, slip })
  }
  const time = (key: keyof typeof times, label: string) => <TimeField label={label} value={times[key]} onChange={(value) => setTimes({ ...times, [key]: value })} />
  const who = (key: keyof typeof names, label: string) => <TextInput label={label} value={names[key]} onChange={(event) => setNames({ ...names, [key]: event.currentTarget.value })} />
  return (
    <Task title={t('sendTitle')} lead={t('sendLead')} article="11(6)" error={sent.error} onSubmit={onSent} act={
      <ActButton type="submit" loading={sent.busy} unless={[useWhyNot('faxes.sent'), testPageAt === null && t('need', { field: t('testPageAt') }), calledAt === null && t('need', { field: t('calledAt') }), at === null && t('need', { field: t('sentAt') }), pages === null && t('need', { field: t('pages') }), names.testSeenBy.trim() === '' && t('need', { field: t('testSeenBy') }), names.calledTo.trim() === '' && t('need', { field: t('calledTo') })]}>{t('sendNow')}</ActButton>
    }>
      <div className="fields">
        {time('testPageAt', t('testPageAt'))}{who('testSeenBy', t('testSeenBy'))}{time('calledAt', t('calledAt'))}{who('calledTo', t('calledTo'))}{time('at', t('sentAt'))}
        <NumberInput label={t('pages')} min={1} max={10_000} allowDecimal={false} value={pages ?? ''} onChange={(value) => setPages(typeof value === 'number' ? value : null)} />
      </div>
      <div className="spaced"><FileField label={t('slip')} value={slip} onChange={setSlip} /></div>
    </Task>
  )
}

/** 着信確認: whoever took it out of the machine counts. */
export function Confirm({ fax: { id, recipient, state, sent, arrival } }: { fax: Fax }) {
  const { t } = useTranslation('faxes')
  const [at, setAt] = useState<Instant | null>(thisMinute())
  const [to, setTo] = useState(recipient.name)
  const [pages, setPages] = useState<number | null>(null)
  const arrived = useCommand(desk.faxes.arrived)
  return (
    <>
      {state === 'differs' && <Notice look="refused" title={t('differsNotice')}>{t('differsLead', { sent: sent?.pages ?? 0, arrived: arrival?.pages ?? 0 })}</Notice>}
      <Task title={t('confirmTitle')} lead={t('confirmLead')} article="11(6)" error={arrived.error} onSubmit={() => at !== null && pages !== null && arrived.run({ faxId: id, at, to, pages })} act={
        <ActButton type="submit" loading={arrived.busy} unless={[useWhyNot('faxes.arrived'), at === null && t('need', { field: t('confirmedAt') }), to.trim() === '' && t('need', { field: t('confirmedTo') }), pages === null && t('need', { field: t('arrivedPages') })]}>{t('confirmNow')}</ActButton>
      }>
        <div className="fields">
          <TimeField label={t('confirmedAt')} value={at} onChange={setAt} />
          <TextInput label={t('confirmedTo')} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
          <NumberInput label={t('arrivedPages')} min={0} max={10_000} allowDecimal={false} value={pages ?? ''} onChange={(value) => setPages(typeof value === 'number' ? value : null)} />
        </div>
      </Task>
    </>
  )
}
