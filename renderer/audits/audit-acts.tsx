import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Audit, AuditRequest } from '../../core/audits/audit.ts'
import { type Day, dayOf, type Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute, TimeField } from '../parts/day-field.tsx'
import { Task } from '../send/task.tsx'

interface Act { audit: Audit; close?: ReactNode; done?: () => void }

/** 実施: how it really was. */
export function Hold({ audit: { id: auditId, auditors: planned, place: where, plannedAt } }: Act) {
  const { t } = useTranslation('audits')
  const { session } = useOffice()
  const [from, setFrom] = useState<Instant | null>(plannedAt < thisMinute() ? plannedAt : thisMinute())
  const [to, setTo] = useState<Instant | null>(null)
  const [auditors, setAuditors] = useState(planned)
  const [place, setPlace] = useState(where)
  const [attendees, setAttendees] = useState(session.name)
  const [remarks, setRemarks] = useState('')
  const hold = useCommand(desk.audits.hold)
  return (
    <Task title={t('holdTitle')} lead={t('holdLead')} article="17①" error={hold.error} onSubmit={() => from !== null && hold.run({ auditId, from, to, auditors, place, attendees, remarks })} act={
      <ActButton type="submit" loading={hold.busy} unless={[useWhyNot('audits.hold'), from === null && t('need', { field: t('from') }), auditors.trim() === '' && t('need', { field: t('auditors') })]}>{t('holdNow')}</ActButton>
    }>
      <div className="fields">
        <TimeField label={t('from')} value={from} onChange={setFrom} />
        <TimeField label={t('to')} value={to} onChange={setTo} clearable />
        <TextInput className="wide" label={t('auditors')} value={auditors} onChange={(event) => setAuditors(event.currentTarget.value)} />
        <TextInput label={t('place')} value={place} onChange={(event) => setPlace(event.currentTarget.value)} />
        <TextInput label={t('attendees')} value={attendees} onChange={(event) => setAttendees(event.currentTarget.value)} />
        <Textarea className="wide" label={t('remarks')} autosize minRows={2} value={remarks} onChange={(event) => setRemarks(event.currentTarget.value)} />
      </div>
    </Task>
  )
}

/** 要求・指示 (17②). */
export function Ask({ audit: { id: auditId, auditors }, close, done }: Act) {
  const { t } = useTranslation('audits')
  const [kind, setKind] = useState<AuditRequest['kind']>('資料')
  const [what, setWhat] = useState('')
  const [askedBy, setAskedBy] = useState(auditors)
  const [askedAt, setAskedAt] = useState<Instant | null>(thisMinute())
  const [dueOn, setDueOn] = useState<Day | null>(null)
  const ask = useCommand(desk.audits.ask)
  return (
    <Task title={t('askTitle')} lead={t('askLead')} article="17②" error={ask.error} onSubmit={() => askedAt !== null && ask.run({ auditId, kind, what, askedBy, askedAt, dueOn }, done)} act={<>
      <ActButton type="submit" variant="default" loading={ask.busy} unless={[useWhyNot('audits.ask'), what.trim() === '' && t('need', { field: t('what') }), askedBy.trim() === '' && t('need', { field: t('askedBy') }), askedAt === null && t('need', { field: t('askedAt') })]}>{t('askNow')}</ActButton>
      {close}
    </>}>
      <div className="fields">
        <Select label={t('askKind')} value={kind} onChange={(value) => value !== null && setKind(value)} data={(['資料', '説明', '指示'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))} allowDeselect={false} />
        <TextInput label={t('askedBy')} value={askedBy} onChange={(event) => setAskedBy(event.currentTarget.value)} />
        <Textarea className="wide" label={t('what')} autosize minRows={2} value={what} onChange={(event) => setWhat(event.currentTarget.value)} />
        <TimeField label={t('askedAt')} value={askedAt} onChange={setAskedAt} />
        <DayField label={t('dueOn')} value={dueOn} onChange={setDueOn} clearable />
      </div>
    </Task>
  )
}

/** 提示: by the numbers of documents that were issued, or in words. */
export function Answer({ audit: { id: auditId, contractId }, request: { no }, primary = false, close, done }: Act & { request: AuditRequest; primary?: boolean }) {
  const { t } = useTranslation('audits')
  const issued = useQuery(questions.receipts(contractId)).data ?? []
  const [documentIds, setDocumentIds] = useState<string[]>([])
  const [what, setWhat] = useState('')
  const [at, setAt] = useState<Instant | null>(thisMinute())
  const answer = useCommand(desk.audits.answer)
  return (
    <Task title={t('answerTitle', { no })} lead={t('answerLead')} article="17②" error={answer.error} onSubmit={() => at !== null && answer.run({ auditId, requestNo: no, documentIds, what, at }, done)} act={<>
      <ActButton type="submit" variant={primary ? 'filled' : 'default'} loading={answer.busy} unless={[useWhyNot('audits.answer'), documentIds.length === 0 && what.trim() === '' && t('need', { field: `${t('documents')}・${t('said')}` }), at === null && t('need', { field: t('answeredAt') })]}>{t('answerNow')}</ActButton>
      {close}
    </>}>
      <div className="fields">
        <MultiSelect className="wide" label={t('documents')} placeholder={documentIds.length > 0 ? '' : t('pick')} nothingFoundMessage={t('nothing')} searchable value={documentIds} onChange={setDocumentIds} data={[...issued].reverse().map(({ id, docNo, revision, title }) => ({ value: id, label: `${docNo}${revision > 1 ? `（第${revision}版）` : ''}　${title}` }))} />
        <Textarea className="wide" label={t('said')} autosize minRows={2} value={what} onChange={(event) => setWhat(event.currentTarget.value)} />
        <TimeField label={t('answeredAt')} value={at} onChange={setAt} />
      </div>
    </Task>
  )
}

