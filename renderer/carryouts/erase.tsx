import { Radio, Select, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CarryOut } from '../../core/carryouts/carry-out.ts'
import type { PersonId } from '../../core/people/person.ts'
import type { Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { thisMinute, TimeField } from '../parts/day-field.tsx'
import { usePersonName } from '../people/person-name.ts'
import { Task } from '../send/task.tsx'
import { Folded } from './folded.tsx'

/** 搬送先での消去: done there, or why there was nothing. Without it nothing is 完了. */
export function Erase({ carryOut, folded = false }: { carryOut: CarryOut; folded?: boolean }) {
  const { t } = useTranslation('carryouts')
  return folded ? <Folded label={t('eraseBegin')}>{(close) => <EraseTask carryOut={carryOut} close={close} />}</Folded> : <EraseTask carryOut={carryOut} />
}

function EraseTask({ carryOut: { id, out, eraseNote }, close }: { carryOut: CarryOut; close?: ReactNode }) {
  const { t } = useTranslation('carryouts')
  const name = usePersonName()
  const carriers = out?.persons ?? []
  const [outcome, setOutcome] = useState<'done' | 'not applicable'>('done')
  const [at, setAt] = useState<Instant | null>(thisMinute())
  const [by, setBy] = useState<string | null>(carriers[0] ?? null)
  const [note, setNote] = useState('')
  const erase = useCommand(desk.carryOuts.recordErasure)
  const field = t(outcome === 'done' ? 'eraseHow' : 'eraseWhyNone')
  return (
    <Task title={t('eraseTitle')} lead={t('eraseLead')} article="11(2)" error={erase.error} onSubmit={() => at !== null && by !== null && erase.run({ carryOutId: id, outcome, at, by: by as PersonId, note })} act={<>
      <ActButton type="submit" variant={close ? 'default' : 'filled'} loading={erase.busy} unless={[useWhyNot('carryOuts.recordErasure'), at === null && t('need', { field: t('eraseAt') }), by === null && t('need', { field: t('eraseBy') }), outcome !== 'done' && note.trim() === '' && t('need', { field })]}>{t('eraseNow')}</ActButton>
      {close}
    </>}>
      {eraseNote !== '' && <p className="soft">{t('eraseNote')}：{eraseNote}</p>}
      <Radio.Group className="spaced" label={t('outcome')} value={outcome} onChange={(value) => setOutcome(value as typeof outcome)}>
        <div className="acts acts-tight"><Radio value="done" label={t('outcomes.done')} /><Radio value="not applicable" label={t('outcomes.none')} /></div>
      </Radio.Group>
      <div className="fields spaced">
        <TimeField label={t('eraseAt')} value={at} onChange={setAt} />
        <Select label={t('eraseBy')} data={carriers.map((one) => ({ value: one as string, label: name(one) }))} value={by} onChange={setBy} />
        <TextInput className="wide" label={field} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </div>
    </Task>
  )
}
