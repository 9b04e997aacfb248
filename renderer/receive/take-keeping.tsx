import { Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DayField } from '../parts/day-field.tsx'
import type { TakeDraft } from './take-draft.ts'

/** Where it is kept from now on, and when and how it goes back. */
export function TakeKeeping({ draft, onChange }: { draft: TakeDraft; onChange: (by: Partial<TakeDraft>) => void }) {
  const { t } = useTranslation('receive')
  return (
    <div className="fields">
      <TextInput className="wide" label={t('storagePlace')} value={draft.storagePlace} onChange={(event) => onChange({ storagePlace: event.currentTarget.value })} />
      <DayField label={t('returnDueOn')} clearable value={draft.returnDueOn} onChange={(returnDueOn) => onChange({ returnDueOn })} />
      <TextInput label={t('returnConditions')} value={draft.returnConditions} onChange={(event) => onChange({ returnConditions: event.currentTarget.value })} />
      <Textarea className="wide" label={t('remarks')} autosize minRows={2} value={draft.remarks} onChange={(event) => onChange({ remarks: event.currentTarget.value })} />
    </div>
  )
}
