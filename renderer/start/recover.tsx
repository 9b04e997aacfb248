import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { NewPassword, useWhyNotPassword } from './new-password.tsx'

/** The way in when every password is forgotten: the printed key, and a new password for one ID. */
export function Recover({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('start')
  const [recoveryKey, setKey] = useState('')
  const [loginId, setLoginId] = useState('')
  const [draft, setDraft] = useState({ password: '', again: '' })
  const recover = useCommand(desk.vault.recover)
  const against = useWhyNotPassword(loginId, draft)
  return (
    <form noValidate className="start-narrow" onSubmit={(event) => { event.preventDefault(); recover.run({ recoveryKey, loginId, newPassword: draft.password }) }}>
      <h1>{t('recover')}</h1>
      <p className="start-lead">{t('recoverLead')}</p>
      <p className="small soft">{t('forgotLead')}</p>
      <TextInput label={t('keyLabel')} autoFocus autoComplete="off" spellCheck={false} value={recoveryKey} onChange={(event) => setKey(event.currentTarget.value)} />
      <TextInput label={t('loginId')} autoComplete="username" spellCheck={false} value={loginId} onChange={(event) => setLoginId(event.currentTarget.value)} />
      <NewPassword loginId={loginId} value={draft} onChange={setDraft} label={t('newPassword')} />
      <Trouble of={recover.error} />
      <ActButton type="submit" fullWidth loading={recover.busy} unless={[recoveryKey.trim() === '' && t('needs', { field: t('keyLabel') }), loginId === '' && t('needs', { field: t('loginId') }), ...against]}>{t('recoverNow')}</ActButton>
      <button type="button" className="start-link" onClick={onBack}>{t('toSignIn')}</button>
    </form>
  )
}
