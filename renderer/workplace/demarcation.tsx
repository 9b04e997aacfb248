import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { Trouble } from '../parts/trouble.tsx'

const blank = { item: '', city: '', contractor: '', subcontractor: '' }

/** 責任分界点 (Art. 3②): the whole table, as agreed with the city on a day. */
export function DemarcationForm({ contract, onDone }: { contract: ContractOfWork; onDone: () => void }) {
  const { t } = useTranslation('workplace')
  const [rows, setRows] = useState(() => (contract.demarcation.length > 0 ? contract.demarcation.map(({ agreedOn: _on, ...row }) => row) : [blank]))
  const [agreedOn, setAgreed] = useState<Day | null>(contract.demarcation[0]?.agreedOn ?? dayOf(thisMinute()))
  const agree = useCommand(desk.workplace.agreeDemarcation)
  const filled = rows.filter(({ item }) => item.trim() !== '')
  return (
    <form noValidate className="side-form" onSubmit={(event) => { event.preventDefault(); if (agreedOn) agree.run({ contractId: contract.id, rows: filled.map((row) => ({ ...row, agreedOn })) }, onDone) }}>
      <p>{t('boundLead')}</p>
      <DayField label={t('agreedOn')} value={agreedOn} onChange={setAgreed} />
      {rows.map((row, i) => {
        const change = (by: Partial<typeof blank>): void => setRows(rows.map((one, at) => (at === i ? { ...one, ...by } : one)))
        return (
          <fieldset key={i} className="second">
            <legend>{i + 1}</legend>
            {(['item', 'city', 'contractor', 'subcontractor'] as const).map((key) => <TextInput key={key} label={t(key)} value={row[key]} onChange={(event) => change({ [key]: event.currentTarget.value })} />)}
            {rows.length > 1 && <Button variant="subtle" onClick={() => setRows(rows.filter((_, at) => at !== i))}>{t('removeNamed', { name: row.item || String(i + 1) })}</Button>}
          </fieldset>
        )
      })}
      <div><Button variant="default" onClick={() => setRows([...rows, blank])}>{t('addRow')}</Button></div>
      <Trouble of={agree.error} />
      <div className="acts"><ActButton type="submit" loading={agree.busy} unless={[useWhyNot('workplace.agreeDemarcation'), !agreedOn && t('need', { field: t('agreedOn') }), filled.length === 0 && t('needRow')]}>{t('boundNow')}</ActButton></div>
    </form>
  )
}
