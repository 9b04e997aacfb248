import { PasswordInput } from '@mantine/core'
import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { objectionsToPassword } from '../../core/vault/password.ts'

export interface PasswordDraft { password: string; again: string }

/** A new password twice, beside the rules it must meet; the desk asks the same rules again. */
export function NewPassword({ loginId, value, onChange, label }: { loginId: string; value: PasswordDraft; onChange: (draft: PasswordDraft) => void; label?: string }) {
  const { t } = useTranslation('start')
  const against = new Set(objectionsToPassword(value.password, loginId).map(({ code }) => code))
  const rules = [
    { text: t('ruleLength'), met: !against.has('password-too-short') },
    { text: t('ruleCommon'), met: value.password !== '' && !against.has('password-too-common') },
    { text: t('ruleId'), met: value.password !== '' && !against.has('password-holds-id') },
  ]
  const differs = value.again !== '' && value.again !== value.password
  return (
    <>
      <PasswordInput label={label ?? t('password')} autoComplete="new-password" value={value.password} onChange={(event) => onChange({ ...value, password: event.currentTarget.value })} />
      <PasswordInput label={t('again')} autoComplete="new-password" value={value.again} error={differs ? t('differs') : undefined} onChange={(event) => onChange({ ...value, again: event.currentTarget.value })} />
      <div className="wide rules">
        <p className="strong">{t('rules')}</p>
        <ul>
          {rules.map(({ text, met }) => (
            <li key={text} className={met ? 'met' : 'unmet'}>
              {met ? <IconCircleCheck size={20} aria-hidden /> : <IconCircle size={20} aria-hidden />}
              <span>{text}<span className="unseen">{t(met ? 'ruleMet' : 'ruleUnmet')}</span></span>
            </li>
          ))}
        </ul>
        <p className="small soft">{t('rulesHint')}</p>
      </div>
    </>
  )
}

/** What is still missing of a password, as reasons for a button. */
export function useWhyNotPassword(loginId: string, { password, again }: PasswordDraft): (string | false)[] {
  const { t } = useTranslation('start')
  return [objectionsToPassword(password, loginId).length > 0 && t('needsStrong'), password !== again && t('needsSame')]
}
