import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SIX_FACTS, type SubcontractFacts } from '../../core/subcontracts/subcontract.ts'
import { DayField } from '../parts/day-field.tsx'
import { Block } from '../parts/page.tsx'

export const blank = (): SubcontractFacts => ({ company: '', reason: '', tasks: '', information: '', safety: '', supervision: '', address: '', representative: '', certifications: '', contact: '', periodFrom: null, periodTo: null, inspectEvery: 31 })
/** Which of the six are still empty. */
export const missing = (facts: SubcontractFacts) => SIX_FACTS.filter((fact) => facts[fact].trim() === '')

/** The facts of an application (F-09); those that Art. 9② names bear a mark. */
export function Application({ facts, change }: { facts: SubcontractFacts; change: (by: Partial<SubcontractFacts>) => void }) {
  const { t } = useTranslation('subcontracts')
  const line = (key: 'company' | 'address' | 'representative' | 'contact' | 'certifications', label: string) => <TextInput label={label} value={facts[key]} onChange={(event) => change({ [key]: event.currentTarget.value })} />
  const lines = (key: 'reason' | 'tasks' | 'information' | 'safety' | 'supervision', label: string) => <Textarea className="wide" label={label} autosize minRows={2} value={facts[key]} onChange={(event) => change({ [key]: event.currentTarget.value })} />
  return (
    <>
      <Block title={t('groupWho')} lead={t('six')}>
        <div className="fields">{line('company', t('companyName'))}{line('representative', t('representative'))}{line('address', t('address'))}{line('contact', t('contact'))}{line('certifications', t('certifications'))}</div>
      </Block>
      <Block title={t('groupWhat')}>
        <div className="fields">{lines('reason', t('reason'))}{lines('tasks', t('tasksOf'))}{lines('information', t('information'))}{lines('safety', t('safety'))}{lines('supervision', t('supervision'))}</div>
      </Block>
      <Block title={t('groupHow')}>
        <div className="fields">
          <DayField label={t('periodFrom')} clearable value={facts.periodFrom} onChange={(periodFrom) => change({ periodFrom })} />
          <DayField label={t('periodTo')} clearable value={facts.periodTo} onChange={(periodTo) => change({ periodTo })} />
          <NumberInput label={t('inspectEvery')} min={1} max={366} clampBehavior="strict" allowDecimal={false} value={facts.inspectEvery} onChange={(value) => change({ inspectEvery: typeof value === 'number' ? value : 31 })} />
        </div>
      </Block>
    </>
  )
}
