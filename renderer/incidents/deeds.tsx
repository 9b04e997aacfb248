import { Select, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type FactKey, FactKey as keys, type Incident, TimelineKind } from '../../core/incidents/incident.ts'
import type { Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { thisMinute, TimeField } from '../parts/day-field.tsx'
import { Task } from '../send/task.tsx'

/** 経過: what was done, written down while it is done. The field is ready for the next one at once. */
export function Note({ incident: { id }, second = false, close }: { incident: Incident; second?: boolean; close?: ReactNode }) {
  const { t } = useTranslation('incidents')
  const { session } = useOffice()
  const [at, setAt] = useState<Instant | null>(thisMinute())
  const [kind, setKind] = useState<TimelineKind>('初動対応')
  const [what, setWhat] = useState('')
  const [who, setWho] = useState(session.name)
  const note = useCommand(desk.incidents.note)
  const onNote = (): void => {
    if (at !== null) note.run({ incidentId: id, at, kind, what, who }, () => setWhat(''))
  }
  return (
    <Task title={t('noteTitle')} lead={t('noteLead')} article="18①" error={note.error} onSubmit={onNote} act={<>
      <ActButton type="submit" variant={second ? 'default' : 'filled'} loading={note.busy} unless={[useWhyNot('incidents.note'), at === null && t('need', { field: t('noteAt') }), what.trim() === '' && t('need', { field: t('noteWhat') }), who.trim() === '' && t('need', { field: t('noteWho') })]}>{t('noteNow')}</ActButton>
      {close}
    </>}>
      <div className="fields">
        <TimeField label={t('noteAt')} value={at} onChange={setAt} />
        <Select label={t('noteKind')} value={kind} onChange={(value) => value !== null && setKind(value)} data={TimelineKind.options.map((value) => ({ value, label: t(`noteKinds.${value}`) }))} allowDeselect={false} />
        <Textarea className="wide" label={t('noteWhat')} autosize minRows={2} value={what} onChange={(event) => setWhat(event.currentTarget.value)} />
        <TextInput label={t('noteWho')} value={who} onChange={(event) => setWho(event.currentTarget.value)} />
      </div>
    </Task>
  )
}

/** 書き足す: one fact at a time; what stood there stays. */
export function AddFact({ incident: { id }, wanting, close }: { incident: Incident; wanting: readonly FactKey[]; close: ReactNode }) {
  const { t } = useTranslation('incidents')
  const [key, setKey] = useState<FactKey>(wanting[0] ?? 'remarks')
  const [value, setValue] = useState('')
  const add = useCommand(desk.incidents.complete)
  const onAdd = (): void => add.run({ incidentId: id, facts: [{ key, value }] }, () => {
    setValue('')
    setKey(wanting.find((one) => one !== key) ?? key)
  })
  return (
    <Task title={t('factTitle')} lead={t('factLead')} article="18①" error={add.error} onSubmit={onAdd} act={<>
      <ActButton type="submit" variant="default" loading={add.busy} unless={[useWhyNot('incidents.complete'), value.trim() === '' && t('need', { field: t('factValue') })]}>{t('factNow')}</ActButton>
      {close}
    </>}>
      <div className="fields">
        <Select label={t('factWhich')} value={key} onChange={(chosen) => chosen !== null && setKey(chosen)} data={keys.options.map((one) => ({ value: one, label: t(`facts.${one}`) }))} allowDeselect={false} />
        <Textarea className="wide" label={t('factValue')} autosize minRows={2} value={value} onChange={(event) => setValue(event.currentTarget.value)} />
      </div>
    </Task>
  )
}
