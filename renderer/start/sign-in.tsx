import { PasswordInput, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** One's own ID and password. How many tries are left, and until when one is locked out, the desk says. */
export function SignIn({ onForgot }: { onForgot: () => void }) {
  const { t } = useTranslation('start')
  const [loginId, setLoginId] = useState('')
  const [password, setPassword] = useState('')
  const unlock = useCommand(desk.vault.unlock)
  const isLong = useLongSince(unlock.busy)
  return (
    <form noValidate className="start-narrow" onSubmit={(event) => { event.preventDefault(); unlock.run({ loginId: loginId.trim(), password }) }}>
      <h1>{t('signIn')}</h1>
      <p className="start-lead">{t('signInLead')}</p>
      <TextInput label={t('loginId')} autoFocus autoComplete="username" spellCheck={false} value={loginId} onChange={(event) => setLoginId(event.currentTarget.value)} />
      <PasswordInput label={t('password')} autoComplete="current-password" value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
      <Trouble of={unlock.error} />
      <ActButton type="submit" fullWidth loading={unlock.busy} unless={[loginId.trim() === '' && t('needs', { field: t('loginId') }), password === '' && t('needs', { field: t('password') })]}>{t('open')}</ActButton>
      <p role="status" className="soft" hidden={!isLong}>{isLong && t('openingLong')}</p>
      <button type="button" className="start-link" onClick={onForgot}>{t('forgot')}</button>
    </form>
  )
}

/** After an update a large office is read anew once, which takes minutes; whoever waits should know that it goes on. */
function useLongSince(busy: boolean): boolean {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!busy) return
    const later = setTimeout(() => setLong(true), 4000)
    return () => { clearTimeout(later); setLong(false) }
  }, [busy])
  return isLong
}
