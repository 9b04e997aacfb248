import { PasswordInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { questions } from '../asking/questions.ts'
import './second-person.css'

export interface Signer { loginId: string; password: string; code?: string }
export const nobody: Signer = { loginId: '', password: '' }

/** A second person confirms at the same desk, by their own ID and password; and a code, where anybody here has a second factor. */
export function SecondPerson({ value, onChange, title }: { value: Signer; onChange: (signer: Signer) => void; title?: string }) {
  const { t } = useTranslation('parts')
  const codesAsked = useQuery(questions.status).data?.codesAsked ?? false
  return (
    <fieldset className="second">
      <legend>{title ?? t('secondTitle')}</legend>
      <p className="small soft">{t('secondWhy')}</p>
      <div className="fields">
        <TextInput label={t('loginId')} value={value.loginId} autoComplete="off" spellCheck={false} onChange={(event) => onChange({ ...value, loginId: event.currentTarget.value })} />
        <PasswordInput label={t('password')} value={value.password} autoComplete="off" onChange={(event) => onChange({ ...value, password: event.currentTarget.value })} />
        {codesAsked && <TextInput className="wide" label={t('secondCode')} value={value.code ?? ''} autoComplete="off" inputMode="numeric" onChange={(event) => onChange({ ...value, code: event.currentTarget.value })} />}
      </div>
    </fieldset>
  )
}
