import { Button, Radio, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mail } from '../../core/mails/mail.ts'
import type { Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { thisMinute, TimeField } from '../parts/day-field.tsx'
import { Notice } from '../parts/notice.tsx'
import { Task } from './task.tsx'

/** 送信: over the office's own server. What it refused has not left, and the next try is one press away. */
export function SendNow({ mail }: { mail: Mail }) {
  const { t } = useTranslation('send')
  const server = useQuery(questions.mailServer).data
  const send = useCommand(({ mailId }: { mailId: Mail['id'] }) => desk.mails.send({ mailId }))
  const last = mail.attempts.at(-1)
  if (server === undefined) return null
  if (server === null) return <p className="notice-line soft"><span>{t('serverNone')}</span> <Link className="way-on" to="/settings/mail">{t('toServer')}</Link></p>
  return (
    <Task title={t('sendTitle')} lead={t('sendLead', { server: server.host })} article="11(7)" error={send.error} onSubmit={() => send.run({ mailId: mail.id })} act={<ActButton type="submit" loading={send.busy} unless={[mail.note === null && t('noteMissing')]}>{t('sendNow')}</ActButton>}>
      <Letter mail={mail} />
      {last && !send.error && <Notice look="warning" title={t(`attempts.${last.outcome}`)}>{last.answer}</Notice>}
    </Task>
  )
}

/** What is about to leave, to whom, once more in plain sight. */
export function Letter({ mail }: { mail: Mail }) {
  const { t } = useTranslation('send')
  return (
    <div className="letter">
      <p><b>{t('mailToShort')}</b>　{mail.to.join('、')}</p>
      <p><b>{t('subject')}</b>　{mail.subject}</p>
      <p><b>{t('attachment')}</b>　<span className="code">{mail.attachmentName}</span></p>
      {mail.note !== null && <p className="letter-note">{mail.note}</p>}
    </div>
  )
}

/** Nobody knows whether it left: somebody asks, and says what they heard. It is never sent again by itself. */
export function SettleSending({ mail }: { mail: Mail }) {
  const { t } = useTranslation('send')
  const [left, setLeft] = useState<'left' | 'stayed' | null>(null)
  const [at, setAt] = useState<Instant | null>(mail.sending?.at ?? thisMinute())
  const [evidence, setEvidence] = useState('')
  const settle = useCommand(desk.mails.settleSending)
  return (
    <Task title={t('settleTitle')} lead={t('settleLead', { server: mail.sending?.server ?? '' })} article="11(7)" error={settle.error} onSubmit={() => at !== null && left !== null && settle.run({ mailId: mail.id, left: left === 'left', at, evidence })}
      act={<ActButton type="submit" loading={settle.busy} unless={[left === null && t('need', { field: t('settleWhich') }), at === null && t('need', { field: t('sentAt') }), evidence.trim() === '' && t('need', { field: t('evidence') })]}>{t('settleNow')}</ActButton>}>
      <p className="small soft">Message-ID　<span className="code">{mail.sending?.messageId}</span></p>
      <Radio.Group label={t('settleWhich')} value={left} onChange={(one) => setLeft(one as 'left' | 'stayed')}><div className="acts acts-tight"><Radio value="left" label={t('settleLeft')} /><Radio value="stayed" label={t('settleStayed')} /></div></Radio.Group>
      <div className="fields spaced">
        {left === 'left' && <TimeField label={t('sentAt')} value={at} onChange={setAt} />}
        <Textarea className="wide" label={t('evidence')} description={t('evidenceWhy')} autosize minRows={2} value={evidence} onChange={(event) => setEvidence(event.currentTarget.value)} />
      </div>
    </Task>
  )
}

/** 誤送信: to whom it should not have gone. The draft of an incident report comes with it. */
export function Misdirected({ mail }: { mail: Mail }) {
  const { t } = useTranslation('send')
  const { t: parts } = useTranslation('parts')
  const [open, setOpen] = useState(false)
  const [address, setAddress] = useState<string | null>(mail.to.length === 1 ? (mail.to[0] ?? null) : null)
  const [foundAt, setFoundAt] = useState<Instant | null>(thisMinute())
  const [circumstances, setCircumstances] = useState('')
  const report = useCommand(desk.mails.misdirected)
  if (!open) return <div className="acts"><Button variant="subtle" color="red" onClick={() => setOpen(true)}>{t('misdirected')}</Button></div>
  return (
    <Task title={t('misdirectedTitle')} lead={t('misdirectedLead')} article="18①" error={report.error} onSubmit={() => foundAt !== null && address !== null && report.run({ mailId: mail.id, addresses: [address], foundAt, circumstances })}
      act={<><ActButton type="submit" color="red" loading={report.busy} unless={[address === null && t('need', { field: t('wrongAddress') }), foundAt === null && t('need', { field: t('foundAt') }), circumstances.trim() === '' && t('need', { field: t('circumstances') })]}>{t('misdirectedNow')}</ActButton><Button variant="subtle" onClick={() => setOpen(false)}>{parts('cancel')}</Button></>}>
      <Radio.Group label={t('wrongAddress')} value={address} onChange={setAddress}><div className="stacked-tight">{mail.to.map((one) => <Radio key={one} value={one} label={one} />)}</div></Radio.Group>
      <div className="fields spaced">
        <TimeField label={t('foundAt')} value={foundAt} onChange={setFoundAt} />
        <Textarea className="wide" label={t('circumstances')} autosize minRows={3} value={circumstances} onChange={(event) => setCircumstances(event.currentTarget.value)} />
      </div>
    </Task>
  )
}
