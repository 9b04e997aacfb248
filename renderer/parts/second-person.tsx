import { PasswordInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import './second-person.css'

export interface Signer { loginId: string; password: string }
export const nobody: Signer = { loginId: '', password: '' }

/** A second person confirms at the same desk, by their own ID and password. */
export function SecondPerson({ value, onChange, title }: { value: Signer; onChange: (signer: Signer) => void; title?: string }) {
  const { t } = useTranslation('parts')
  return (
    <fieldset className="second">
      <legend>{title ?? t('secondTitle')}</legend>
      <p className="small soft">{t('secondWhy')}</p>
      <div className="fields">
        <TextInput label={t('loginId')} value={value.loginId} autoComplete="off" spellCheck={false} onChange={(event) => onChange({ ...value, loginId: event.currentTarget.value })} />
        <PasswordInput label={t('password')} value={value.password} autoComplete="off" onChange={(event) => onChange({ ...value, password: event.currentTarget.value })} />
      </div>
    </fieldset>
  )
}