/** 指摘. */
export function Find({ audit: { id: auditId }, close, done }: Act) {
  const { t } = useTranslation('audits')
  const people = (useQuery(questions.people).data ?? []).filter(({ duty }) => duty.state !== '解除')
  const [what, setWhat] = useState('')
  const [dueOn, setDueOn] = useState<Day | null>(null)
  const [responsible, setResponsible] = useState<string | null>(null)
  const find = useCommand(desk.audits.find)
  const person = people.find(({ id }) => id === responsible)
  return (
    <Task title={t('findTitle')} lead={t('findLead')} article="17①" error={find.error} onSubmit={() => dueOn !== null && person && find.run({ auditId, what, dueOn, responsible: person.id }, done)} act={<>
      <ActButton type="submit" variant="default" loading={find.busy} unless={[useWhyNot('audits.find'), what.trim() === '' && t('need', { field: t('findingWhat') }), dueOn === null && t('need', { field: t('findingDue') }), !person && t('need', { field: t('responsible') })]}>{t('findNow')}</ActButton>
      {close}
    </>}>
      <div className="fields">
        <Textarea className="wide" label={t('findingWhat')} autosize minRows={2} value={what} onChange={(event) => setWhat(event.currentTarget.value)} />
        <DayField label={t('findingDue')} value={dueOn} onChange={setDueOn} />
        <Select label={t('responsible')} placeholder={t('pick')} nothingFoundMessage={t('nothing')} searchable value={responsible} onChange={setResponsible} data={people.map(({ id, name }) => ({ value: id as string, label: name }))} />
      </div>
    </Task>
  )
}

/** 是正. */
export function Correct({ audit: { id: auditId }, findingNo, primary = false, close, done }: Act & { findingNo: number; primary?: boolean }) {
  const { t } = useTranslation('audits')
  const [action, setAction] = useState('')
  const [on, setOn] = useState<Day | null>(dayOf(thisMinute()))
  const correct = useCommand(desk.audits.correct)
  return (
    <Task title={t('correctTitle', { no: findingNo })} lead={t('correctLead')} article="17①" error={correct.error} onSubmit={() => on !== null && correct.run({ auditId, findingNo, action, on }, done)} act={<>
      <ActButton type="submit" variant={primary ? 'filled' : 'default'} loading={correct.busy} unless={[useWhyNot('audits.correct'), action.trim() === '' && t('need', { field: t('action') }), on === null && t('need', { field: t('correctedOn') })]}>{t('correctNow')}</ActButton>
      {close}
    </>}>
      <div className="fields">
        <Textarea className="wide" label={t('action')} autosize minRows={2} value={action} onChange={(event) => setAction(event.currentTarget.value)} />
        <DayField label={t('correctedOn')} value={on} onChange={setOn} />
      </div>
    </Task>
  )
}

/** 確認, by another person; or back to whoever put it right. */
export function Confirm({ audit: { id: auditId, findings }, findingNo, primary = false, close, done }: Act & { findingNo: number; primary?: boolean }) {
  const { t } = useTranslation('audits')
  const { session } = useOffice()
  const [note, setNote] = useState('')
  const confirm = useCommand(desk.audits.confirm)
  const mayNot = useWhyNot('audits.confirm')
  const mine = findings.find(({ no }) => no === findingNo)?.corrections.at(-1)?.by === session.personId && t('notMyself')
  const say = (found: 'put right' | 'not yet'): void => confirm.run({ auditId, findingNo, found, note }, done)
  return (
    <Task title={t('confirmTitle', { no: findingNo })} lead={t('confirmLead')} article="17①" error={confirm.error} onSubmit={() => say('put right')} act={<>
      <ActButton type="submit" variant={primary ? 'filled' : 'default'} loading={confirm.busy} unless={[mayNot, mine]}>{t('confirmNow')}</ActButton>
      {!mine && <ActButton variant="default" loading={confirm.busy} unless={[mayNot, note.trim() === '' && t('need', { field: t('note') })]} onClick={() => say('not yet')}>{t('sendBackNow')}</ActButton>}
      {close}
    </>}>
      <div className="fields"><Textarea className="wide" label={t('note')} autosize minRows={2} value={note} onChange={(event) => setNote(event.currentTarget.value)} /></div>
    </Task>
  )
}
