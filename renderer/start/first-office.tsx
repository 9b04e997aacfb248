import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../parts/act-button.tsx'
import type { FirstDraft } from './create.tsx'

/** Which side of the contract this machine stands on, and the organisation as its documents name it. */
export function FirstOffice({ draft, onChange, onNext }: { draft: FirstDraft; onChange: (by: Partial<FirstDraft>) => void; onNext: () => void }) {
  const { t } = useTranslation('start')
  const field = (key: 'name' | 'address' | 'representative' | 'tel' | 'email' | 'docPrefix') => ({ label: t(key), value: draft[key], onChange: (event: { currentTarget: { value: string } }) => onChange({ [key]: event.currentTarget.value }) })
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onNext() }}>
      <h1>{t('welcome')}</h1>
      <p className="start-lead">{t('welcomeLead')}</p>
      <fieldset className="plain">
        <legend>{t('kind')}</legend>
        <div className="start-kinds">
          {(['contractor', 'city'] as const).map((kind) => (
            <label key={kind} className="start-kind">
              <input type="radio" name="kind" aria-label={t(kind)} checked={draft.kind === kind} onChange={() => onChange({ kind })} />
              <b>{t(kind)}</b>
              <span>{t(kind === 'city' ? 'cityWhy' : 'contractorWhy')}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="fields spaced">
        <TextInput {...field('name')} className="wide" placeholder={t(draft.kind === 'city' ? 'nameCity' : 'nameContractor')} />
        <TextInput {...field('representative')} />
        <TextInput {...field('address')} />
        <TextInput {...field('tel')} type="tel" />
        <TextInput {...field('email')} type="email" />
        <TextInput {...field('docPrefix')} className="wide" maxLength={10} description={t('docPrefixWhy', { prefix: draft.docPrefix || (draft.kind === 'city' ? '青' : 'ひ') })} />
      </div>
      <div className="acts">
        <ActButton type="submit" unless={[draft.name.trim() === '' && t('needs', { field: t('name') }), draft.docPrefix.trim() === '' && t('needs', { field: t('docPrefix') })]}>{t('next')}</ActButton>
      </div>
    </form>
  )
}
