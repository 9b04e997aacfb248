import { Button, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Owed, Session } from '../../core/vault/vault.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { SetFactor } from '../settings/set-factor.tsx'
import { Door } from './door.tsx'
import { NewPassword, useWhyNotPassword } from './new-password.tsx'

/** What whoever just came in does before anything else: a password of their own, and a second factor where the office asks for one. */
export function Owing({ owed, session }: { owed: readonly Owed[]; session: Session }) {
  const { t } = useTranslation('start')
  const lock = useCommand(() => desk.vault.lock())
  return (
    <Door out={<Button variant="default" loading={lock.busy} onClick={() => lock.run(undefined)}>{t('leave')}</Button>}>
      {owed.includes('own password') ? <OwnPassword loginId={session.loginId} name={session.name} /> : (
        <>
          <h1>{t('factorFirst')}</h1>
          <p className="start-lead">{t('factorFirstLead')}</p>
          <SetFactor loginId={session.loginId} />
        </>
      )}
    </Door>
  )
}

function OwnPassword({ loginId, name }: { loginId: string; name: string }) {
  const { t } = useTranslation('start')
  const [current, setCurrent] = useState('')
  const [draft, setDraft] = useState({ password: '', again: '' })
  const change = useCommand(desk.vault.changePassword)
  const against = useWhyNotPassword(loginId, draft)
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); change.run({ current, next: draft.password }) }}>
      <h1>{t('ownPassword')}</h1>
      <p className="start-lead">{t('ownPasswordLead', { name })}</p>
      <div className="fields">
        <PasswordInput className="wide" label={t('givenPassword')} autoFocus autoComplete="current-password" value={current} onChange={(event) => setCurrent(event.currentTarget.value)} />
        <NewPassword loginId={loginId} value={draft} onChange={setDraft} label={t('newPassword')} />
      </div>
      <div className="spaced"><Trouble of={change.error} /></div>
      <div className="acts"><ActButton type="submit" loading={change.busy} unless={[current === '' && t('needs', { field: t('givenPassword') }), ...against]}>{t('ownPasswordNow')}</ActButton></div>
    </form>
  )
}
