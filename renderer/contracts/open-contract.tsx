import { Checkbox, Select, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ImportanceClass } from '../../core/handovers/item.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField } from '../parts/day-field.tsx'
import { FileHash } from '../parts/file-hash.tsx'
import { Page } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useTerm } from '../words/terms.ts'
import { Certifications } from './certifications.tsx'
import { blankContract, contractOrder, type ContractDraft } from './draft.ts'

type TextKey = { [K in keyof ContractDraft]: ContractDraft[K] extends string ? K : never }[keyof ContractDraft] & Exclude<keyof ContractDraft, 'importanceClass'>

/** 契約を開く: one form, read off the contract on paper. */
export function OpenContract() {
  const { t } = useTranslation('contracts')
  const term = useTerm()
  const go = useNavigate()
  const { organisation, takeUp } = useOffice()
  const [draft, change, clear] = useKept('contract', blankContract)
  const open = useCommand(desk.contracts.open)
  const mayNot = useWhyNot('contracts.open')
  const isCity = organisation.kind === 'city'

  const labels = { contractNo: t('contractNo'), title: t('name'), shortNo: t('shortNo'), contractor: t('contractorName'), cityName: t('cityName'), addressee: t('addressee'), section: t('section'), officer: t('officer'), officerTitle: t('officerTitle'), securityManager: t('securityManager'), specTitle: t('specTitle'), specVersion: t('specVersion') }
  const text = (key: TextKey) => ({ label: labels[key], value: draft[key], onChange: (event: { currentTarget: { value: string } }) => change({ [key]: event.currentTarget.value }) })
  const needed: (keyof typeof labels)[] = ['contractNo', 'title', 'cityName', 'addressee', 'section', 'officer', ...(isCity ? ['contractor' as const] : []), 'specTitle', 'specVersion']
  const { specFile, periodFrom, periodTo, specAgreed } = draft
  const missing = [
    mayNot,
    ...needed.map((key) => draft[key].trim() === '' && t('required', { field: labels[key] })),
    !/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/.test(draft.shortNo) && t('needShort'),
    !periodFrom && t('required', { field: t('periodFrom') }), !periodTo && t('required', { field: t('periodTo') }),
    periodFrom && periodTo && periodFrom > periodTo && t('needPeriod'),
    !specAgreed && t('required', { field: t('specAgreed') }), !specFile && t('needSpec'),
  ]
  const onOpen = (): void => {
    if (!specFile || !periodFrom || !periodTo || !specAgreed) return
    open.run(contractOrder(draft, specFile, periodFrom, periodTo, specAgreed), ({ id }) => {
      clear()
      takeUp(id)
      void go({ to: '/contracts/$id', params: { id } })
    })
  }

  return (
    <Page title={t('newTitle')} lead={t('newLead')} back={{ to: '/contracts', label: t('toList') }}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); onOpen() }}>
        <div className="fields">
          <h2 className="fields-head">{t('groupContract')}</h2>
          <TextInput {...text('contractNo')} />
          <TextInput {...text('shortNo')} description={t('shortNoWhy', { shortNo: draft.shortNo || 'R8-017' })} />
          <TextInput {...text('title')} className="wide" />
          {isCity && <TextInput {...text('contractor')} className="wide" />}
          <DayField label={t('periodFrom')} value={periodFrom} onChange={(day) => change({ periodFrom: day })} />
          <DayField label={t('periodTo')} value={periodTo} onChange={(day) => change({ periodTo: day })} />
          <Select label={t('importanceClass')} data={ImportanceClass.options.map((value) => ({ value, label: term(value) }))} value={draft.importanceClass} onChange={(value) => change({ importanceClass: value as ContractDraft['importanceClass'] })} />
          <Select label={t('retention')} data={['1', '3', '5', '7', '10'].map((value) => ({ value, label: t('years', { years: value }) }))} value={String(draft.retentionYears)} onChange={(value) => change({ retentionYears: Number(value) as ContractDraft['retentionYears'] })} />
          <Checkbox className="wide" label={t('isSystemOps')} description={t('isSystemOpsWhy')} checked={draft.isSystemOps} onChange={(event) => change({ isSystemOps: event.currentTarget.checked })} />
          <h2 className="fields-head">{t('groupCity')}</h2>
          <TextInput {...text('cityName')} />
          <TextInput {...text('addressee')} description={t('addresseeWhy')} />
          <TextInput {...text('section')} />
          <TextInput {...text('securityManager')} />
          <TextInput {...text('officer')} />
          <TextInput {...text('officerTitle')} />
          <h2 className="fields-head">{t('groupSpec')}</h2>
          <TextInput {...text('specTitle')} />
          <TextInput {...text('specVersion')} />
          <DayField label={t('specAgreed')} value={specAgreed} onChange={(day) => change({ specAgreed: day })} />
          <div className="wide"><p className="small soft">{t('specWhy')}</p><FileHash title={t('specDrop')} value={specFile} onChange={(file) => change({ specFile: file })} /></div>
          <h2 className="fields-head">{t('groupCert')}</h2>
          <Certifications value={draft.certifications} onChange={(certifications) => change({ certifications })} />
        </div>
        <div className="spaced"><Trouble of={open.error} /></div>
        <div className="acts"><ActButton type="submit" loading={open.busy} unless={missing}>{t('save')}</ActButton></div>
      </form>
    </Page>
  )
}
