import { Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Provision } from '../../core/provisions/provision.ts'
import { sameWords } from '../../core/text.ts'
import { dayOf, type Day, type Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField } from '../parts/day-field.tsx'
import { nobody, SecondPerson } from '../parts/second-person.tsx'
import { Task } from '../send/task.tsx'

const today = (): Day => dayOf(Date.now() as Instant)

/** 承諾: the city's number and day, the reason, and a second person. */
export function Consent({ provision: { id } }: { provision: Provision }) {
  const { t } = useTranslation('provisions')
  const [on, setOn] = useState<Day | null>(today())
  const [said, say] = useState({ cityRef: '', reason: '' })
  const [second, setSecond] = useState(nobody)
  const consent = useCommand(desk.provisions.consent)
  return (
    <Task title={t('consentTitle')} lead={t('consentLead')} article="13" error={consent.error} onSubmit={() => on !== null && consent.run({ provisionId: id, on, exception: { ...said, second } })} act={
      <ActButton type="submit" loading={consent.busy} unless={[useWhyNot('provisions.consent'), said.cityRef.trim() === '' && t('need', { field: t('cityRef') }), on === null && t('need', { field: t('consentedOn') }), said.reason.trim() === '' && t('need', { field: t('reason') }), second.loginId === '' && t('need', { field: t('second') })]}>{t('consentNow')}</ActButton>
    }>
      <div className="fields">
        <TextInput label={t('cityRef')} value={said.cityRef} onChange={(event) => say({ ...said, cityRef: event.currentTarget.value })} />
        <DayField label={t('consentedOn')} value={on} onChange={setOn} />
        <Textarea className="wide" label={t('reason')} autosize minRows={2} value={said.reason} onChange={(event) => say({ ...said, reason: event.currentTarget.value })} />
      </div>
      <div className="spaced"><SecondPerson value={second} onChange={setSecond} /></div>
    </Task>
  )
}

/** 提供: when and how; of parcels and mails, only those that went there are offered. */
export function ProvideTask({ provision: { id, contractId, organisation } }: { provision: Provision }) {
  const { t } = useTranslation('provisions')
  const { contract } = useOffice()
  const [on, setOn] = useState<Day | null>(today())
  const [means, setMeans] = useState('')
  const [sentBy, setSentBy] = useState<string | null>(null)
  const provide = useCommand(desk.provisions.provide)
  const mailings = (useQuery(questions.mailings(contractId)).data ?? []).filter((one) => one.dispatchedAt !== null && sameWords(one.recipient.organisation, organisation))
  const theirs = new Set(contract?.recipients.filter((one) => sameWords(one.organisation, organisation)).map(({ email }) => email.toLowerCase()))
  const mails = (useQuery(questions.mails(contractId)).data ?? []).filter((one) => one.sentAt !== null && one.to.some((to) => theirs.has(to.toLowerCase())))
  const ways = [...mailings.map((one) => ({ value: one.id as string, label: `${one.no}　${one.content}` })), ...mails.map((one) => ({ value: one.id as string, label: `${one.no}　${one.subject}` }))]
  return (
    <Task title={t('provideTitle')} lead={t('provideLead')} article="13" error={provide.error} onSubmit={() => on !== null && provide.run({ provisionId: id, on, means, sentBy })} act={
      <ActButton type="submit" loading={provide.busy} unless={[useWhyNot('provisions.provide'), on === null && t('need', { field: t('providedOn') }), means.trim() === '' && t('need', { field: t('means') })]}>{t('provideNow')}</ActButton>
    }>
      <div className="fields">
        <DayField label={t('providedOn')} value={on} onChange={setOn} />
        <TextInput label={t('means')} placeholder={t('meansExample')} value={means} onChange={(event) => setMeans(event.currentTarget.value)} />
        {ways.length > 0 && <Select label={t('sentBy')} placeholder={t('sentByNone')} clearable value={sentBy} onChange={setSentBy} data={ways} />}
      </div>
    </Task>
  )
}
