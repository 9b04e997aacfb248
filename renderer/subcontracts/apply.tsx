import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Subcontract } from '../../core/subcontracts/subcontract.ts'
import { dayOf, type Day, type Instant } from '../../core/time.ts'
import { saySubcontractFacts } from '../../core/words/terms.ts'
import { useCommand } from '../asking/command.ts'
import { Folded } from '../carryouts/folded.tsx'
import { desk } from '../desk.ts'
import { frozenOf, type Reason } from '../frame/frozen.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField } from '../parts/day-field.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { Task } from '../send/task.tsx'
import { useLanguage } from '../words/language.ts'
import { Application, missing } from './application.tsx'

export const today = (): Day => dayOf(Date.now() as Instant)

/** 申請: not before all six are written; what lacks is said beside the button. */
export function Apply({ of: one }: { of: Subcontract }) {
  const { t } = useTranslation('subcontracts')
  const go = useNavigate()
  const language = useLanguage()
  const [on, setOn] = useState<Day | null>(today())
  const apply = useCommand(desk.subcontracts.apply)
  const lacks = missing(one)
  const lacking = lacks.length > 0 && t('lacks', { missing: saySubcontractFacts(lacks.join(','), language === 'ja' ? 0 : 1) })
  return (
    <Task title={t('applyTitle')} lead={t('applyLead')} article="9②" error={apply.error} onSubmit={() => on !== null && apply.run({ subcontractId: one.id, on })} act={<>
      <ActButton type="submit" loading={apply.busy} unless={[useWhyNot('subcontracts.apply'), lacking, on === null && t('need', { field: t('appliedOn') })]}>{t('applyNow')}</ActButton>
      <Button variant="subtle" onClick={() => void go({ to: '/documents' })}>{t('toDocuments')}</Button>
    </>}>
      {lacking !== false && <Notice look="warning" title={lacking} />}
      <div className="fields spaced"><DayField label={t('appliedOn')} value={on} onChange={setOn} /></div>
    </Task>
  )
}

/** A draft may be changed; what was applied for may not. */
export const Revise = ({ of: one }: { of: Subcontract }) => {
  const { t } = useTranslation('subcontracts')
  const mayNot = useWhyNot('subcontracts.revise', one.contractId)
  return <Folded label={t('revise')} unless={frozenOf(mayNot)}>{(close) => <ReviseForm of={one} mayNot={mayNot} close={close} />}</Folded>
}

function ReviseForm({ of: { id, company, reason, tasks, information, safety, supervision, address, representative, certifications, contact, periodFrom, periodTo, inspectEvery }, mayNot, close }: { of: Subcontract; mayNot: Reason | null; close: React.ReactNode }) {
  const { t } = useTranslation('subcontracts')
  const [facts, setFacts] = useState({ company, reason, tasks, information, safety, supervision, address, representative, certifications, contact, periodFrom, periodTo, inspectEvery })
  const revise = useCommand(desk.subcontracts.revise)
  return (
    <form noValidate className="spaced" onSubmit={(event) => { event.preventDefault(); revise.run({ subcontractId: id, ...facts }) }}>
      <Application facts={facts} change={(by) => setFacts({ ...facts, ...by })} />
      <div className="spaced"><Trouble of={revise.error} /></div>
      <div className="acts"><ActButton type="submit" variant="default" loading={revise.busy} unless={[mayNot]}>{t('reviseNow')}</ActButton>{close}</div>
    </form>
  )
}
