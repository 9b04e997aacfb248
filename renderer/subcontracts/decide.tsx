import { Checkbox, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition, Subcontract } from '../../core/subcontracts/subcontract.ts'
import type { Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField } from '../parts/day-field.tsx'
import { Task } from '../send/task.tsx'
import { today } from './apply.tsx'
import './subcontracts.css'

const KINDS = ['持出禁止', '再々委託禁止', 'その他'] as const
const OUTCOMES = ['承認', '条件付承認', '不承認'] as const

/** 甲の回答: as the city wrote it. Two of the conditions are watched by the desk. */
export function Decide({ of: { id } }: { of: Subcontract }) {
  const { t } = useTranslation('subcontracts')
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('承認')
  const [cityRef, setCityRef] = useState('')
  const [on, setOn] = useState<Day | null>(today())
  const [kinds, setKinds] = useState<Condition['kind'][]>([])
  const [text, setText] = useState('')
  const decide = useCommand(desk.subcontracts.decide)
  const conditional = outcome === '条件付承認'
  const conditions = conditional ? kinds.map((kind) => ({ kind, text: kind === 'その他' ? text : '' })) : []
  return (
    <Task title={t('decideTitle')} lead={t('decideLead')} article="9②" error={decide.error} onSubmit={() => on !== null && decide.run({ subcontractId: id, outcome, cityRef, on, conditions })} act={
      <ActButton type="submit" loading={decide.busy} unless={[useWhyNot('subcontracts.decide'), cityRef.trim() === '' && t('need', { field: t('cityRef') }), on === null && t('need', { field: t('decidedOn') }), conditional && kinds.length === 0 && t('need', { field: t('conditions') }), conditional && kinds.includes('その他') && text.trim() === '' && t('need', { field: t('conditionText') })]}>{t('decideNow')}</ActButton>
    }>
      <Radio.Group label={t('outcome')} value={outcome} onChange={(value) => setOutcome(value as typeof outcome)}>
        <div className="notice-line">{OUTCOMES.map((one) => <Radio key={one} value={one} label={t(`outcomes.${one}`)} />)}</div>
      </Radio.Group>
      <div className="fields spaced">
        <TextInput label={t('cityRef')} value={cityRef} onChange={(event) => setCityRef(event.currentTarget.value)} />
        <DayField label={t('decidedOn')} value={on} onChange={setOn} />
      </div>
      {conditional && (
        <Checkbox.Group className="spaced" label={t('conditions')} value={kinds} onChange={(values) => setKinds(values as Condition['kind'][])}>
          <div className="condition-kinds">{KINDS.map((kind) => <Checkbox key={kind} value={kind} label={t(`conditionKinds.${kind}`)} />)}</div>
        </Checkbox.Group>
      )}
      {conditional && kinds.includes('その他') && <div className="fields"><TextInput className="wide" label={t('conditionText')} value={text} onChange={(event) => setText(event.currentTarget.value)} /></div>}
    </Task>
  )
}
