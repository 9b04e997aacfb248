import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Means } from '../../core/handovers/handover.ts'
import { TimeField } from '../parts/day-field.tsx'
import { ExceptionFields } from '../parts/exception.tsx'
import { useTerm } from '../words/terms.ts'
import type { TakeDraft } from './take-draft.ts'

/** Means, time and place as they really were. */
export function TakeCircumstances({ draft, onChange, differs }: { draft: TakeDraft; onChange: (by: Partial<TakeDraft>) => void; differs: boolean }) {
  const { t } = useTranslation('receive')
  const term = useTerm()
  return (
    <>
      <div className="fields">
        <Select label={t('means')} data={Means.options.map((value) => ({ value, label: term(value) }))} value={draft.means} onChange={(means) => onChange({ means: means as Means })} />
        <TimeField label={t('at')} value={draft.at} onChange={(at) => onChange({ at })} />
        <TextInput label={t('place')} value={draft.place} onChange={(event) => onChange({ place: event.currentTarget.value })} />
        <TextInput label={t('deliveredBy')} value={draft.deliveredBy} onChange={(event) => onChange({ deliveredBy: event.currentTarget.value })} />
      </div>
      {(differs || draft.exception) && <ExceptionFields value={draft.exception} onChange={(exception) => onChange({ exception })} article="14" why={t('notAsDesignated')} />}
    </>
  )
}
