import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { FileField } from '../parts/file-field.tsx'
import { nobody, SecondPerson, type Signer } from '../parts/second-person.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** A new edition (Art. 21): the city's number, and another of ours with ID and password. */
export function AgreeSpecification({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('contracts')
  const { t: staffing } = useTranslation('staffing')
  const [open, setOpen] = useState(false)
  const [draft, change, clear] = useKept(`specification-${contract.id}`, () => ({ title: contract.specification.title, version: '', path: null as string | null, agreedOn: dayOf(thisMinute()) as Day | null, effectiveOn: null as Day | null, changes: '', cityRef: '' }))
  const [approver, setApprover] = useState<Signer>(nobody)
  const agree = useCommand(desk.contracts.agreeSpecification)
  const mayNot = useWhyNot('contracts.agreeSpecification')
  const onAgree = (): void => {
    const { path, agreedOn, effectiveOn, ...rest } = draft
    if (path !== null && agreedOn && effectiveOn) agree.run({ ...rest, contractId: contract.id, path, agreedOn, effectiveOn, approver: approver.loginId === '' ? null : approver }, () => { clear(); setApprover(nobody); setOpen(false) })
  }
  if (!open) return <ActButton variant="default" unless={[mayNot]} onClick={() => setOpen(true)}>{t('specAgree')}</ActButton>
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onAgree() }}>
      <div className="fields">
        <TextInput label={t('specTitle')} value={draft.title} onChange={(event) => change({ title: event.currentTarget.value })} />
        <TextInput label={t('specVersion')} placeholder="v1.1" value={draft.version} onChange={(event) => change({ version: event.currentTarget.value })} />
        <div className="wide"><FileField label={t('specPick')} value={draft.path} onChange={(path) => change({ path })} /></div>
        <DayField label={t('specAgreed')} value={draft.agreedOn} onChange={(agreedOn) => change({ agreedOn })} />
        <DayField label={t('specEffectiveOn')} value={draft.effectiveOn} onChange={(effectiveOn) => change({ effectiveOn })} />
        <Textarea className="wide" label={t('specChanges')} autosize minRows={2} maxRows={8} value={draft.changes} onChange={(event) => change({ changes: event.currentTarget.value })} />
        <TextInput label={t('specCityRef')} value={draft.cityRef} onChange={(event) => change({ cityRef: event.currentTarget.value })} />
      </div>
      <SecondPerson title={t('specApprover')} value={approver} onChange={setApprover} />
      <div className="spaced"><Trouble of={agree.error} /></div>
      <div className="acts"><ActButton type="submit" loading={agree.busy} unless={[draft.version.trim() === '' && t('required', { field: t('specVersion') }), draft.path === null && t('needSpec'), (!draft.agreedOn || !draft.effectiveOn) && staffing('needDay'), draft.cityRef.trim() === '' && t('required', { field: t('specCityRef') })]}>{t('specAgreeNow')}</ActButton></div>
    </form>
  )
}
