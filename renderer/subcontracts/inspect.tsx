import { Button, Radio, Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Subcontract } from '../../core/subcontracts/subcontract.ts'
import { DAY, dayOf, type Day, type Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField } from '../parts/day-field.tsx'
import { Task } from '../send/task.tsx'
import { today } from './apply.tsx'
import './subcontracts.css'

interface Line { item: string; result: '適' | '要是正'; remark: string }

/** 監督 (Art. 9⑤, F-10): item by item; what is wrong says how it is put right. */
export function Inspect({ of: { id, inspectEvery, inspections }, close, second = false }: { of: Subcontract; close?: ReactNode; second?: boolean }) {
  const { t } = useTranslation('subcontracts')
  const { session } = useOffice()
  const [on, setOn] = useState<Day | null>(today())
  const [nextOn, setNextOn] = useState<Day | null>(() => dayOf((Date.now() + inspectEvery * DAY) as Instant))
  const [method, setMethod] = useState<'立入' | '書面'>('立入')
  const [inspector, setInspector] = useState(session.name)
  const [lines, setLines] = useState<Line[]>(() => inspections.at(-1)?.items.map(({ item }) => ({ item, result: '適', remark: '' })) ?? t('firstItems').split('\n').map((item) => ({ item, result: '適', remark: '' })))
  const [corrective, setCorrective] = useState('')
  const inspect = useCommand(desk.subcontracts.inspect)
  const change = (index: number, by: Partial<Line>): void => setLines(lines.map((line, i) => (i === index ? { ...line, ...by } : line)))
  const items = lines.filter(({ item }) => item.trim() !== '')
  const wrong = items.some(({ result }) => result === '要是正')
  return (
    <Task title={t('inspectTitle')} lead={t('inspectLead')} article="9⑤" error={inspect.error} onSubmit={() => on !== null && nextOn !== null && inspect.run({ subcontractId: id, on, method, inspector, items, corrective, nextOn })} act={<>
      <ActButton type="submit" variant={second ? 'default' : 'filled'} loading={inspect.busy} unless={[useWhyNot('subcontracts.inspect'), on === null && t('need', { field: t('inspectedOn') }), nextOn === null && t('need', { field: t('nextOn') }), inspector.trim() === '' && t('need', { field: t('inspector') }), items.length === 0 && t('need', { field: t('items') }), wrong && corrective.trim() === '' && t('need', { field: t('corrective') })]}>{t('inspectNow')}</ActButton>
      {close}
    </>}>
      <div className="fields">
        <DayField label={t('inspectedOn')} value={on} onChange={setOn} />
        <TextInput label={t('inspector')} value={inspector} onChange={(event) => setInspector(event.currentTarget.value)} />
        <Radio.Group label={t('method')} value={method} onChange={(value) => setMethod(value as typeof method)}><div className="notice-line">{(['立入', '書面'] as const).map((one) => <Radio key={one} value={one} label={t(`methods.${one}`)} />)}</div></Radio.Group>
        <DayField label={t('nextOn')} value={nextOn} onChange={setNextOn} />
      </div>
      <fieldset className="inspect-items">
        <legend>{t('items')}</legend>
        {lines.map((line, index) => (
          <div key={index} className="inspect-item">
            <TextInput aria-label={`${t('item')} ${index + 1}`} value={line.item} onChange={(event) => change(index, { item: event.currentTarget.value })} />
            <Radio.Group aria-label={`${t('result')} ${index + 1}`} value={line.result} onChange={(value) => change(index, { result: value as Line['result'] })}><div className="notice-line">{(['適', '要是正'] as const).map((one) => <Radio key={one} value={one} label={t(`results.${one}`)} />)}</div></Radio.Group>
            <TextInput aria-label={`${t('remark')} ${index + 1}`} placeholder={t('remark')} value={line.remark} onChange={(event) => change(index, { remark: event.currentTarget.value })} />
          </div>
        ))}
        <Button variant="subtle" leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setLines([...lines, { item: '', result: '適', remark: '' }])}>{t('addItem')}</Button>
      </fieldset>
      {wrong && <div className="fields"><Textarea className="wide" label={t('corrective')} autosize minRows={2} value={corrective} onChange={(event) => setCorrective(event.currentTarget.value)} /></div>}
    </Task>
  )
}
