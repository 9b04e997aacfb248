import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../core/time.ts'
import type { DisposalPlan, PlanTarget } from '../../core/wipes/plan.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { TimeField } from '../parts/day-field.tsx'
import { Drop } from '../parts/drop.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { usePersonName } from '../people/person-name.ts'

/** ほかの消去ソフトの記録: the log as the program wrote it; its serial number joins it with the medium of the plan. */
export function ExternalRun({ plan, target }: { plan: DisposalPlan; target: PlanTarget }) {
  const { t } = useTranslation('wipesOtherwise')
  const { t: of } = useTranslation('wipes')
  const name = usePersonName()
  const record = useCommand(desk.disposals.recordExternal)
  const mayNot = useWhyNot('disposals.recordExternal', plan.contractId)
  const [draft, setDraft] = useState({ log: null as string | null, at: null as Instant | null, performedBy: null as string | null, remarks: '' })
  const { log, at, remarks } = draft
  // People may still be on their way: whoever was planned is named once they are known.
  const planned = name(plan.operator) === (plan.operator as string) ? '' : name(plan.operator)
  const performedBy = draft.performedBy ?? (plan.outsourcer || planned)
  const onRecord = (): void => {
    if (log !== null && at !== null) record.run({ planId: plan.id, targetNo: target.no, log, at, performedBy, witness: plan.witnessRequested, remarks })
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onRecord() }}>
      <p className="soft">{t('externalLead')}</p>
      <p className="strong">{target.mediaName}</p>
      <Drop title={t('log')} folders={false} onPaths={([path]) => path !== undefined && setDraft({ ...draft, log: path })} />
      {log !== null && <p className="code spaced">{log}</p>}
      <div className="fields spaced">
        <TimeField label={t('at')} value={at} onChange={(picked) => setDraft({ ...draft, at: picked })} />
        <TextInput label={t('performedBy')} value={performedBy} onChange={(event) => setDraft({ ...draft, performedBy: event.currentTarget.value })} />
        <Textarea className="wide" label={of('remarks')} autosize minRows={2} value={remarks} onChange={(event) => setDraft({ ...draft, remarks: event.currentTarget.value })} />
      </div>
      <div className="spaced"><Trouble of={record.error} /></div>
      <div className="acts"><ActButton type="submit" loading={record.busy} unless={[mayNot, log === null && of('need', { field: t('log') }), at === null && of('need', { field: t('at') }), performedBy.trim() === '' && of('need', { field: t('performedBy') })]}>{t('record')}</ActButton></div>
    </form>
  )
}
