import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { ReportingProcedure } from '../../core/reports/procedure.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useTerm } from '../words/terms.ts'

type Draft = Pick<ReportingProcedure, 'interval' | 'dueDay' | 'recipients' | 'emergency'>
const NOBODY = { name: '', means: '', within: '' }

/** 報告手順 (Art. 16①): how often, to whom, and who is told in an emergency. */
export function Reporting({ contract }: { contract: ContractOfWork }) {
  return <Asked of={useQuery(questions.procedure(contract.id))}>{(procedure) => <Procedure key={procedure?.decidedAt ?? 0} contract={contract} procedure={procedure} />}</Asked>
}

function Procedure({ contract, procedure }: { contract: ContractOfWork; procedure: ReportingProcedure | null }) {
  const { t } = useTranslation('reports')
  const term = useTerm()
  const [draft, setDraft] = useState<Draft>(procedure ?? { interval: '毎月', dueDay: 10, recipients: contract.city.section, emergency: [NOBODY] })
  const decide = useCommand(desk.reports.decide)
  const mayNot = useWhyNot('reports.decide')
  const change = (changes: Partial<Draft>): void => setDraft({ ...draft, ...changes })
  const tell = (at: number, changes: Partial<typeof NOBODY>): void => change({ emergency: draft.emergency.map((one, i) => (i === at ? { ...one, ...changes } : one)) })
  const unfit = draft.emergency.some(({ name, means }) => name.trim() === '' || means.trim() === '')
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); decide.run({ contractId: contract.id, interval: draft.interval, dueDay: draft.dueDay, recipients: draft.recipients, emergency: draft.emergency }) }}>
      <div className="fields">
        <Select label={t('interval')} data={ReportingProcedure.shape.interval.options.map((value) => ({ value, label: term(value) }))} value={draft.interval} allowDeselect={false} onChange={(value) => value && change({ interval: value })} />
        {draft.interval === '毎月' && <NumberInput label={t('dueDay')} min={1} max={28} value={draft.dueDay} onChange={(value) => change({ dueDay: Number(value) || 1 })} />}
        <TextInput label={t('recipients')} value={draft.recipients} onChange={(event) => change({ recipients: event.currentTarget.value })} />
      </div>
      <fieldset className="spaced">
        <legend>{t('emergency')}</legend>
        {draft.emergency.map((one, i) => (
          <div className="fields reporting-row" key={`row-${String(i)}`}>
            <TextInput label={t('whom', { no: i + 1 })} value={one.name} onChange={(event) => tell(i, { name: event.currentTarget.value })} />
            <TextInput label={t('means')} value={one.means} onChange={(event) => tell(i, { means: event.currentTarget.value })} />
            <TextInput label={t('within')} value={one.within} onChange={(event) => tell(i, { within: event.currentTarget.value })} />
          </div>
        ))}
        <div className="acts">
          <Button variant="default" onClick={() => change({ emergency: [...draft.emergency, NOBODY] })}>{t('add')}</Button>
          {draft.emergency.length > 1 && <Button variant="default" onClick={() => change({ emergency: draft.emergency.slice(0, -1) })}>{t('drop')}</Button>}
        </div>
      </fieldset>
      <div className="spaced"><Trouble of={decide.error} /></div>
      <div className="acts"><ActButton type="submit" variant="default" loading={decide.busy} unless={[mayNot, draft.recipients.trim() === '' && t('needRecipients'), unfit && t('needWhom')]}>{t('decide')}</ActButton></div>
    </form>
  )
}
